import AuditModel
import Checks
import Survey

/// Outcomes of checks, linked to what causes them.
enum Outcomes {
  static func of(_ survey: DomainSurvey, checks: [DomainCheck]) -> [CheckOutcome] {
    let outcomes = checks.map { outcome(of: $0, survey) }
    return linked(outcomes, failures: FailedQuestions(survey, outcomes: outcomes))
  }

  /// The outcome of one check of a domain, not yet linked.
  static func outcome(of check: DomainCheck, _ survey: DomainSurvey) -> CheckOutcome {
    CheckOutcome(
      description: check.description,
      judgement: ParkedProfile.judgement(of: check.description, options: survey.options) ?? check.judge(survey))
  }

  /// The outcomes, each linked to the failing ones that explain it.
  static func linked(_ outcomes: [CheckOutcome], failures: FailedQuestions?) -> [CheckOutcome] {
    var outcomes = outcomes
    var failing: [CheckID: Severity] = [:]
    for outcome in outcomes {
      if let level = outcome.effectiveLevel { failing[outcome.check] = level }
    }
    for (index, outcome) in outcomes.enumerated() where outcome.verdict >= .unknown {
      let general = failures?.cause(of: outcome) ?? []
      let own = causes(of: outcome, among: failing)
      if general.isEmpty, own.isEmpty { continue }
      outcomes[index] = CheckOutcome(
        description: outcome.description, judgement: outcome.judgement,
        causedBy: general + own.filter { !general.contains($0) })
    }
    return outcomes
  }

  /// The failing checks that explain a verdict, worst first, then by name. What failed questions explain is seen by
  /// ``FailedQuestions``.
  private static func causes(of outcome: CheckOutcome, among failing: [CheckID: Severity]) -> [CheckID] {
    let causes = outcome.description.causes.lazy.filter { $0 != FailedQuestions.check }
    let present = Array(causes.compactMap { id in failing[id].map { (id: id, level: $0) } })
    if present.isEmpty { return [] }
    return present.sorted { ($1.level, $0.id) < ($0.level, $1.id) }.map(\.id)
  }

  /// `outcomes` with those of the settings in front of the causes that were found: what the settings say is the root of
  /// what servers and messages show.
  static func ledBack(_ outcomes: [CheckOutcome], to settings: [CheckOutcome]) -> [CheckOutcome] {
    let failing = Set(settings.filter { $0.effectiveLevel != nil }.map(\.check))
    if failing.isEmpty { return outcomes }
    return outcomes.map { outcome in
      guard outcome.verdict >= .unknown else { return outcome }
      let roots = outcome.description.causes.filter { failing.contains($0) && !outcome.causedBy.contains($0) }
      if roots.isEmpty { return outcome }
      return CheckOutcome(
        description: outcome.description, judgement: outcome.judgement, causedBy: roots + outcome.causedBy)
    }
  }
}
