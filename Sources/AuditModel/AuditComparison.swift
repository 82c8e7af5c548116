/// Two audits of one target: what a change does to the checks.
public struct AuditComparison: Sendable, Hashable {
  /// The checks whose verdict differs, in the order of reports.
  public let changes: [Change]
  /// The overall grade before.
  public let gradeBefore: String
  /// The overall grade after.
  public let gradeAfter: String

  /// A check whose verdict differs.
  public struct Change: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What it said before; nil when it did not run.
    public let before: Verdict?
    /// What it says after; nil when it does not run any more.
    public let after: Verdict?
    /// The worst fact after, or before when there is none any more; empty for a check without facts.
    public let statement: String

    /// Whether the check got better, worse, or neither: what became open is neither.
    public var direction: Direction {
      guard let before, let after else { return .other }
      let (bad, open) = ([Verdict.fail, .warn], Verdict.unknown)
      if after == open { return .other }
      if bad.contains(after) { return after > before ? .worse : .better }
      return bad.contains(before) || before == open ? .better : .other
    }
  }

  /// Which way a verdict changed.
  public enum Direction: String, Sendable {
    /// It is better.
    case better
    /// It is worse.
    case worse
    /// Neither: it is open now, or about something else.
    case other
  }

  /// Compares two reports.
  public init(before: AuditReport, after: AuditReport) {
    let old = Dictionary(before.outcomes.map { ($0.check, $0) }) { first, _ in first }
    let new = Set(after.outcomes.map(\.check))
    let changed = after.outcomes.compactMap { outcome -> Change? in
      let former = old[outcome.check]
      guard former?.verdict != outcome.verdict else { return nil }
      let fact = outcome.findings.first ?? former?.findings.first
      return Change(
        check: outcome.check, before: former?.verdict, after: outcome.verdict, statement: fact?.statement ?? "")
    }
    let gone = before.outcomes.filter { !new.contains($0.check) }.map {
      Change(check: $0.check, before: $0.verdict, after: nil, statement: $0.findings.first?.statement ?? "")
    }
    changes = changed + gone
    (gradeBefore, gradeAfter) = (before.overallGrade.description, after.overallGrade.description)
  }
}
