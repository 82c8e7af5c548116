public import AuditModel
import Checks
public import Survey

/// The engine for machines: lets every check judge, and tells what follows from what.
public enum HostAuditor {
  /// The outcome of every check, in the order of the catalogue.
  public static func outcomes(of survey: HostSurvey) -> [CheckOutcome] {
    let outcomes = Catalogue.hostChecks.map {
      CheckOutcome(description: $0.description, judgement: $0.judge(survey))
    }
    return Outcomes.linked(outcomes, failures: nil)
  }
}
