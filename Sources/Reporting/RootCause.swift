import AuditModel

/// One thing to fix: a failing check that no other failing check explains, with those that it explains.
struct RootCause {
  /// The check to begin with.
  let outcome: CheckOutcome
  /// What it explains, worst first: mending the root is likely to mend these.
  let consequences: [CheckOutcome]
  /// Whether anything of it counts for the goal of the report.
  let countsForGoal: Bool

  /// Whether it decides what receivers do with the message that was looked at.
  let isDecisive: Bool

  /// The worst level of the root and its consequences: the effect of mending it.
  var level: Severity { consequences.compactMap(\.effectiveLevel).reduce(outcome.effectiveLevel ?? .info, max) }

  /// The root causes of a report in order of effect: those that count for the goal first, of them those that decide
  /// whether the message arrives, then by level, then in the order of the catalogue.
  static func all(of report: AuditReport) -> [RootCause] {
    let tree = CauseTree(report.outcomes)
    let deciding = Self.deciding(report.receivers)
    let roots = tree.roots.map { root, consequences in
      RootCause(
        outcome: root, consequences: consequences,
        countsForGoal: ([root] + consequences).contains { report.goal.counts($0.description) },
        isDecisive: ([root] + consequences).contains { deciding.contains($0.check) })
    }
    return roots.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.countsForGoal != b.countsForGoal { return a.countsForGoal }
      if a.isDecisive != b.isDecisive { return a.isDecisive }
      return a.level == b.level ? left.offset < right.offset : a.level > b.level
    }.map(\.element)
  }

  /// The defects that make the answers of receivers.
  private static func deciding(_ answers: [ReceiverAnswer]) -> Set<CheckID> {
    Set(answers.flatMap(\.deciding).filter { $0.verdict > .unknown }.map(\.check))
  }
}

/// Which outcome explains which.
struct CauseTree {
  private let outcomes: [CheckOutcome]
  private let byID: [CheckID: CheckOutcome]

  init(_ outcomes: [CheckOutcome]) {
    self.outcomes = outcomes
    byID = Dictionary(outcomes.map { ($0.check, $0) }) { first, _ in first }
  }

  /// Each root with everything below it, worst first, both in the order of the outcomes.
  var roots: [(root: CheckOutcome, consequences: [CheckOutcome])] {
    var below: [CheckID: [CheckOutcome]] = [:]
    for outcome in outcomes {
      if let root = root(of: outcome), root != outcome.check { below[root, default: []].append(outcome) }
    }
    return outcomes.filter { $0.effectiveLevel != nil && root(of: $0) == $0.check }.map { root in
      let consequences = (below[root.check] ?? []).enumerated().sorted { left, right in
        let (a, b) = (left.element.verdict, right.element.verdict)
        return a == b ? left.offset < right.offset : a > b
      }
      return (root, consequences.map(\.element))
    }
  }

  /// The failing check at the beginning of the chain of causes; the outcome itself when nothing explains it. In a
  /// circle of causes it is the one with the smallest name, so that one of them is shown as the root.
  func root(of outcome: CheckOutcome) -> CheckID? {
    var path: [CheckID] = []
    var current = outcome
    while !path.contains(current.check) {
      path.append(current.check)
      guard let cause = current.failingCause(among: byID) else {
        return current.effectiveLevel == nil ? nil : current.check
      }
      current = cause
    }
    return path.drop { $0 != current.check }.min()
  }
}
