public import MailAuthentication
public import MailMessage
public import Syntax

/// The structured fields of a message, read. Each kind stands from top to bottom, every copy included.
public struct MessageFields: Sendable {
  /// A field, and what its parser made of it.
  public struct Read<Value: Sendable>: Sendable {
    /// The field.
    public let field: HeaderField
    /// Its body as it was read; ranges of faults point into the body.
    public let parsed: Parsed<Value>

    /// The value, as far as it could be read.
    public var value: Value? { parsed.value }
  }

  /// From (RFC 5322 §3.6.2).
  public let from: [Read<AddressList>]
  /// Sender (RFC 5322 §3.6.2).
  public let sender: [Read<AddressList>]
  /// Reply-To (RFC 5322 §3.6.2).
  public let replyTo: [Read<AddressList>]
  /// To (RFC 5322 §3.6.3).
  public let to: [Read<AddressList>]
  /// Cc (RFC 5322 §3.6.3).
  public let cc: [Read<AddressList>]
  /// Date (RFC 5322 §3.6.1).
  public let date: [Read<DateTime>]
  /// Message-ID (RFC 5322 §3.6.4).
  public let messageID: [Read<MessageIDToken>]
  /// In-Reply-To (RFC 5322 §3.6.4).
  public let inReplyTo: [Read<MessageIDList>]
  /// References (RFC 5322 §3.6.4).
  public let references: [Read<MessageIDList>]
  /// Return-Path (RFC 5321 §4.4).
  public let returnPath: [Read<AddressList>]
  /// Subject (RFC 5322 §3.6.5).
  public let subject: [Read<UnstructuredText>]
  /// Auto-Submitted (RFC 3834 §5).
  public let autoSubmitted: [Read<AutoSubmitted>]
  /// Authentication-Results (RFC 8601 §2.2).
  public let authenticationResults: [Read<AuthenticationResults>]
  /// List-Unsubscribe (RFC 2369 §3.2).
  public let listUnsubscribe: [Read<ListUnsubscribe>]
  /// List-Unsubscribe-Post (RFC 8058 §3.1).
  public let listUnsubscribePost: [Read<ListUnsubscribePost>]
  /// List-Id (RFC 2919 §3).
  public let listID: [Read<ListID>]
  /// Feedback-ID, which Google's rules for senders define.
  public let feedbackID: [Read<FeedbackID>]
  /// Precedence (RFC 2076 §3.9).
  public let precedence: [Read<Precedence>]

  /// Received (RFC 5321 §4.4), the newest first.
  public let received: [Read<ReceivedField>]

  /// Reads the fields of a message.
  public init(_ message: Message) {
    func read<Value>(_ name: HeaderName, _ parse: ([UInt8]) -> Parsed<Value>) -> [Read<Value>] {
      message.fields(name).prefix(Self.copies).map { Read(field: $0, parsed: parse(message.body(of: $0))) }
    }
    from = read("From", AddressList.parse)
    sender = read("Sender", AddressList.parse)
    replyTo = read("Reply-To", AddressList.parse)
    to = read("To", AddressList.parse)
    cc = read("Cc", AddressList.parse)
    date = read("Date", DateTime.parse)
    messageID = read("Message-ID", MessageIDToken.parse)
    inReplyTo = read("In-Reply-To", MessageIDList.parse)
    references = read("References", MessageIDList.parse)
    returnPath = read("Return-Path", AddressList.parse)
    subject = read("Subject", UnstructuredText.parse)
    autoSubmitted = read("Auto-Submitted", AutoSubmitted.parse)
    authenticationResults = read("Authentication-Results", AuthenticationResults.parse)
    listUnsubscribe = read("List-Unsubscribe", ListUnsubscribe.parse)
    listUnsubscribePost = read("List-Unsubscribe-Post", ListUnsubscribePost.parse)
    listID = read("List-ID", ListID.parse)
    feedbackID = read("Feedback-ID", FeedbackID.parse)
    precedence = read("Precedence", Precedence.parse)
    received = message.fields("Received").prefix(Self.hops).map {
      Read(field: $0, parsed: ReceivedField.parse(message.body(of: $0)))
    }
  }

  /// Copies of a field that are read: one is lawful, the next ones are evidence, and a thousand an attack.
  private static let copies = 16
  /// RFC 5321 §6.3: mail with more hops than a hundred is in a loop.
  private static let hops = 128
}
