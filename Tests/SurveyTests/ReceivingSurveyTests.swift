import AuditModel
import AuditTesting
import Checks
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport
import Testing

@Suite struct ReceivingSurveyTests {
  private func survey(
    _ zone: String, _ servers: [IPAddress: StagedMailServer]? = nil, _ verdicts: [DomainName: DNSSECVerdict]? = nil
  ) async -> ReceivingSurvey {
    var instruments = Instruments(resolver: World("$TTL 3600\n" + zone + "\n", origin: "example.org"))
    instruments.mailServers = servers.map { StagedMailAccess(servers: $0) }
    instruments.validator = verdicts.map { KnownVerdicts(verdicts: $0) }
    var options = SurveyOptions()
    options.time = ExampleCertificates.time
    return await ReceivingSurvey.gather("example.org", options: options, with: instruments)
  }

  @Test func everyAddressIsVisitedInOrder() async throws {
    let seen = await survey(
      "@ MX 20 b\n@ MX 10 a\na A 192.0.2.2\na A 192.0.2.1\nb AAAA 2001:db8::1",
      [.v4(0xC000_0201): StagedMailServer(), .v4(0xC000_0202): StagedMailServer { $0.refusal = .timedOut }])
    let servers = try #require(seen.servers)
    #expect(servers.observations.map(\.place) == ["192.0.2.1", "192.0.2.2", "2001:db8::1"])
    #expect(servers.observations[0].session.tls != nil)
    #expect(servers.observations[1].session.stop?.reason == .connection(.timedOut))
    #expect(servers.observations[2].session.stop?.reason == .connection(.refused))
    #expect(servers.unvisited == 0)
  }

  @Test func manyAddressesAreNotAllVisited() async throws {
    let zone = (1...40).map { "a A 192.0.2.\($0)" }.joined(separator: "\n")
    let seen = await survey("@ MX 10 a\n" + zone, [:])
    #expect(seen.servers?.observations.count == 24)
    #expect(seen.servers?.unvisited == 16)
  }

  @Test func nobodyIsVisitedUnlessAskedFor() async {
    #expect(await survey("@ MX 10 a\na A 192.0.2.1").servers == nil)
    #expect(await survey("@ MX 0 .", [:]).servers?.observations.isEmpty == true)
  }

  static let record = " TLSA 3 1 1 " + String(repeating: "5e", count: 32)
  static let alias = "@ MX 10 mail\nmail CNAME host.example.net.\nhost.example.net. A 192.0.2.1\n"
  static let atName = "_25._tcp.mail" + record
  static let atEnd = "_25._tcp.host.example.net." + record

  /// A zone, what DNSSEC says of it, and the TLSA base domain.
  struct Case: Sendable {
    let zone: String
    let state: DNSSECVerdict.State
    let base: DomainName?
  }

  static let cases: [Case] = [
    Case(zone: alias + atEnd, state: .secure, base: "host.example.net"),
    Case(zone: alias + atName, state: .secure, base: "mail.example.org"),
    Case(zone: alias + atEnd + "\n" + atName, state: .secure, base: "host.example.net"),
    Case(zone: alias + atEnd, state: .insecure, base: nil),
    Case(zone: alias + atName, state: .insecure, base: "mail.example.org"),
    // Nobody can tell: neither are the records absent.
    Case(zone: alias + atEnd, state: .indeterminate, base: "host.example.net"),
    Case(zone: alias + atEnd, state: .bogus, base: nil),
    Case(zone: alias, state: .secure, base: nil),
    Case(zone: "@ MX 10 mail\nmail A 192.0.2.1\n" + atName, state: .secure, base: "mail.example.org"),
    Case(zone: "@ A 192.0.2.1\n_25._tcp" + record, state: .secure, base: "example.org")
  ]

