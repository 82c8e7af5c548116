import AuditTesting
import DNS
import Testing

@testable import Survey

/// Which zone a domain lies in, as the survey sees it.
@Suite struct ZoneSurveyTests {
  static let zone = """
    $ORIGIN example.org.
    $TTL 3600
    @ SOA ns1 hostmaster 1 7200 900 1209600 300
    @ NS ns1
    @ NS ns2
    ns1 A 192.0.2.53
    ns2 A 198.51.100.53
    ns2 AAAA 2001:db8::53
    a.b TXT x
    alias CNAME www.example.net.
    www.example.net. SOA ns1 hostmaster 1 7200 900 1209600 300
    dead SOA SERVFAIL
    a.dead TXT x

    """

  @Test(arguments: [
    ("example.org", "example.org"), ("a.b.example.org", "example.org"), ("alias.example.org", "example.org"),
    ("example.net", nil), ("a.dead.example.org", nil)
  ])
  func apex(domain: String, expected: String?) async throws {
    let name = try #require(DomainName(domain))
    let survey = await ZoneSurvey.gather(name, options: .init(), using: World(Self.zone))
    if case .known(let apex, _, _) = survey.apex {
      #expect(apex.description == expected)
      #expect(survey.servers.map(\.name) == ["ns1.example.org", "ns2.example.org"])
      #expect(survey.servers.flatMap(\.addresses).count == 3)
    } else {
      #expect(expected == nil)
      #expect(survey.servers.isEmpty)
    }
  }

  /// What stands in a zone, and the names that are asked for because a wildcard may answer there; below `_domainkey` the
  /// search for keys asks.
  @Test(
    arguments: [
      ("", []), ("_dmarc TXT x", ["random._report._dmarc"]), ("*._report._dmarc TXT x", dmarc),
      ("*._dmarc TXT x", dmarc),
      ("a._dmarc TXT x", ["random._report._dmarc"]), ("* TXT x", ["random"] + dmarc),
      ("* A 192.0.2.1", ["random"] + dmarc),
      ("_dmarc TXT x\n_domainkey TXT x\n_mta-sts TXT x", ["random", "random._report._dmarc"]),
      ("_dmarc TXT SERVFAIL", ["random._report._dmarc"]), ("_dmarc TXT TIMEOUT", ["_dmarc"]),
      ("_dmarc CNAME gone", ["random._report._dmarc"]), ("@ ANY TIMEOUT\n* ANY TIMEOUT", ["@", "_dmarc"]),
      ("@ ANY NXDOMAIN", [])
    ] as [(String, [String])])
  func probesNamesWhereAWildcardMayAnswer(zone: String, expected: [String]) async {
    var options = SurveyOptions()
    options.probeLabel = "random"
    let survey = await ZoneSurvey.gather("example.org", options: options, using: World("$ORIGIN example.org.\n" + zone))
    let names = expected.map { $0 == "@" ? "example.org" : $0 + ".example.org" }
    #expect(survey.probes.map(\.answer.question.name.description) == names)
  }

  private static let dmarc = ["random._report._dmarc", "random._dmarc"]

  /// What stands in a zone, and whether the addresses of the domain itself are asked for.
  @Test(
    arguments: [
      ("@ MX 10 mail", .all, false), ("@ MX 0 .", .all, false), ("@ TXT x", .all, true),
      ("@ MX SERVFAIL", .all, true), ("@ MX TIMEOUT", .all, false), ("@ TXT x", [.spf], false),
      ("@ MX 10 mail", [.hosts, .ownAddresses], true)
    ] as [(String, SurveyScope, Bool)])
  func addressesOfTheDomainAreAskedForWhereItsMailGoesThere(zone: String, scope: SurveyScope, isAsked: Bool) async {
    var options = SurveyOptions()
    options.scope = scope
    let world = World("$ORIGIN example.org.\n@ A 192.0.2.1\n" + zone)
    let survey = await DomainSurvey.gather("example.org", options: options, using: world)
    #expect((survey.zone.ipv4.addresses == [.v4(0xC000_0201)]) == isAsked)
    #expect((survey.zone.ipv6.failure == .notAsked) == !isAsked)
  }

  @Test func overlongNamesAreNotProbed() async throws {
    let long = Array(repeating: String(repeating: "a", count: 60), count: 4).joined(separator: ".")
    let survey = await ZoneSurvey.gather(try #require(DomainName(long)), options: .init(), using: World(Self.zone))
    #expect(survey.probes.isEmpty)
  }
}
