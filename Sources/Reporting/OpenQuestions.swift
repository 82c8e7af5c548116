import AuditModel

/// One thing that could not be looked at, and the checks that it leaves open.
struct OpenQuestion {
  /// The fact as the first check states it.
  let fact: Finding
  /// The checks that it leaves open, those included that wait for one of them.
  fileprivate(set) var outcomes: [CheckOutcome]

  /// The gravest check that it leaves open.
  fileprivate var severity: Severity { outcomes.map(\.description.severity).max() ?? .info }

  /// What makes two facts one: the same question without an answer, which stands last, and the same remedy; without
  /// evidence the same words.
  private struct Key: Hashable {
    let evidence: Evidence?
    let words: String?

    init(_ fact: Finding) {
      evidence = fact.evidence.last
      words = fact.evidence.isEmpty ? fact.statement : fact.remedy
    }
  }

  /// The open questions of undecided outcomes, the gravest first, then in order of their first place.
  static func all(of outcomes: [CheckOutcome]) -> [OpenQuestion] {
    let byID = Dictionary(outcomes.map { ($0.check, $0) }) { first, _ in first }
    var questions: [OpenQuestion] = []
    var places: [Key: Int] = [:]
    var waiting: [(cause: CheckID, outcome: CheckOutcome)] = []
    for outcome in outcomes {
      if let cause = cause(of: outcome, byID) {
        waiting.append((cause, outcome))
        continue
      }
      for fact in outcome.findings where fact.verdict == .unknown {
        let place = places[Key(fact), default: questions.count]
        places[Key(fact)] = place
        if place == questions.count { questions.append(OpenQuestion(fact: fact, outcomes: [])) }
        if questions[place].outcomes.last?.check != outcome.check { questions[place].outcomes.append(outcome) }
      }
    }
    for (cause, outcome) in waiting {
      let place = questions.firstIndex { $0.outcomes.contains { $0.check == cause } }
      if let place { questions[place].outcomes.append(outcome) }
    }
    return questions.enumerated().sorted { left, right in
      let (a, b) = (left.element.severity, right.element.severity)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  /// The undecided check that an outcome waits for; nil when it is open by itself, or has a defect beside.
  private static func cause(of outcome: CheckOutcome, _ byID: [CheckID: CheckOutcome]) -> CheckID? {
    guard outcome.verdict == .unknown else { return nil }
    return outcome.causedBy.first { id in
      guard let cause = byID[id], cause.verdict == .unknown else { return false }
      return cause.causedBy.allSatisfy { byID[$0] == nil }
    }
  }
}
