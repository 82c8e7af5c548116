import AuditTesting
import DNS
import MailAuthentication
import Survey
import Testing

/// Which addresses count as sending hosts, and what is learned of their names.
@Suite struct SendingHostSurveyTests {
  private static func survey(
    _ zone: String, _ domain: DomainName = "example.org", _ configure: (inout SurveyOptions) -> Void = { _ in }
  ) async -> DomainSurvey {
    var options = SurveyOptions()
    configure(&options)
    let world = World("$ORIGIN example.org.\n$TTL 60\n" + zone)
    return await DomainSurvey.gather(domain, options: options, using: world)
  }

  @Test(arguments: [
    ("@ TXT \"v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/28 ip6:2001:db8::1 -all\"", "192.0.2.1 2001:db8::1"),
    ("@ TXT \"v=spf1 ~ip4:192.0.2.1 -ip4:192.0.2.2 ?ip4:192.0.2.3 ip4:192.0.2.4 -all\"", "192.0.2.4"),
    ("@ TXT \"v=spf1 a:www mx/30 -all\"\nwww A 192.0.2.7\n@ MX 10 mx\nmx A 192.0.2.25", "192.0.2.25"),
    ("@ TXT \"v=spf1 a:www.example.org -all\"\nwww A 192.0.2.7", "192.0.2.7"),
    ("@ TXT \"v=spf1 include:o.example -all\"\no.example. TXT \"v=spf1 ip4:192.0.2.9 -all\"", ""),
    ("@ MX 10 mx.other.example.\nmx.other.example. A 192.0.2.9", ""), ("@ MX 10 mx\nmx A 10.0.0.1", ""),
    ("@ MX 10 mx\nmx A 192.0.2.3\n@ TXT \"v=spf1 ip4:192.0.2.3 -all\"", "192.0.2.3"), ("@ A 192.0.2.80", "")
  ])
  func derives(zone: String, addresses: String) async {
    let survey = await Self.survey(zone)
    #expect(survey.sending.hosts.map(\.address.description).joined(separator: " ") == addresses)
    #expect(survey.sending.hosts.allSatisfy { !$0.isNamed && !$0.origins.isEmpty })
  }

  @Test func namedHostsComeFirstAndKeepTheirOrder() async {
    let survey = await Self.survey("@ TXT \"v=spf1 ip4:192.0.2.1 ip4:192.0.2.5 -all\"") {
      $0.sendingAddresses = ["192.0.2.9", "192.0.2.5", "::ffff:192.0.2.9"].compactMap { IPAddress($0) }
    }
    #expect(survey.sending.hosts.map(\.address.description) == ["192.0.2.9", "192.0.2.5", "192.0.2.1"])
    #expect(survey.sending.hosts.map(\.isNamed) == [true, true, false])
    #expect(survey.sending.hosts[1].origins == [.named, .spfTerm("ip4:192.0.2.5")])
    #expect(survey.spf.senders.map(\.result.rawValue) == ["fail", "pass", "fail"])
  }

  @Test func parkedDomainsHaveNoDerivedHosts() async {
    let survey = await Self.survey("@ TXT \"v=spf1 ip4:192.0.2.1 -all\"") { $0.isParked = true }
    #expect(survey.sending.hosts.isEmpty)
  }

  @Test func manySingleAddressesAreNotAllLookedAt() async {
    let terms = (1...40).map { "ip4:192.0.2.\($0)" }.joined(separator: " ")
    let strings = stride(from: 0, to: terms.count, by: 200).map { String(terms.dropFirst($0).prefix(200)) }
    let survey = await Self.survey(
      "@ TXT \"v=spf1 \" " + strings.map { "\"\($0)\"" }.joined(separator: " ") + " \" -all\"")
    #expect(survey.sending.hosts.count == 8)
    #expect(survey.sending.isTruncated)
  }

  @Test func aThousandNamesAreNotAllLookedUp() async {
    let records = (0..<1000).map { "25.2.0.192.in-addr.arpa. PTR n\($0)" }.joined(separator: "\n")
    let survey = await Self.survey(records) { $0.sendingAddress = IPAddress("192.0.2.25") }
    let host = survey.sending.hosts.first
    #expect(host?.nameCount == 1000)
    #expect(host?.names.count == 10)
    #expect(survey.answers.count { $0.question.type == .ptr } == 1)
  }

  @Test(arguments: [
    "25.2.0.192.in-addr.arpa. CNAME x\nx CNAME 25.2.0.192.in-addr.arpa.", "25.2.0.192.in-addr.arpa. PTR .",
    "25.2.0.192.in-addr.arpa. PTR 25.2.0.192.in-addr.arpa.", "25.2.0.192.in-addr.arpa. PTR \\000\\255.example.org.",
    "25.2.0.192.in-addr.arpa. PTR loop\nloop CNAME loop"
  ])
  func oddPointersEnd(zone: String) async {
    let survey = await Self.survey(zone) { $0.sendingAddress = IPAddress("192.0.2.25") }
    #expect(survey.sending.hosts.count == 1)
    #expect(survey.sending.hosts[0].confirmedNames.isEmpty)
  }

  @Test func servicesAreRecognisedByIncludeAndByName() async {
    let zone = """
      @ TXT "v=spf1 include:sendgrid.net -all"
      sendgrid.net. TXT "v=spf1 ip4:192.0.2.0/28 -all"
      66.2.0.192.in-addr.arpa. PTR a1.smtp-out.amazonses.com.
      a1.smtp-out.amazonses.com. A 192.0.2.66
      """
    let survey = await Self.survey(zone) {
      $0.sendingAddresses = ["192.0.2.5", "192.0.2.66", "192.0.2.99"].compactMap { IPAddress($0) }
    }
    let providers = survey.sending.hosts.map { $0.relay?.provider }
    #expect(providers == ["Twilio SendGrid", "Amazon Simple Email Service", nil])
  }

  @Test(arguments: [
    ("192.0.2.25", "192.0.2.25", false), ("[192.0.2.25]", "192.0.2.25", true),
    ("[IPv6:2001:db8::25]", "2001:db8::25", true), ("2001:db8::25", "2001:db8::25", false),
    ("mail.example.org", nil, false), ("[mail]", nil, true), ("192.0.2.256", nil, false), (".", nil, false)
  ])
  func literals(text: String, address: String?, isBracketed: Bool) throws {
    let name = try #require(DomainName(text))
    #expect(name.literalAddress?.description == address)
    #expect(name.isBracketed == isBracketed)
  }
}
