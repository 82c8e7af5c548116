import Audit
import AuditModel
import AuditTesting
import Checks
import DNS
import Foundation
import LDNSKit
import OpenSSLKit
import Reporting
import SASL
import SMTPSubmission
import Survey
import Testing

/// Probes of the scripted submission servers on loopback: what an administrator would expect is said, and nothing false.
@Suite(.takesTurns) struct DialogueTests {
  @Test func thereAreEnough() {
    #expect(Dialogues.all.count >= 60)
    let places = Dialogues.all.map { "\($0.address)" }
    #expect(Set(places).count == places.count, "each has an address of its own")
    let silent = Dialogues.all.filter { $0.mandatory.isEmpty && $0.forbidden.isEmpty }
    #expect(silent.isEmpty, "\(silent.map(\.name))")
  }

  @Test(arguments: Dialogues.all)
  func probesSayWhatGoesWrong(scenario: DialogueScenario) async throws {
    let report = try await Self.report(scenario)
    let facts = ProbeFacts(report)
    scenario.expect(of: facts)
    let forms = SecretForms(user: scenario.user ?? "", password: DialogueScenario.password)
    #expect(forms.found(in: facts.text) == nil)
  }

  private static let loopback = IPAddress.v4(0x7F00_0001)

  private static func report(_ scenario: DialogueScenario) async throws -> AuditReport {
    let server = try await scenario.serve(at: loopback, port: 0)
    if !scenario.isListening { await server.stop() }
    var options = scenario.options(port: server.port, address: loopback)
    options.time = ExampleCertificates.time
    let patience = scenario.dialogue.patience
    (options.timeouts.greeting, options.timeouts.reply, options.timeouts.handshake) = (patience, patience, patience)
    if scenario.isTriedAgain { options.patience = .milliseconds(200) }
    if let user = scenario.user {
      let credentials = SASLCredentials(user: user, password: Secret(DialogueScenario.password))
      options.login = SASLLogin(credentials, host: options.target.host.description, port: server.port)
      options.userName = user
    }
    let zone = """
      $ORIGIN .
      $TTL 300
      . SOA ns.invalid. h.invalid. 1 3600 600 86400 300
      \(scenario.host) A 127.0.0.1
      wiki.apps.test A 198.51.100.129
      apps.test TXT "v=spf1 ip4:198.51.100.129 -all"
      """
    let world = ZoneText.parse(Array((zone + "\n").utf8), file: "world", origin: nil)
    try #require(world.faults.isEmpty, "\(world.faults)")
    let instruments = Instruments(resolver: ZoneResolver([world.zone], uncovered: .nameError))
    let access = MailServerNetwork(trustStore: LabMail.trustStore)
    let report = await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
    await server.stop()
    return report
  }
}

extension MailDialogue {
  /// Who answers may take its time, on a busy machine; who keeps silent is soon believed to.
  fileprivate var patience: Duration {
    let actions = opening + answers.flatMap(\.actions)
    let isSilent = actions.contains { if case .pause(let milliseconds) = $0 { milliseconds > 30_000 } else { false } }
    return isSilent ? .seconds(4) : .seconds(60)
  }
}

extension ProbeFacts {
  /// What a report says.
  init(_ report: AuditReport) {
    verdicts = report.outcomes.map { ($0.check.rawValue, $0.verdict) }
    steps = (report.proceedings?.steps ?? []).map { ($0.name, $0.verdict) }
    transcript = report.proceedings?.transcript ?? []
    for step in report.proceedings?.steps ?? [] { results[step.name] = step.result }
    text = String(decoding: JSONRenderer().octets(of: report), as: UTF8.self)
  }
}
