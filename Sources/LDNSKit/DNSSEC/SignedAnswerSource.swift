public import DNS

/// Gives whole answers with their signatures: questions are asked with DO and CD set (RFC 4035 §3.2.1, §3.2.2).
public protocol SignedAnswerSource: Sendable {
  /// The answers to `questions`, in the same order.
  func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer]
}

/// The messages that answer one question.
public struct SignedAnswer: Sendable {
  /// The question.
  public let question: DNSQuestion
  /// The octets of the messages, one for each part of a chain of aliases that the server did not follow itself; or why
  /// there are none.
  public let messages: Result<[[UInt8]], DNSFailure>

  /// Makes the value of its parts.
  public init(_ question: DNSQuestion, _ messages: Result<[[UInt8]], DNSFailure>) {
    self.question = question
    self.messages = messages
  }
}
