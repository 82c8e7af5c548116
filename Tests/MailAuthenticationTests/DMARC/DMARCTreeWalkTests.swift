import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct DMARCTreeWalkTests {
  @Test(arguments: [
    ("example.com", "example.com com"), ("com", "com"),
    ("a.b.c.d.e.f.g", "a.b.c.d.e.f.g b.c.d.e.f.g c.d.e.f.g d.e.f.g e.f.g f.g g"),
    ("1.2.3.4.5.6.7.8", "1.2.3.4.5.6.7.8 2.3.4.5.6.7.8 3.4.5.6.7.8 4.5.6.7.8 5.6.7.8 6.7.8 7.8 8"),
    ("0.1.2.3.4.5.6.7.8", "0.1.2.3.4.5.6.7.8 2.3.4.5.6.7.8 3.4.5.6.7.8 4.5.6.7.8 5.6.7.8 6.7.8 7.8 8"),
    (
      "a.b.c.d.0.1.2.3.4.5.6.7.8",
      "a.b.c.d.0.1.2.3.4.5.6.7.8 2.3.4.5.6.7.8 3.4.5.6.7.8 4.5.6.7.8 5.6.7.8 6.7.8 7.8 8"
    ), (".", "")
  ])
  func visits(start: DomainName, expected: String) {
    #expect(DMARCTreeWalk.names(from: start).map(\.description).joined(separator: " ") == expected)
  }

  /// RFC 9989 §4.10.2.
  @Test(arguments: [
    // No record: the start itself.
    ("a.example.com", "", "a.example.com"),
    // The record with the fewest labels.
    ("a.example.com", "a.example.com v=DMARC1; p=none|example.com v=DMARC1; p=none", "example.com"),
    ("dept.example.com", "dept.example.com v=DMARC1", "dept.example.com"),
    // A top-level domain without psd is one like another.
    ("a.example.com", "example.com v=DMARC1|com v=DMARC1", "com"),
    // psd=n ends the walk.
    ("a.b.example.com", "b.example.com v=DMARC1; psd=n|example.com v=DMARC1", "b.example.com"),
    // psd=y above: one label below it, though no record stands there.
    ("a.example.bank", "bank v=DMARC1; psd=y", "example.bank"),
    ("a.example.bank", "a.example.bank v=DMARC1|bank v=DMARC1; psd=y", "example.bank"),
    // psd=y at the start: the start, whatever stands above.
    ("bank", "bank v=DMARC1; psd=y", "bank"),
    ("a.bank.example", "a.bank.example v=DMARC1; psd=y|example v=DMARC1", "a.bank.example"),
    // psd=y below a skipped label: the name one below was never asked.
    ("a.b.c.d.1.2.3.4.5.6.7", "1.2.3.4.5.6.7 v=DMARC1; psd=y", "d.1.2.3.4.5.6.7"),
    // Two records count as none, and psd in them for nothing.
    ("a.example.com", "a.example.com v=DMARC1; psd=n|a.example.com v=DMARC1|example.com v=DMARC1", "example.com"),
    // A failure before the end leaves it open, one behind the end does not matter.
    ("a.example.com", "a.example.com v=DMARC1|example.com SERVFAIL", "temperror _dmarc.example.com TXT"),
    ("a.example.com", "a.example.com v=DMARC1; psd=n|example.com SERVFAIL", "a.example.com"),
    ("a.b.example.com", "b.example.com TIMEOUT|example.com v=DMARC1; psd=n", "temperror _dmarc.b.example.com TXT")
  ])
  func findsTheOrganization(start: DomainName, records: String, expected: String) async {
    let walk = await DMARCTreeWalk.walk(from: start, resolver: World(dmarc: records))
    switch walk.organizationalDomain {
    case .known(let name): #expect(name.description == expected)
    case .temporaryError(let question, _): #expect("temperror \(question)" == expected)
    }
  }

  @Test func keepsTheEvidence() async throws {
    let records = "a.example.com x|a.example.com v=DMARC1; p=none|example.com v=DMARC1; psd=n|com v=DMARC1"
    let walk = await DMARCTreeWalk.walk(from: "a.example.com", resolver: World(dmarc: records))
    #expect(walk.steps.map(\.domain) == ["a.example.com", "example.com"])
    #expect(walk.unusedSteps.map(\.domain) == ["com"])
    #expect(walk.steps.first?.answer?.texts.count == 2)
    #expect(walk.steps.first?.records.count == 1)
    #expect(walk.collected.count == 2)
  }

  @Test func overlongNamesHaveNoRecord() async throws {
    let label = String(repeating: "a", count: 62)
    let start = try #require(DomainName([label, label, label, label].joined(separator: ".")))
    let walk = await DMARCTreeWalk.walk(from: start, resolver: World(dmarc: ""))
    #expect(walk.steps.first?.answer == nil)
    #expect(walk.steps.first?.outcome == .noRecord)
    #expect(walk.organizationalDomain == .known(start))
  }

  @Test func walksShareOneBatch() async {
    let counter = CountingResolver(World(dmarc: "example.com v=DMARC1; p=none"))
    let (walks, more) = await DMARCTreeWalk.walks(
      from: ["a.example.com", "b.example.com", "a.example.com"], and: [DNSQuestion("x.example", .mx)],
      resolver: counter)
    #expect(walks.map(\.organizationalDomain) == Array(repeating: .known("example.com"), count: 3))
    #expect(more.map(\.outcome) == [.nameError])
    #expect(counter.batches == [5])
  }
}
