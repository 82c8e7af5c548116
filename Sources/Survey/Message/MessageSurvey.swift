public import DNS
public import MailMessage

/// Everything that was learned about one message: what checks judge without asking again. It never changes.
public final class MessageSurvey: Sendable {
  /// What the message is called: a file, or its number in a mailbox.
  public let name: String
  /// What the owner told.
  public let options: MessageOptions
  /// The message.
  public let message: Message
  /// What the other messages of the run tell.
  public let batch: MessageBatch
  /// The domain of the author with all that DNS tells of it; nil when From names none.
  public let author: DomainSurvey?
  /// The answer to every question that was asked, those of ``author`` left out.
  public let answers: [DNSAnswer]

  init(
    name: String, options: MessageOptions, message: Message, batch: MessageBatch, author: DomainSurvey?,
    answers: [DNSAnswer]
  ) {
    self.name = name
    self.options = options
    self.message = message
    self.batch = batch
    self.author = author
    self.answers = answers
  }
}
