import AuditModel
import Testing

typealias Status = AuditModel.ExitStatus

/// The status that scripts read.
@Suite struct ExitStatusTests {
  private func report(_ outcomes: [CheckOutcome], _ goal: Goal) -> AuditReport {
    AuditReport(
      target: "example.org", time: 0, toolVersion: "1.0.0", catalogueVersion: "2026-11-21", goal: goal,
      outcomes: outcomes, statistics: AuditStatistics(questions: 0, failures: 0, duration: .zero))
  }

  @Test(
    arguments: [
      ([], .high, .clean), ([(.pass, .critical)], .info, .clean), ([(.fail, .high)], .high, .found),
      ([(.fail, .medium)], .high, .clean), ([(.warn, .critical)], .high, .found), ([(.warn, .high)], .high, .clean),
      ([(.warn, .low)], .info, .found), ([(.info, .critical)], .info, .clean),
      ([(.unknown, .high)], .high, .undecided), ([(.unknown, .medium)], .high, .clean),
      ([(.unknown, .critical), (.fail, .high)], .high, .found),
      ([(.unknown, .critical), (.fail, .medium)], .high, .undecided), ([(.notApplicable, .critical)], .info, .clean)
    ] as [([(Verdict, Severity)], Severity, Status)])
  func follows(verdicts: [(Verdict, Severity)], level: Severity, status: Status) {
    let outcomes = verdicts.map { GradeTests.outcome($0, $1) }
    #expect(report(outcomes, .send).exitStatus(failOn: level) == status)
    #expect(report(outcomes, .receive).exitStatus(failOn: level) == .clean, "SPF does not count for receiving")
  }

  /// A profile that was asked for counts whatever the level and the goal.
  @Test(
    arguments: [
      (.fail, .found), (.unknown, .undecided), (.pass, .clean), (.warn, .clean), (.notApplicable, .clean)
    ] as [(Verdict, Status)])
  func profilesCount(verdict: Verdict, status: Status) {
    let outcome = GradeTests.outcome(verdict, .low)
    let rules = ProfileRules(.preLaunch, required: [outcome.check], advised: [])
    let report = AuditReport(
      target: "example.org", time: 0, toolVersion: "1.0.0", catalogueVersion: "2026-11-21", goal: .receive,
      outcomes: [outcome], profiles: [rules.result(of: [outcome])],
      statistics: AuditStatistics(questions: 0, failures: 0, duration: .zero))
    #expect(report.exitStatus(failOn: .critical) == status)
  }

  @Test func theNumbersAreFixed() {
    #expect(Status.clean.rawValue == 0 && Status.found.rawValue == 1 && Status.undecided.rawValue == 2)
    #expect(Status.usage.rawValue == 64 && Status.internalError.rawValue == 70)
    #expect(Status.inputOutput.rawValue == 74)
  }
}
