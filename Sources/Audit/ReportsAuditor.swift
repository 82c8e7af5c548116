public import AuditModel
import Checks
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
}
