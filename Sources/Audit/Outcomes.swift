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
      failing[check.description.id] =
        CheckOutcome(description: check.description, judgement: judgement).effectiveLevel
    }
    return zip(checks, judgements).map { check, judgement in
      CheckOutcome(
        description: check.description, judgement: judgement,
        causedBy: causes(of: check.description, verdict: judgement.verdict, among: failing))
    }
  }

  /// The failing checks that explain a verdict, worst first, then by name. What could not be looked at explains
  /// what is unknown, never a defect that was seen.
  private static func causes(
    of check: CheckDescription, verdict: Verdict, among failing: [CheckID: Severity]
  ) -> [CheckID] {
    guard verdict == .fail || verdict == .warn || verdict == .unknown else { return [] }
    let causes = check.causes.filter { verdict == .unknown || $0 != "DNS-RESOLVE-ERROR" }
    let present = causes.compactMap { id in failing[id].map { (id: id, level: $0) } }
    return present.sorted { ($1.level, $0.id) < ($0.level, $1.id) }.map(\.id)
  }
}
