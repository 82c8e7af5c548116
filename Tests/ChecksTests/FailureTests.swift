import AuditModel
import AuditTesting
import Checks
import DNS
import Survey
import Testing

/// Could not look is never absent: when a question fails that was answered before, no check that was content becomes
/// discontent; it may become undecided. ``OneFailureTests`` asks more of the checks of domains.
@Suite struct FailureTests {
  /// The checks whose very subject is that a question fails.
  static let exempt: Set<CheckID> = ["DNS-RESOLVE-ERROR", "SPF-TEMPERROR"]
  /// The checks that can judge what the owner tells without a question.
  static let withoutQuestions: Set<CheckID> = ["HELO-FQDN", "DNS-DOMAIN-AGE"]

  @Test(arguments: HostExampleRun.all(of: Catalogue.hostChecks).filter { $0.example.verdict == .pass })
  func contentMachinesBecomeAtMostUndecided(run: HostExampleRun) async throws {
    for path in run.example.files.paths {
      for hidden in [StagedFile.hidden, .locked] where hidden == .locked || !run.example.files.isProgram(path) {
        var example = run.example
        example.files = example.files + [path: hidden]
        let judgement = try await HostExampleRun(run.check, example).judgement()
        #expect(
          judgement.verdict != .fail && judgement.verdict != .warn,
          "\(path) cannot be read, and \(run.check.description.id) says \(judgement)")
      }
    }
    for answer in try await run.survey().answers where !answer.records.isEmpty {
      let judgement = run.check.judge(try await run.survey { $0 == answer.question })
      #expect(judgement.verdict != .fail && judgement.verdict != .warn, "\(answer.question) fails: \(judgement)")
    }
  }

  @Test(
    arguments: MessageExampleRun.all(of: Catalogue.messageChecks).filter { $0.example.verdict == .pass })
  func contentMessagesBecomeAtMostUndecided(run: MessageExampleRun) async throws {
    let survey = try await run.survey()
    for answer in survey.answers where !answer.records.isEmpty {
      let judgement = run.check.judge(try await run.survey { $0 == answer.question })
      #expect(
        judgement.verdict != .fail && judgement.verdict != .warn,
        "\(answer.question) fails, and \(run.check.description.id) says \(judgement)")
    }
  }

  @Test(arguments: ExampleRun.all(of: Catalogue.domainChecks).filter { $0.example.verdict != .fail })
  func nothingSeenIsNoDefect(run: ExampleRun) async throws {
    let id = run.check.description.id
    guard !Self.exempt.contains(id), !Self.withoutQuestions.contains(id) else { return }
    let judgement = run.check.judge(try await run.survey { _ in true })
    #expect(judgement.verdict != .fail && judgement.verdict != .warn, "\(judgement)")
  }
}
