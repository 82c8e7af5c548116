import AuditTesting
import DNS
import MailAuthentication
import Testing

@Suite struct SPFEvaluatorTests {
  /// The table of RFC 7208 §7.4, and what it leaves out.
  @Test(arguments: [
    ("%{s}", "strong-bad@email.example.com"), ("%{o}", "email.example.com"), ("%{d}", "email.example.com"),
    ("%{d4}", "email.example.com"), ("%{d3}", "email.example.com"), ("%{d2}", "example.com"), ("%{d1}", "com"),
    ("%{dr}", "com.example.email"), ("%{d2r}", "example.email"), ("%{l}", "strong-bad"), ("%{l-}", "strong.bad"),
    ("%{lr}", "strong-bad"), ("%{lr-}", "bad.strong"), ("%{l1r-}", "strong"),
    ("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
    ("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
    ("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"),
    ("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"),
    ("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"),
    ("%{h}", "mx.example.org"), ("%{p}", "unknown"), ("%{S}", "strong-bad%40email.example.com"),
    ("a%%b%_c%-d.%{d2}", "a%b c%20d.example.com"), ("%{o1r-.}", "email"), ("%{d999999999999}", "email.example.com")
  ])
  func expands(spec: String, expected: String) async {
    #expect(await target(spec, "192.0.2.3") == expected)
  }

  @Test func expandsIPv6() async {
    let nibbles = "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"
    #expect(await target("%{ir}.%{v}._spf.%{d2}", "2001:db8::cb01") == nibbles + ".ip6._spf.example.com")
  }

  /// RFC 7208 §7.3: labels are dropped on the left until 253 octets are left; hostile lengths cost nothing.
  @Test func truncates() async {
    let name = await target(String(repeating: "%{d}.", count: 6000) + "example.com", "192.0.2.3") ?? ""
    #expect(name.utf8.count <= 253 && name.utf8.count > 253 - 18)
    #expect(name.hasSuffix(".email.example.com.example.com"))
    #expect(name.split(separator: ".").allSatisfy { ["email", "example", "com"].contains($0) })
  }

  private func target(_ spec: String, _ address: String) async -> String? {
    guard let address = IPAddress(address) else { return nil }
    let strings = Array("v=spf1 exists:\(spec) -all".utf8)
    let record = DNSRecord(owner: "email.example.com", ttl: 0, data: .txt(CharacterStrings([strings])))
    let evaluation = await SPFEvaluator(resolver: World(records: [record])).evaluate(
      SPFIdentity(address: address, helo: "mx.example.org", mailFrom: "strong-bad@email.example.com"))
    return evaluation.check.steps.first?.target
  }

  /// A world, an address, and the result with its cost in terms and voids and the terms that led to it.
  struct Row: Sendable {
    let zone: String
    let address: IPAddress
    let expected: String
    var mailFrom = "user@example.org"

    init(_ zone: String, _ address: String, _ expected: String, mailFrom: String = "user@example.org") {
      self.zone = zone
      self.address = IPAddress(address) ?? .v4(0)
      self.expected = expected
      self.mailFrom = mailFrom
    }
  }

  @Test(arguments: [
    Row(#"@ TXT "v=spf1 ip4:192.0.2.0/24 -all""#, "192.0.2.9", "pass 0 0 ip4:192.0.2.0/24"),
    Row(#"@ TXT "v=spf1 ip4:192.0.2.0/24 -all""#, "::ffff:192.0.2.9", "pass 0 0 ip4:192.0.2.0/24"),
    Row(#"@ TXT "v=spf1 a mx -all""#, "192.0.2.9", "fail 2 2 -all"),
    Row("@ TXT \"v=spf1 a mx/24 ~all\"\n@ A 192.0.2.1\n@ MX 10 m\nm A 198.51.100.7", "198.51.100.9", "pass 2 0 mx/24"),
    Row("@ TXT \"v=spf1 mx -all\"\n@ MX 0 .", "192.0.2.1", "fail 1 0 -all"),
    Row(
      "@ TXT \"v=spf1 mx -all\"\n@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb AAAA 2001:db8::1", "192.0.2.9", "fail 1 1 -all"),
    Row("@ TXT \"v=spf1 include:a include:a.example.org ?all\"", "192.0.2.1", "permerror 0 0"),
    Row(
      "@ TXT \"v=spf1 include:a.example.org -all\"\na TXT \"v=spf1 include:b.%{d} ~all\"\nb.a TXT \"v=spf1 ip4:192.0.2.1 -all\"",
      "192.0.2.1", "pass 2 0 include:a.example.org > include:b.%{d} > ip4:192.0.2.1"),
    Row("@ TXT \"v=spf1 include:a.example.org -all\"", "192.0.2.1", "permerror 1 1 include:a.example.org"),
    Row(
      "@ TXT \"v=spf1 include:a.example.org -all\"\na TXT SERVFAIL", "192.0.2.1", "temperror 1 0 include:a.example.org"),
    Row(
      "@ TXT \"v=spf1 redirect=a.example.org\"\na TXT \"v=spf1 a:x.example.org ~all\"", "192.0.2.1",
      "softfail 2 1 redirect=a.example.org > ~all"),
    Row("@ TXT \"v=spf1 redirect=a.example.org\"", "192.0.2.1", "permerror 1 1 redirect=a.example.org"),
    Row(
      "@ TXT \"v=spf1 a:x.example.org a:y.example.org a:z.example.org -all\"", "192.0.2.1",
      "permerror 3 3 a:z.example.org"),
    Row(
      "@ TXT \"v=spf1 ptr -all\"\n1.2.0.192.in-addr.arpa. PTR m.example.org.\nm A 192.0.2.1", "192.0.2.1",
      "pass 1 0 ptr"),
    Row(
      "@ TXT \"v=spf1 exists:%{p}.l.example.org -all\"\n1.2.0.192.in-addr.arpa. PTR m.example.org.\nm A 192.0.2.1\nm.example.org.l A 127.0.0.1",
      "192.0.2.1", "pass 1 0 exists:%{p}.l.example.org"),
    Row("@ TXT \"v=spf1 mx\"", "192.0.2.1", "neutral 1 1"),
    Row("@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 ~all\"", "192.0.2.1", "permerror 0 0"),
    Row("@ TXT TIMEOUT", "192.0.2.1", "temperror 0 0"),
    Row("@ TXT \"v=spf10 -all\"", "192.0.2.1", "none 0 0"),
    Row(
      "@ TXT \"v=spf1 exists:%{l}.example.org ip4:192.0.2.1 -all\"", "192.0.2.1", "pass 1 0 ip4:192.0.2.1",
      mailFrom: "ü@example.org"),
    Row("@ TXT \"v=spf1 +all\"", "192.0.2.1", "none 0 0", mailFrom: "user@org"),
    Row("@ TXT \"v=spf1 +all\"", "192.0.2.1", "none 0 0", mailFrom: "user@a..example.org")
  ])
  func evaluates(row: Row) async {
    let world = World(row.zone, origin: "example.org")
    let identity = SPFIdentity(address: row.address, helo: "mx.example.org", mailFrom: row.mailFrom)
    let evaluation = await SPFEvaluator(resolver: world).evaluate(identity)
    let path = evaluation.path.map(\.term).joined(separator: " > ")
    let found = "\(evaluation.result) \(evaluation.lookups) \(evaluation.voidLookups) \(path)"
    #expect(found == row.expected || found == row.expected + " ")
    #expect((evaluation.problem != nil) == [.none, .temperror, .permerror].contains(evaluation.result))
    #expect(evaluation.check.steps.map(\.lookups).reduce(0, +) == evaluation.lookups)
    #expect(evaluation.check.steps.map(\.voidLookups).reduce(0, +) == evaluation.voidLookups)
  }

  /// Trees that never end: bounded by the limit of ten, and by the deadline.
  @Test(arguments: [
    "@ TXT \"v=spf1 include:example.org include:example.org -all\"", "@ TXT \"v=spf1 redirect=%{d}\"",
    "@ TXT \"v=spf1 include:x.%{d} -all\"\n*.example.org. TXT \"v=spf1 include:x.%{d} -all\""
  ])
  func ends(zone: String) async {
    let world = World(zone, origin: "example.org")
    let identity = SPFIdentity(address: .v4(1), helo: "h", mailFrom: "a@example.org")
    let evaluation = await SPFEvaluator(resolver: world).evaluate(identity)
    #expect(evaluation.result == .permerror && evaluation.lookups == 11)
    #expect(evaluation.problem == .tooManyLookups(limit: 10))
    var late = SPFEvaluator(resolver: world)
    late.deadline = .now - .seconds(1)
    let timedOut = await late.evaluate(identity)
    #expect(timedOut.result == .temperror && timedOut.problem == .outOfTime)
  }

  /// RFC 7208 §6.2: explanations that count, and those that do not.
  @Test(arguments: [
    ("x TXT \"%{i} is not %{d}, says %{r}\"", "192.0.2.1 is not example.org, says unknown"),
    ("x TXT \"one\"\nx TXT \"two\"", nil), ("x TXT SERVFAIL", nil), ("x A 192.0.2.1", nil), ("x TXT \"%(i)\"", nil),
    ("x TXT \"\\195\\188\"", nil), ("x TXT \"a\" \"b\"", "ab")
  ])
  func explains(zone: String, expected: String?) async {
    let world = World("@ TXT \"v=spf1 -all exp=x.example.org\"\n" + zone, origin: "example.org")
    let identity = SPFIdentity(address: .v4(0xC000_0201), helo: "h", mailFrom: "a@example.org")
    let evaluation = await SPFEvaluator(resolver: world).evaluate(identity)
    #expect(evaluation.result == .fail && evaluation.voidLookups == 0)
    #expect(evaluation.explanation == expected)
  }
}
