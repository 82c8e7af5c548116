import DNS
import LDNSKit
import Testing

/// Answers from zone text: wildcards, empty non-terminals, aliases, failures, borders.
@Suite struct ZoneResolverTests {
  private static let text = """
    $ORIGIN example.com.
    @        SOA    ns hostmaster 1 2 3 4 300
    @        NS     ns
    @        TXT    "v=spf1 -all"
    @        TXT    "v=spf1 -all"
    www      CNAME  web
    web      A      192.0.2.1
    out      CNAME  target.example.net.
    dangling CNAME  nowhere
    loop1    CNAME  loop2
    loop2    CNAME  loop1
    a.b.c    A      192.0.2.2
    *.wild   TXT    "w"
    host.wild A     192.0.2.3
    sub.ent.wild A  192.0.2.4
    *.alias  CNAME  web
    old      DNAME  new
    x.new    A      192.0.2.5
    bad      TXT    SERVFAIL
    bad      A      192.0.2.6
    slow     ANY    TIMEOUT
    slow     A      192.0.2.7
    ghost    ANY    NXDOMAIN
    child    NS     ns.child
    ns.child A      192.0.2.8
    """

  @Test(arguments: [
    ("example.com", "TXT", "1 record"), ("EXAMPLE.com.", "MX", "noData"), ("absent.example.com", "A", "nameError"),
    ("www.example.com", "A", "1 record via 1"), ("www.example.com", "MX", "noData via 1"),
    ("www.example.com", "CNAME", "1 record"), ("dangling.example.com", "A", "nameError via 1"),
    ("loop1.example.com", "A", "the CNAME records lead in a circle via 2"), ("b.c.example.com", "A", "noData"),
    ("c.example.com", "TXT", "noData"), ("x.b.c.example.com", "A", "nameError"),
    ("any.wild.example.com", "TXT", "1 record"), ("any.wild.example.com", "A", "noData"),
    ("a.b.wild.example.com", "TXT", "1 record"), ("host.wild.example.com", "TXT", "noData"),
    ("ent.wild.example.com", "TXT", "noData"), ("x.ent.wild.example.com", "TXT", "nameError"),
    ("below.host.wild.example.com", "TXT", "nameError"), ("q.alias.example.com", "A", "1 record via 1"),
    ("x.old.example.com", "A", "1 record via 2"), ("y.old.example.com", "A", "nameError via 2"),
    ("old.example.com", "A", "noData"), ("old.example.com", "DNAME", "1 record"),
    ("bad.example.com", "TXT", "SERVFAIL"), ("bad.example.com", "A", "1 record"), ("bad.example.com", "MX", "noData"),
    ("slow.example.com", "MX", "no answer in time"), ("slow.example.com", "A", "1 record"),
    ("ghost.example.com", "A", "nameError"), ("ns.child.example.com", "A", "1 record"),
    ("child.example.com", "NS", "1 record"), ("child.example.com", "DS", "noData"),
    ("child.example.com", "MX", "REFUSED"), ("deep.child.example.com", "MX", "REFUSED"),
    ("example.net", "A", "REFUSED"), ("com", "NS", "REFUSED"), ("out.example.com", "A", "REFUSED via 1")
  ])
  func answers(name: DomainName, type: String, expected: String) async throws {
    let resolver = ZoneResolver([Self.zone], uncovered: .refused)
    let answer = await resolver.answer(to: name, try #require(DNSRecordType(type)))
    #expect(summary(answer) == expected)
    #expect(answer.records.allSatisfy { $0.owner == answer.canonicalName })
    #expect(answer.provenance.transport == .zone && answer.provenance.server == "example.com.zone")
  }

  @Test func namesOutsideAreUnknownInAPartOfTheWorld() async throws {
    let resolver = ZoneResolver([Self.zone], uncovered: .unknown)
    for name: DomainName in ["example.net", "child.example.com", "com"] {
      #expect(await resolver.answer(to: name, .mx).failure == .notCovered)
    }
    #expect(await resolver.answer(to: "absent.example.com", .mx).outcome == .nameError)
  }

  @Test(arguments: [
    ("example.net", "A", "nameError"), ("out.example.com", "A", "nameError via 1"), ("com", "NS", "noData"),
    ("child.example.com", "MX", "noData"), ("deep.child.example.com", "MX", "nameError")
  ])
  func namesOutsideDoNotExistInAClosedWorld(name: DomainName, type: String, expected: String) async throws {
    let resolver = ZoneResolver([Self.zone], uncovered: .nameError)
    #expect(summary(await resolver.answer(to: name, try #require(DNSRecordType(type)))) == expected)
  }

  @Test(arguments: [
    ("example.com. TXT x\n_dmarc.example.com. TXT y", "example.com"),
    ("$ORIGIN example.com.\nwww A 192.0.2.1\n$ORIGIN mail.example.com.\nmx A 192.0.2.2", "example.com"),
    ("a.example. A 192.0.2.1\nb.example. A 192.0.2.1", "a.example b.example"),
    ("a. SOA n. h. 1 2 3 4 5\nb. SOA n. h. 1 2 3 4 5\nc. A 192.0.2.1", "a b"), ("", "")
  ])
  func findsApexes(text: String, expected: String) {
    let zone = ZoneText.parse(Array(text.utf8)).zone
    #expect(zone.apexes.map(\.description).joined(separator: " ") == expected)
  }

  private static var zone: Zone {
    let result = ZoneText.parse(Array(text.utf8), file: "example.com.zone")
    precondition(result.faults.isEmpty, "\(result.faults)")
    return result.zone
  }

  private func summary(_ answer: DNSAnswer) -> String {
    let via = answer.aliases.isEmpty ? "" : " via \(answer.aliases.count)"
    switch answer.outcome {
    case .records(let records): return "\(records.count) record\(via)"
    case .noData: return "noData\(via)"
    case .nameError: return "nameError\(via)"
    case .failure(let failure): return "\(failure)\(via)"
    }
  }
}
