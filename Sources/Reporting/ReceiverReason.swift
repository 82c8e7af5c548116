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
}
