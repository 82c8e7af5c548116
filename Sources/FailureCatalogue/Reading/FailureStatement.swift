/// One thing that was said: a reply of a server, a line of a log, a message of a program.
struct FailureStatement: Sendable {
  /// Who said it.
  var speaker: TranscriptLine.Speaker = .unknown
  /// What was said, on one line, with wraps.
  var text = MappedText()
  /// The step of the session, as far as the transcript shows it.
  var stage: FailureStage?
  /// The server that was spoken to, as far as the transcript shows it.
  var host: String?
  /// The reply code that the text begins with, or that stands in it.
  var code: Int?
  /// The enhanced status code in the text (RFC 3463).
  var enhanced: EnhancedStatusCode?
  /// The replies inside the text, written as a server writes them.
  var inner: [MappedText] = []
  /// Whether this is part of a bounce, and so tells of a failure whatever its words are.
  var isBounce = false
  /// Whether a delivery report says that it was delivered (RFC 3464 §2.3.3).
  var isDelivered = false
  /// The status that a delivery report gives beside the text (RFC 3464 §2.3.4).
  var reported: EnhancedStatusCode?

  /// Whether something says that it failed: a code, a bounce, or a word.
  var tellsFailure: Bool {
    if isBounce { return true }
    if let code, code >= 400 { return true }
    if let status = enhanced ?? reported { return status.classDigit != 2 }
    return tellsFailureInWords
  }

  /// Whether a word says that it failed.
  var tellsFailureInWords: Bool {
    if isBounce { return true }
    return Self.words.contains { text.firstIndex(ofOctets: $0) != nil }
  }

  private static let words = [
    "reject", "refus", "failed", "failure", "fails", " fail ", "error", "denied", "bounced", "deferred", "unable to",
    "cannot", "could not", "couldn't",
    "undeliver", "not deliver", "exception", "warning:", "fatal", "status=expired", "unauthori", "invalid",
    "not allowed",
    "is spam", "unknown user", "blocked using", "ratelimited", "not permitted"
  ].map { Array($0.utf8) }
}

/// An enhanced status code (RFC 3463 §2).
public struct EnhancedStatusCode: Sendable, Hashable, CustomStringConvertible {
  /// 2 for success, 4 for a temporary failure, 5 for a lasting one.
  public let classDigit: Int
  /// What the code is about: 1 addresses, 2 mailboxes, 3 the system, 4 the way, 5 the protocol, 6 the message, 7 policy.
  public let subject: Int
  /// The detail.
  public let detail: Int

  /// Joins the parts.
  public init(_ classDigit: Int, _ subject: Int, _ detail: Int) {
    self.classDigit = classDigit
    self.subject = subject
    self.detail = detail
  }

  /// Reads a code that stands alone: three numbers with dots between; nil for anything else.
  public init?(_ text: String) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2] else {
      return nil
    }
    self.init(first, second, third)
  }

  /// The code as it is written.
  public var description: String { "\(classDigit).\(subject).\(detail)" }
}
