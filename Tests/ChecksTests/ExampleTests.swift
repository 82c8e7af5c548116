import AuditModel
import AuditTesting
import Checks
import Testing

/// Every example of every check gives the verdict that it documents.
@Suite struct ExampleTests {
  @Test(arguments: ExampleRun.all(of: Catalogue.domainChecks))
  func givesItsVerdict(run: ExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  @Test(arguments: MessageExampleRun.all(of: Catalogue.messageChecks))
  func givesItsVerdict(run: MessageExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  @Test(arguments: SubmissionExampleRun.all(of: Catalogue.submissionChecks))
  func givesItsVerdict(run: SubmissionExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  @Test(arguments: Catalogue.settingsChecks.flatMap { check in check.examples.map { SettingsRun(check, $0) } })
  func givesItsVerdict(run: SettingsRun) {
    hold(run.check.judge(run.example.settings), gives: run.example.verdict)
  }

  @Test(arguments: HostExampleRun.all(of: Catalogue.hostChecks))
  func givesItsVerdict(run: HostExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  @Test(arguments: ReportsExampleRun.all(of: Catalogue.reportsChecks))
  func givesItsVerdict(run: ReportsExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  @Test(arguments: LaunchExampleRun.all(of: Catalogue.launchChecks))
  func givesItsVerdict(run: LaunchExampleRun) async throws {
    hold(try await run.judgement(), gives: run.example.verdict)
  }

  private func hold(_ judgement: Judgement, gives verdict: Verdict) {
    #expect(judgement.verdict == verdict, "\(judgement)")
    guard case .findings(let findings) = judgement else { return }
    for finding in findings {
      #expect(finding.statement.hasSuffix("."), "a statement is a sentence: \(finding.statement)")
      #expect(!finding.statement.contains("\n"), "a statement is one line: \(finding.statement)")
      #expect(finding.remedy?.hasSuffix(".") ?? true, "a remedy is a sentence: \(finding.remedy ?? "")")
      let isDefect = finding.verdict == .fail || finding.verdict == .warn
      #expect(!isDefect || !finding.evidence.isEmpty, "no evidence for: \(finding.statement)")
    }
  }

  @Test func aMistakeInZoneTextIsReported() async throws {
    let check = try #require(Catalogue.domainChecks.first)
    let run = ExampleRun(check, CheckExample(.pass, "a fault", zone: "@ A 192.0.2.256"))
    await #expect(throws: ExampleFault.self) { try await run.judgement() }
  }
}

/// An example of a check of settings.
struct SettingsRun: Sendable, CustomStringConvertible {
  let check: SettingsCheck
  let example: SettingsExample

  init(_ check: SettingsCheck, _ example: SettingsExample) {
    self.check = check
    self.example = example
  }

  var description: String { "\(check.description.id): \(example.title)" }
}
