import AuditModel

/// One check that speaks against mail, with all receivers that it does so at.
struct ReceiverReason {
  /// What each receiver makes of it, in the order of the answers.
  private(set) var places: [(answer: ReceiverAnswer, reason: ReceiverAnswer.Reason)]

  /// The reason as the first receiver has it.
  var first: ReceiverAnswer.Reason { places[0].reason }

  /// The worst that it causes.
  var word: ReceiverAnswer.Word { places.map(\.reason.word).max() ?? .noKnownObstacle }

  /// The receivers, with commas between.
  var names: String { places.map(\.answer.receiver.name).joined(separator: ", ") }

  /// The reasons of all answers, each check once: the worst first, then as they come.
  static func all(of answers: [ReceiverAnswer]) -> [ReceiverReason] {
    var order: [CheckID: Int] = [:]
    var reasons: [ReceiverReason] = []
    for answer in answers {
      for reason in answer.reasons {
        if let index = order[reason.check] {
          reasons[index].places.append((answer, reason))
        } else {
          order[reason.check] = reasons.count
          reasons.append(ReceiverReason(places: [(answer, reason)]))
        }
      }
    }
    return reasons.enumerated().sorted { ($1.element.word, $0.offset) < ($0.element.word, $1.offset) }.map(\.element)
  }

  /// A reason that no other one explains.
  struct Root {
    /// The reason.
    let reason: ReceiverReason
    /// What it explains, directly or by what it explains, in order.
    let consequences: [ReceiverReason]

    /// The worst that it causes, by what it explains too.
    var word: ReceiverAnswer.Word { ([reason] + consequences).map(\.word).max() ?? .noKnownObstacle }
  }

  /// The reasons that no other one explains, with what they explain: those that cause the worst first, then as they come.
  static func roots(of reasons: [ReceiverReason]) -> [Root] {
    let checks = Set(reasons.map(\.first.check))
    let roots = reasons.filter { !($0.first.causedBy.map(checks.contains) ?? false) }
      .map { Root(reason: $0, consequences: consequences(of: $0, among: reasons)) }
    return roots.enumerated().sorted { ($1.element.word, $0.offset) < ($0.element.word, $1.offset) }.map(\.element)
  }

  private static func consequences(of root: ReceiverReason, among reasons: [ReceiverReason]) -> [ReceiverReason] {
    var explained: Set<CheckID> = [root.first.check]
    var isGrowing = true
    while isGrowing {
      let next = reasons.filter { reason in
        !explained.contains(reason.first.check) && reason.first.causedBy.map(explained.contains) ?? false
      }
      isGrowing = !next.isEmpty
      explained.formUnion(next.map(\.first.check))
    }
    return reasons.filter { explained.contains($0.first.check) && $0.first.check != root.first.check }
  }
}
