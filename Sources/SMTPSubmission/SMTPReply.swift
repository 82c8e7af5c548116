/// One reply of a server (RFC 5321 §4.2), which may have several lines.
public struct SMTPReply: Sendable, Hashable, Codable {
  /// The three digits.
  public let code: Int
  /// The text of each line behind the code, octets that are no UTF-8 replaced.
  public let lines: [String]

  /// Makes a reply of its parts.
  public init(code: Int, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  /// What the first digit says (RFC 5321 §4.2.1).
  public enum Class: Int, Sendable {
    /// Done.
    case positive = 2
    /// Go on.
    case intermediate = 3
    /// Not now.
    case transient = 4
    /// No.
    case permanent = 5
  }

  /// What the first digit says.
  public var replyClass: Class { Class(rawValue: code / 100) ?? .permanent }

  /// The enhanced status code at the head of the text, such as `5.7.1` (RFC 2034 §4, RFC 3463 §2).
  public var enhancedCode: String? {
    guard let word = lines.first?.split(separator: " ").first else { return nil }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let isCode = parts.count == 3 && parts.allSatisfy { (1...3).contains($0.count) && UInt16($0) != nil }
    return isCode && parts[0] == "\(code / 100)" ? String(word) : nil
  }
}

extension SMTPReply: CustomStringConvertible {
  /// The code and the first line.
  public var description: String { "\(code) \(lines.first ?? "")" }
}

/// Why octets are no reply that one could go on with.
public enum SMTPReplyFault: Error, Sendable, Hashable, Codable {
  /// A line does not begin with a code and a space, a hyphen or nothing.
  case noCode(String)
  /// The lines of one reply have different codes.
  case mixedCodes(Int, Int)
  /// A line is far longer than the 512 octets of RFC 5321 §4.5.3.1.5.
  case lineTooLong
  /// More lines than any server sends.
  case tooManyLines
  /// More than one reply came to one command.
  case early
}

extension SMTPReplyFault: CustomStringConvertible {
  /// The cause in a phrase.
  public var description: String {
    switch self {
    case .noCode(let line): "a line is no reply of SMTP: \(line)"
    case .mixedCodes(let first, let second): "the lines of one reply have the codes \(first) and \(second)"
    case .lineTooLong: "a line of the reply has more than \(SMTPLimits.lineOctets) octets"
    case .early: "the server answers before it was asked"
    case .tooManyLines: "the reply has more than \(SMTPLimits.replyLines) lines"
    }
  }
}
