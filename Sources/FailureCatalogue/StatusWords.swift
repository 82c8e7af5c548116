/// What codes tell where the text is not known: RFC 5321 §4.2 and RFC 3463 §3.
enum StatusWords {
  static let unknown = "No entry of the catalogue matches this text."

  /// What the class and the kind of the codes mean.
  static func meaning(_ code: Int?, _ enhanced: EnhancedStatusCode?) -> [String] {
    var sentences: [String] = []
    if let code, let text = replyClass(code) { sentences.append(text) }
    if let enhanced, let subject = subject(enhanced) {
      sentences.append("\(enhanced) is about \(subject) (RFC 3463 §3).")
    }
    if sentences.isEmpty { sentences.append("It has no reply code and no enhanced status code that could tell more.") }
    return sentences
  }

  /// What can be said for certain.
  static func advice(_ code: Int?, _ enhanced: EnhancedStatusCode?) -> [String] {
    let digit = enhanced?.classDigit ?? code.map { $0 / 100 }
    return switch digit {
    case 4: ["Try again later; if it goes on for hours, ask the operator of that server with the text as it is."]
    case 5: ["Do not send it again unchanged; ask the operator of that server with the text as it is."]
    default: ["Look for the lines around it that hold a reply of the server, and try again with those."]
    }
  }

  private static func replyClass(_ code: Int) -> String? {
    let kind: String
    switch code / 10 % 10 {
    case 0: kind = ", about the syntax of a command"
    case 1: kind = ", about information"
    case 2: kind = ", about the connection"
    case 5: kind = ", about the mail system"
    default: kind = ""
    }
    return switch code / 100 {
    case 2: "\(code) is a success (RFC 5321 §4.2.1)."
    case 3: "\(code) asks the client to go on (RFC 5321 §4.2.1)."
    case 4: "\(code) is a temporary failure\(kind): the same may succeed later (RFC 5321 §4.2.1)."
    case 5: "\(code) is a lasting failure\(kind): the same will not succeed later (RFC 5321 §4.2.1)."
    default: nil
    }
  }

  private static func subject(_ status: EnhancedStatusCode) -> String? {
    switch status.subject {
    case 1: "an address"
    case 2: "a mailbox"
    case 3: "the mail system of the destination"
    case 4: "the network or the routing"
    case 5: "the mail protocol"
    case 6: "the content or the format of the message"
    case 7: "security or policy"
    default: nil
    }
  }
}
