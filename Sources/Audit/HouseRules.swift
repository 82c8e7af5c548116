public import AuditModel
import Requirements

/// What an owner decides about the outcomes of an audit: which findings are accepted, how much checks weigh, and which
/// profiles of the owner's own the target is held against.
public struct HouseRules: Sendable {
  /// The findings that are accepted.
  public var acceptances: [Acceptance] = []
  /// Checks that weigh otherwise than in the catalogue.
  public var severities: [CheckID: Severity] = [:]
  /// Profiles of the owner's own.
  public var profiles: [ProfileRules] = []

  /// No rules.
  public init() {}

  /// Whether they change nothing.
  public var isEmpty: Bool { acceptances.isEmpty && severities.isEmpty && profiles.isEmpty }
}

extension AuditReport {
  /// The report as the owner's rules make it. What is accepted neither lowers a grade nor makes the exit status; it stands
  /// apart. What receivers would make of the mail stays as it is: they accept nothing.
  public func under(_ rules: HouseRules) -> AuditReport {
    if rules.isEmpty { return self }
    let acceptances = rules.acceptances.filter { $0.concerns(target) }
    let inForce = acceptances.filter { $0.isInForce(at: time) }
    let settled = outcomes.map { $0.weighing(rules.severities[$0.check]).accepting(inForce) }
    let known = profiles.compactMap(\.profile).map(ProfileRules.of)
    var report = AuditReport(
      target: target, time: time, toolVersion: toolVersion, catalogueVersion: catalogueVersion, goal: goal,
      selection: selection, outcomes: settled, receivers: receivers,
      profiles: RequirementResults.results(of: known + rules.profiles, settled), proceedings: proceedings,
      exhibits: exhibits, facts: facts, statistics: statistics)
    (report.agedData, report.comparison) = (agedData, comparison)
    report.acceptances = acceptances.map { result(of: $0) }
    report.deadlines = Deadline.sorted(
      deadlines + inForce.map { Deadline(.acceptance, "\($0.title) (\($0.owner))", at: $0.end) })
    return report
  }

  private func result(of acceptance: Acceptance) -> AcceptanceResult {
    let outcome = outcomes.first { $0.check == acceptance.check }
    let covered = outcome?.findings.filter { acceptance.covers($0, of: acceptance.check) } ?? []
    let isInForce = acceptance.isInForce(at: time)
    if !covered.isEmpty { return AcceptanceResult(acceptance, isInForce ? .accepted : .ended, covered) }
    let hasLooked = outcome.map { $0.possibleLevel == nil } ?? false
    return AcceptanceResult(acceptance, !hasLooked ? .unknown : isInForce ? .idle : .ended)
  }
}

extension CheckOutcome {
  fileprivate func weighing(_ severity: Severity?) -> CheckOutcome {
    guard let severity, severity != description.severity else { return self }
    return CheckOutcome(
      description: description.weighing(severity, because: "the project file says so"), judgement: judgement,
      causedBy: causedBy)
  }

  /// The outcome without what is accepted. Where nothing is left, the check is said not to apply: it has not passed.
  fileprivate func accepting(_ acceptances: [Acceptance]) -> CheckOutcome {
    guard case .findings(let findings) = judgement else { return self }
    let own = acceptances.filter { $0.check == check }
    if own.isEmpty { return self }
    let rest = findings.filter { finding in !own.contains { $0.covers(finding, of: check) } }
    if rest.count == findings.count { return self }
    // Remarks say nothing about whether the check passes.
    guard let first = own.first(where: { acceptance in findings.contains { acceptance.covers($0, of: check) } }),
      !rest.contains(where: { $0.verdict >= .unknown })
    else { return CheckOutcome(description: description, judgement: .findings(rest), causedBy: causedBy) }
    return CheckOutcome(
      description: description,
      judgement: .notApplicable("\(first.owner) accepts what it finds until \(first.lastDay): \(first.reason)"))
  }
}
