import Audit
import AuditModel
import AuditTesting
import DNS
import Testing

/// What domains have decided, a word for each policy: four answers, never two.
@Suite struct PublishedPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: PublishedPolicy.Kind
    let zone: String
    let value: String

    var testDescription: String { "\(kind.rawValue) \(value)" }
  }

  static let cases = [
    Case(kind: .mx, zone: "@ MX 10 mail\nmail A 192.0.2.25", value: "mx"),
    Case(kind: .mx, zone: "@ MX 0 .", value: "null"), Case(kind: .mx, zone: "@ A 192.0.2.1", value: "implicit"),
    Case(kind: .mx, zone: "@ TXT x", value: "absent"), Case(kind: .mx, zone: "@ MX SERVFAIL", value: "unknown"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 mx -all\"", value: "-all"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 mx all\"", value: "+all"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 mx\"", value: "no all"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 redirect=a.example\"", value: "redirect"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 ip4:1.2.3 -all\"", value: "malformed"),
    Case(kind: .spf, zone: "@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 ~all\"", value: "malformed"),
    Case(kind: .spf, zone: "@ TXT x", value: "absent"), Case(kind: .spf, zone: "@ TXT SERVFAIL", value: "unknown"),
    Case(kind: .dmarc, zone: "_dmarc TXT \"v=DMARC1; p=reject\"", value: "reject"),
    Case(kind: .dmarc, zone: "_dmarc TXT \"v=DMARC1; p=none\"\n_dmarc TXT \"v=DMARC1; p=reject\"", value: "malformed"),
    Case(kind: .dmarc, zone: "@ TXT x", value: "absent"),
    Case(kind: .dmarc, zone: "_dmarc TXT TIMEOUT", value: "unknown"),
    Case(kind: .mtaSTS, zone: "_mta-sts TXT \"v=STSv1; id=1\"", value: "record"),
    Case(kind: .mtaSTS, zone: "_mta-sts TXT \"v=STSv1\"", value: "malformed"),
    Case(kind: .mtaSTS, zone: "@ TXT x", value: "absent"),
    Case(kind: .mtaSTS, zone: "_mta-sts TXT SERVFAIL", value: "unknown"),
    Case(kind: .tlsRPT, zone: "_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:a@b.example\"", value: "present"),
    Case(kind: .tlsRPT, zone: "_smtp._tls TXT SERVFAIL", value: "unknown"),
    Case(kind: .bimi, zone: "@ TXT x", value: "absent"),
    Case(kind: .dane, zone: "@ MX 10 mail\nmail A 192.0.2.25", value: "absent"),
    Case(
      kind: .dane,
      zone: "@ MX 10 mail\nmail A 192.0.2.25\n_25._tcp.mail TLSA 3 1 1 \(String(repeating: "ab", count: 32))",
      value: "all"),
    Case(kind: .dane, zone: "@ MX 10 mail\nmail A 192.0.2.25\n_25._tcp.mail TLSA SERVFAIL", value: "unknown")
  ]

  @Test(arguments: cases)
  func words(example: Case) async {
    let zone = "$ORIGIN example.org.\n@ SOA ns1 hostmaster 1 7200 3600 86400 300\n" + example.zone + "\n"
    let report = await DomainAuditor(resolver: World(zone), time: 0).audit("example.org")
    #expect(report.policies.first { $0.kind == example.kind }?.value == example.value)
    #expect(!report.policies.contains { $0.kind == .dnssec }, "nobody validates")
  }

  @Test func onlyOfTheAreasLookedAt() async {
    var auditor = DomainAuditor(resolver: World("$ORIGIN example.org.\n@ TXT x\n"), time: 0)
    auditor.areas = [.spf, .bimi]
    #expect(await auditor.audit("example.org").policies.map(\.kind) == [.spf, .bimi])
  }
}
