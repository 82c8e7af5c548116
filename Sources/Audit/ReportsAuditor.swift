public import AuditModel
import Checks
import DNS
public import Survey

/// The engine for what receivers report back: lets every check judge, and tells what follows from what.
public enum ReportsAuditor {
  /// The outcome of every check, in the order of the catalogue.
  public static func outcomes(of survey: ReportsSurvey) -> [CheckOutcome] {
    let outcomes = Catalogue.reportsChecks.map {
      CheckOutcome(description: $0.description, judgement: $0.judge(survey))
    }
    return Outcomes.linked(outcomes, failures: nil)
  }

  /// The outcomes as a report of their own.
  ///
  /// - Parameters:
  ///   - survey: what was reported.
  ///   - target: where the reports are.
  ///   - time: seconds since 1970, UTC.
  /// - Returns: the report.
  public static func report(of survey: ReportsSurvey, target: String, time: Int) -> AuditReport {
    let answers = survey.sight.map { sight in sight.domains.values.flatMap(\.answers) } ?? []
    return AuditReport(
      target: target, time: time, toolVersion: mailauditVersion, catalogueVersion: Catalogue.version, goal: .reports,
      outcomes: outcomes(of: survey),
      statistics: AuditStatistics(
        questions: answers.count, failures: answers.count { $0.failure != nil }, duration: .zero))
  }
}