  /// RFC 7672 §2.2.2 and §2.2.3.
  @Test(arguments: cases)
  func theBaseDomainIsThatOfSenders(example: Case) async throws {
    let (state, base) = (example.state, example.base)
    let seen = await survey(example.zone, nil, [.root: DNSSECVerdict(state, reason: "test")])
    let host = try #require(seen.dane.hosts.first)
    switch host.records {
    case .found(let lookup):
      #expect(lookup.base == base)
      #expect(seen.dane.security(of: host, lookup)?.state == state)
    case .none: #expect(base == nil)
    case .unread(let answer): Issue.record("\(answer)")
    }
  }

  /// More records than are compared with certificates leave a mismatch open, and a match among the first good.
  @Test(arguments: [(32, Verdict.fail), (33, .unknown), (1_400, .unknown)])
  func recordsBeyondCountingDecideNothing(count: Int, verdict: Verdict) async throws {
    let digest = String(repeating: "5e", count: 30)
    let records = (0..<count).map { number in
      "_25._tcp.mail TLSA 3 1 1 " + digest + String(0x1_0000 + number, radix: 16).dropFirst()
    }
    var instruments = Instruments(
      resolver: World(
        "$TTL 3600\n@ MX 10 mail\nmail A 192.0.2.25\n" + records.joined(separator: "\n") + "\n", origin: "example.org"))
    instruments.validator = KnownVerdicts(verdicts: [.root: DNSSECVerdict(.secure, reason: "test")])
    instruments.mailServers = StagedMailAccess(servers: [.v4(0xC000_0219): StagedMailServer()])
    var options = SurveyOptions()
    options.time = ExampleCertificates.time
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    let check = try #require(Catalogue.domainCheck(named: "DANE-TLSA-MATCH"))
    let judgement = check.judge(survey)
    #expect(judgement.verdict == verdict)
    guard case .findings(let findings) = judgement else { return }
    #expect(findings.contains { $0.statement.contains("only 32 of them") } == (count > 32))
  }

  @Test func theWorstVerdictCounts() async throws {
    let seen = await survey(
      "@ MX 10 mail\nmail A 192.0.2.1\n" + Self.atName, nil,
      [
        .root: DNSSECVerdict(.secure, reason: "signed"),
        "mail.example.org": DNSSECVerdict(.bogus, reason: "a signature expired")
      ])
    let host = try #require(seen.dane.hosts.first)
    guard case .found(let lookup) = host.records else {
      // Bogus addresses have no TLSA base domain but the name itself.
      Issue.record("the name itself has records")
      return
    }
    #expect(seen.dane.mx?.state == .secure)
    #expect(seen.dane.security(of: host, lookup)?.state == .bogus)
  }

  /// RFC 7672 §2.1.2: senders do not deliver when the question for TLSA records fails.
  @Test func brokenSignaturesBehindAFailedQuestionAreTold() async throws {
    var instruments = Instruments(
      resolver: World("$TTL 3600\n@ MX 10 mail\nmail A 192.0.2.1\n_25._tcp.mail TLSA SERVFAIL\n", origin: "example.org")
    )
    let check = try #require(Catalogue.domainCheck(named: "DANE-DNSSEC"))
    for (state, verdict) in [(DNSSECVerdict.State.bogus, Verdict.fail), (.indeterminate, .unknown)] {
      instruments.validator = KnownVerdicts(verdicts: [.root: DNSSECVerdict(state, reason: "test")])
      let survey = await DomainSurvey.gather("example.org", with: instruments)
      #expect(check.judge(survey).verdict == verdict)
    }
  }
}

/// The verdict of the nearest name at or above the one asked for.
private struct KnownVerdicts: DNSSECValidator {
  let verdicts: [DomainName: DNSSECVerdict]

  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    questions.map { question in
      let names = verdicts.keys.filter { question.name.isEqual(toOrBelow: $0) }
      let nearest = names.max { $0.labelCount < $1.labelCount }
      return nearest.flatMap { verdicts[$0] } ?? DNSSECVerdict(.indeterminate, reason: "unknown")
    }
  }
}
