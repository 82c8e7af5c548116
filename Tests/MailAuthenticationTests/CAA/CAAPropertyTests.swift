import AuditTesting
import DNS
import MailAuthentication
import Syntax
import Testing

/// CAA records, from octets and from zone text, and which of them count for a host.
@Suite struct CAAPropertyTests {
  @Test(arguments: [
    ("0 issue \"ca.example.net\"", "issue ca.example.net", 0),
    ("128 issuewild \"CA.Example.NET\"", "!issuewild ca.example.net", 0),
    ("0 issue \";\"", "issue nobody", 0), ("0 issue \"\"", "issue nobody", 0), ("0 issue \"  ; \"", "issue nobody", 0),
    (
      "0 issue \"ca.example.net; accounturi=https://ca.example.net/1; validationmethods=dns-01,http-01\"",
      "issue ca.example.net accounturi=https://ca.example.net/1 validationmethods=dns-01,http-01", 0
    ),
    ("0 issue \"ca.example.net ;policy = ev ; \"", "issue ca.example.net policy=ev", 0),
    ("0 issue \"ca.example.net policy=ev\"", "issue nobody", 1),
    ("0 issue \"https://ca.example.net\"", "issue nobody", 1),
    ("0 issue \"-ca.example\"", "issue nobody", 1), ("0 issue \"ca..example\"", "issue nobody", 1),
    ("0 issue \"%%%%%\"", "issue nobody", 1), ("0 issue \"ca.example; novalue\"", "issue nobody", 1),
    ("0 iodef \"mailto:security@example.org\"", "iodef mailto:security@example.org", 0),
    ("0 iodef \"security@example.org\"", "iodef security@example.org", 1),
    ("0 tbs \"Unknown\"", "tbs other", 0), ("1 issue \"ca.example\"", "issue ca.example", 0)
  ])
  func reads(data: String, expected: String, faults: Int) async throws {
    let world = World("$ORIGIN example.org.\n$TTL 60\n@ CAA \(data)")
    let record = try #require(await world.answer(to: "example.org", .caa).records.first)
    let parsed = try #require(CAAProperty.parse(record))
    #expect(parsed.value.map(Self.words) == expected)
    #expect(parsed.faults.count == faults, "\(parsed.faults)")
    #expect(parsed.faults.allSatisfy { $0.range.upperBound <= parsed.text.count })
  }

  @Test(arguments: [[], [0], [0, 0], [0, 5, 105], [0, 255] + Array("issue".utf8)] as [[UInt8]])
  func shortRecordsHaveNoValue(octets: [UInt8]) {
    let parsed = CAAProperty.parse(octets)
    #expect(parsed.value == nil)
    #expect(parsed.faults.count == 1)
  }

  @Test func tagsAreLettersAndDigits() {
    #expect(CAAProperty.parse([0, 2, 0x2D, 0x41]).faults.count == 1)
  }

  @Test(arguments: [
    ("a.b.example.org", "b CAA 0 issue \"one.example\"\n@ CAA 0 issue \"two.example\"", ["one.example"]),
    (
      "a.b.example.org", "@ CAA 0 issue \"two.example\"\n@ CAA 0 issue \"three.example\"",
      ["three.example", "two.example"]
    ),
    (
      "a.b.example.org", "a.b CNAME elsewhere.example.\nelsewhere.example. CAA 0 issue \"cdn.example\"", ["cdn.example"]
    ),
    ("a.b.example.org", "@ CAA 0 issue \";\"", []), ("a.b.example.org", "@ CAA 0 iodef \"mailto:a@b.example\"", nil),
    ("a.b.example.org", "@ A 192.0.2.1", nil), ("a.b.example.org", "a.b CAA SERVFAIL\n@ CAA 0 issue \"x.example\"", nil)
  ])
  func climbs(host: DomainName, zone: String, issuers: [String]?) async {
    let world = World("$ORIGIN example.org.\n$TTL 60\n" + zone)
    let questions = CAALookup.names(for: host).map { DNSQuestion($0, .caa) }
    let answers = await world.answers(to: questions)
    let lookup = CAALookup(host, among: Dictionary(uniqueKeysWithValues: zip(questions, answers)))
    #expect(lookup.issuers?.sorted() == issuers)
    if zone.contains("SERVFAIL"), case .unknown = lookup.result {} else { #expect(!zone.contains("SERVFAIL")) }
  }

  private static func words(_ property: CAAProperty) -> String {
    let value =
      switch property.value {
      case .issuer(nil): "nobody"
      case .issuer(let issuer?):
        ([issuer.domain] + issuer.parameters.map { "\($0.tag)=\($0.value)" }).joined(separator: " ")
      case .report(let url): url
      case .other: "other"
      }
    return (property.isCritical ? "!" : "") + property.tag + " " + value
  }
}
