import AuditModel

extension ReceiverRule {
  /// The rule as one sentence of a report: what is asked for, by which edition, and what is answered when it is broken.
  var words: String {
    ([statement] + [threshold].compactMap { $0.map { "(\($0))" } }).joined(separator: " ")
      + " [\(([source.words] + (codes.isEmpty ? [] : [codes.joined(separator: ", ")])).joined(separator: "; "))]"
  }
}

extension ReceiverRule.Source {
  /// The document and its edition.
  var words: String {
    switch self {
    case .receiver(let document, let edition): "\(document), \(Self.words(edition))"
    case .others(let document, let edition): "\(document), \(Self.words(edition)), known through others only"
    case .notStated: "not stated by the receiver"
    }
  }

  private static func words(_ edition: String?) -> String { edition.map { "edition of \($0)" } ?? "undated" }
}

extension MailClass {
  /// What mail the answers are for, a phrase.
  var words: String {
    let kind: String
    switch isListMail {
    case true?: kind = "marketing or subscribed mail"
    case false?: kind = "transactional mail"
    case nil: kind = "kind of mail not told (--kind)"
    }
    return (isBulk ? "a bulk sender" : "no bulk sender (--bulk)") + ", " + kind
  }
}

extension ReceiverAnswer.Word {
  /// The colour of the answer.
  var paint: Paint {
    switch self {
    case .refused: .red
    case .atRisk: .yellow
    case .notEnoughData: .blue
    case .noKnownObstacle: .green
    }
  }
}
