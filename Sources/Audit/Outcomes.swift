import AuditModel
import Checks
import Survey

/// Outcomes of all checks, linked to what causes them.
enum Outcomes {
  static func of(_ survey: DomainSurvey) -> [CheckOutcome] {
    let checks = Catalogue.domainChecks
    let judgements = checks.map { check in
      ParkedProfile.judgement(of: check.description, options: survey.options) ?? check.judge(survey)
    }
    var failing: [CheckID: Severity] = [:]
    for (check, judgement) in zip(checks, judgements) {
      let level = CheckOutcome(description: check.description, judgement: judgement).effectiveLevel
      if let level { failing[check.description.id] = level }
    }
    let failures = FailedQuestions(survey, outcomes: zip(checks, judgements).map { ($0.description.id, $1) })
    return zip(checks, judgements).map { check, judgement in
      let general = failures.cause(of: check.description.id, judgement) ?? []
      let own = causes(of: check.description, verdict: judgement.verdict, among: failing)
      return CheckOutcome(
        description: check.description, judgement: judgement, causedBy: general + own.filter { !general.contains($0) })
    }
  }

  /// The failing checks that explain a verdict, worst first, then by name. What failed questions explain is seen by
  /// ``FailedQuestions``.
  private static func causes(
    of check: CheckDescription, verdict: Verdict, among failing: [CheckID: Severity]
  ) -> [CheckID] {
    guard verdict == .fail || verdict == .warn || verdict == .unknown else { return [] }
    let causes = check.causes.filter { $0 != FailedQuestions.check }
    let present = causes.compactMap { id in failing[id].map { (id: id, level: $0) } }
    return present.sorted { ($1.level, $0.id) < ($0.level, $1.id) }.map(\.id)
  }
}
