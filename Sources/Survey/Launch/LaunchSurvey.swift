/// A domain before it goes live: what was seen of it, what its owner told, and what receivers reported.
public struct LaunchSurvey: Sendable {
  /// The domain.
  public let domain: DomainSurvey
  /// The answers of the owner.
  public let answers: LaunchAnswers
  /// What receivers reported; nil when no reports were given.
  public let reports: ReportsSurvey?

  /// Joins the parts.
  public init(domain: DomainSurvey, answers: LaunchAnswers, reports: ReportsSurvey? = nil) {
    (self.domain, self.answers, self.reports) = (domain, answers, reports)
  }

  /// The picture of the domain in the reports; nil when they have none.
  public var picture: DomainPicture? { reports?.pictures.first { $0.tally.domain == domain.domain } }
}
