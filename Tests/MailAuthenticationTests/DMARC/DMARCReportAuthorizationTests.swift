import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct DMARCReportAuthorizationTests {
  static let consent = "example.com._report._dmarc.vendor.example. TXT"

  /// The tags, more zone lines, and the outcome of each address.
  @Test(arguments: [
    ("rua=mailto:a@example.com", "", "same"), ("rua=mailto:a@reports.example.com", "", "same"),
    ("rua=mailto:a@vendor.example", "", "no"),
    ("rua=mailto:a@vendor.example", "\(consent) \"v=DMARC1\"", "yes"),
    ("rua=mailto:a@vendor.example", "\(consent) \"v=DMARC1;\"", "yes"),
    ("rua=mailto:a@vendor.example", "\(consent) \"v=spf1\"\n\(consent) \"v=DMARC1; p=none\"", "yes"),
    ("rua=mailto:a@vendor.example", "\(consent) \"v=dmarc1\"", "no"),
    ("rua=mailto:a@vendor.example", "*._report._dmarc.vendor.example. TXT \"v=DMARC1\"", "yes"),
    ("rua=mailto:a@vendor.example", "\(consent) SERVFAIL", "temperror"),
    ("rua=mailto:a@vendor.example", "_dmarc.vendor.example. TXT SERVFAIL", "temperror"),
    ("rua=mailto:a@vendor.example", "_dmarc.vendor.example. TXT SERVFAIL\n\(consent) \"v=DMARC1\"", "yes"),
    // The full host counts, not its organizational domain.
    ("rua=mailto:a@in.vendor.example", "\(consent) \"v=DMARC1\"", "no"),
    ("rua=mailto:a@in.vendor.example", "example.com._report._dmarc.in.vendor.example. TXT \"v=DMARC1\"", "yes"),
    // A replacement at the same host, and at another one.
    ("rua=mailto:a@vendor.example", "\(consent) \"v=DMARC1; rua=mailto:b@vendor.example\"", "yes 1"),
    ("rua=mailto:a@vendor.example", "\(consent) \"v=DMARC1; rua=mailto:b@other.example\"", "other other.example"),
    ("ruf=mailto:a@vendor.example", "\(consent) \"v=DMARC1; rua=mailto:b@other.example\"", "yes"),
    ("rua=mailto:a@example.com,mailto:b@vendor.example,nonsense; ruf=mailto:c@vendor.example", "", "same, no, no"),
    ("fo=1", "", "")
  ])
  func decides(tags: String, lines: String, expected: String) async throws {
    let zone = "_dmarc.example.com. TXT \"v=DMARC1; p=none; \(tags)\"\n\(lines)"
    let counter = CountingResolver(World(zone))
    let discovery = await DMARCPolicyDiscovery.discover("example.com", resolver: counter)
    let found = try #require(discovery.policyRecord.value ?? nil)
    let results = await DMARCReportAuthorization.discover(found, walk: discovery.walk, resolver: counter)
    let words = results.map { result in
      switch result.outcome {
      case .sameOrganization: "same"
      case .authorized(let replacement): replacement.isEmpty ? "yes" : "yes \(replacement.count)"
      case .notAuthorized: "no"
      case .nameTooLong: "long"
      case .replacedByOtherHost(let host): "other \(host)"
      case .temporaryError: "temperror"
      }
    }
    #expect(words.joined(separator: ", ") == expected)
    #expect(counter.batches.count <= 2)
  }

  @Test func overlongNamesCannotConsent() async throws {
    let host = Array(repeating: String(repeating: "a", count: 60), count: 4).joined(separator: ".")
    let world = World(
      "_dmarc.example.com. TXT \"v=DMARC1; p=none; \" \"rua=mailto:a@\" \"\(host.prefix(122))\" \"\(host.dropFirst(122))\""
    )
    let discovery = await DMARCPolicyDiscovery.discover("example.com", resolver: world)
    let found = try #require(discovery.policyRecord.value ?? nil)
    let results = await DMARCReportAuthorization.discover(found, walk: discovery.walk, resolver: world)
    #expect(results.map(\.outcome) == [.nameTooLong])
  }
}
