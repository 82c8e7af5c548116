import AuditModel

/// The figures of a report's headline.
struct ReportSummary {
  /// What there is to fix, in order of effect.
  let causes: [RootCause]
  /// The outcomes that are undecided at least in part, and that no failing check explains.
  let undecided: [CheckOutcome]
  /// Whether nothing that counts for the goal is known.
  let isBlind: Bool

  init(_ report: AuditReport) {
    let tree = CauseTree(report.outcomes)
    causes = RootCause.all(of: report)
    undecided = report.outcomes.filter { outcome in
      outcome.possibleLevel != nil && (outcome.effectiveLevel != nil || tree.root(of: outcome) == nil)
    }
    isBlind = report.overallGrade.letter == nil && report.overallGrade.isUncertain
  }

  /// The headline: what counts for the goal. What cannot lower a grade is no thing to fix.
  func headline(goal: Goal) -> String {
    let counting = causes.filter(\.countsForGoal)
    let things = counting.count { $0.level > .info }
    let unseen = undecided.count { goal.counts($0.description) }
    if isBlind, counting.isEmpty { return "nothing could be looked at, \(unseen) undecided" }
    let fix = things == 0 ? "nothing to fix" : things == 1 ? "1 thing to fix" : "\(things) things to fix"
    let minor = counting.count - things
    return fix + (minor == 0 ? "" : ", \(minor) to consider") + (unseen == 0 ? "" : ", \(unseen) undecided")
  }
}
