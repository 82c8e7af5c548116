public import AuditModel
public import Checks
import DNS
public import Survey

/// Runs the example of a check of a launch through the real survey, the real fold of reports and the check.
public struct LaunchExampleRun: Sendable {
  /// The check.
  public let check: LaunchCheck
  /// One of its examples.
  public let example: LaunchExample

  /// Joins a check with one of its examples.
  public init(_ check: LaunchCheck, _ example: LaunchExample) {
    self.check = check
    self.example = example
  }

  /// Every example of every check in `checks`, in order.
  public static func all(of checks: [LaunchCheck]) -> [LaunchExampleRun] {
    checks.flatMap { check in check.examples.map { LaunchExampleRun(check, $0) } }
  }

  /// Looks at the world of the example.
  public func survey() async throws(ExampleFault) -> LaunchSurvey {
    let world = CheckExample(example.verdict, example.title, zone: example.zone, stage: example.stage) {
      $0 = example.options
    }
    let run = ExampleRun(DomainCheck(check.description, examples: []) { _ in .pass }, world)
    let domain = try await run.survey()
    guard !example.reports.isEmpty else { return LaunchSurvey(domain: domain, answers: example.answers) }
    let reports = try await ReportsExampleRun(
      ReportsCheck(check.description, examples: []) { _ in .pass },
      ReportsExample(example.verdict, example.title, example.reports, zone: example.zone)
    ).survey()
    return LaunchSurvey(domain: domain, answers: example.answers, reports: reports)
  }

  /// What the check makes of the example.
  public func judgement() async throws(ExampleFault) -> Judgement { check.judge(try await survey()) }
}

extension LaunchExampleRun: CustomStringConvertible {
  /// The id of the check and what the example shows.
  public var description: String { "\(check.description.id): \(example.title)" }
}
