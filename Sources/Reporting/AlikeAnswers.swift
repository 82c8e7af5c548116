import AuditModel

/// Receivers that give the same answer for the same reasons: told once.
struct AlikeAnswers {
  /// The answer.
  let word: ReceiverAnswer.Word
  /// What decides it, and what it becomes when all is mended.
  let words: String
  private var receivers: [String]

  /// Who answers so.
  var names: String { receivers.joined(separator: ", ") }

  /// The answers in their order, those that say the same together.
  static func all(of answers: [ReceiverAnswer]) -> [AlikeAnswers] {
    var all: [AlikeAnswers] = []
    for answer in answers {
      let words = words(of: answer)
      if let index = all.firstIndex(where: { $0.word == answer.word && $0.words == words }) {
        all[index].receivers.append(answer.receiver.name)
      } else {
        all.append(AlikeAnswers(word: answer.word, words: words, receivers: [answer.receiver.name]))
      }
    }
    return all
  }

  private static func words(of answer: ReceiverAnswer) -> String {
    let read = " [rules read \(answer.receiver.lastRead)]"
    if answer.word == .noKnownObstacle {
      return "nothing that can be seen from outside stands in the way; reputation and content decide" + read
    }
    let left = answer.deciding.count - TextLimits.deciding
    let shown = answer.words(of: answer.deciding.prefix(TextLimits.deciding)) + (left > 0 ? " and \(left) more" : "")
    let mended = answer.afterRemedies == answer.word ? "" : "; all mended: \(answer.afterRemedies.title)"
    return shown + mended + read
  }
}
