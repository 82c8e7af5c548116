import AuditModel
import Checks
public import Survey

/// What the list before a launch rests on beside the domain itself.
public struct LaunchPapers: Sendable {
  /// The answers of the owner.
  public var answers: LaunchAnswers
  /// Keys that the owner has, as files; nil when none were given.
  public var signer: DKIMSignerSurvey?
  /// What receivers reported; nil when no reports were given.
  public var reports: ReportsSurvey?

  /// Joins the parts.
  public init(answers: LaunchAnswers, signer: DKIMSignerSurvey? = nil, reports: ReportsSurvey? = nil) {
    (self.answers, self.signer, self.reports) = (answers, signer, reports)
  }

  /// What the list says of a domain, in the order of reports.
  func outcomes(of survey: DomainSurvey) -> [CheckOutcome] {
    let launch = LaunchSurvey(domain: survey, answers: answers, reports: reports)
    return (signer.map { [Catalogue.keyFilesOutcome($0)] } ?? []) + Catalogue.launchChecks.map { $0.outcome(launch) }
  }
}
