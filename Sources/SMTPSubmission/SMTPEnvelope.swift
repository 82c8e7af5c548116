/// What a conversation does behind the login: the mail transaction (RFC 5321 §3.3), up to where it is told to go.
public struct SMTPEnvelope: Sendable, Hashable, Codable {
  /// The address of MAIL FROM, without angle brackets; empty for the null sender.
  public var sender: String
  /// The addresses of RCPT TO, without angle brackets.
  public var recipients: [String] = []
  /// The message, its lines ended by CRLF, dots not yet doubled; nil when nothing is to be sent.
  public var message: [UInt8]?

  /// An envelope of one sender.
  public init(sender: String, recipients: [String] = []) {
    self.sender = sender
    self.recipients = recipients
  }
}

/// A command and its reply.
public struct SMTPExchange: Sendable, Hashable, Codable {
  /// The step that it belongs to.
  public let step: SMTPStep
  /// The address of the command; empty when it has none.
  public let address: String
  /// The reply.
  public let reply: SMTPReply
  /// How long the reply took.
  public let duration: Duration

  /// Whether the server took the command: 354 is what DATA asks for, and no answer to anything else (RFC 5321 §4.3.2).
  public var isTaken: Bool { step == .data ? reply.code == 354 : reply.replyClass == .positive }

  /// Makes the value of its parts.
  public init(_ step: SMTPStep, address: String = "", reply: SMTPReply, duration: Duration = .zero) {
    self.step = step
    self.address = address
    self.reply = reply
    self.duration = duration
  }
}
