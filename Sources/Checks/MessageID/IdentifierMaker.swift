import MailMessage
import Survey

/// A program that writes Message-IDs, how its work is recognised, and which setting its host name comes from.
struct IdentifierMaker: Sendable {
  /// The program.
  let name: String
  /// What its identifiers look like, without the angle brackets.
  let patterns: [IdentifierPattern]
  /// What must stand in the header besides, when the pattern alone could be somebody else's.
  let sign: Sign?
  /// The setting to correct, as a remedy.
  let setting: String
  /// What the identifier tells strangers about the inside; nil for nothing.
  let reveals: String?
  /// Whether the identifier is unique on its host by the number of a queue or a counter, so that its randomness does not
  /// matter.
  let countsOnHost: Bool

  /// What stands in the header.
  struct Sign: Sendable {
    let field: HeaderName
    /// Text that the field has to hold, in lower case; empty for any.
    let text: String
  }

  init(
    _ name: String, _ patterns: [IdentifierPattern], sign: Sign? = nil, setting: String, reveals: String? = nil,
    countsOnHost: Bool = false
  ) {
    self.name = name
    self.patterns = patterns
    self.sign = sign
    self.setting = setting
    self.reveals = reveals
    self.countsOnHost = countsOnHost
  }

  /// Whether it made the identifier: both the pattern and the sign fit.
  fileprivate func made(_ token: MessageIDToken, in survey: MessageSurvey) -> Bool {
    let text = "\(token.left)@\(token.right)"
    guard patterns.contains(where: { $0.matches(text) }) else { return false }
    guard let sign else { return true }
    return survey.message.fields(sign.field).prefix(4).contains { field in
      sign.text.isEmpty || survey.message.text(of: field).lowercased().contains(sign.text)
    }
  }
}

extension MessageSurvey {
  /// The program that made the Message-ID, when it is known for certain.
  var identifierMaker: IdentifierMaker? {
    guard let token = fields.messageID.first?.value else { return nil }
    return IdentifierMaker.all.first { $0.made(token, in: self) }
  }
}
