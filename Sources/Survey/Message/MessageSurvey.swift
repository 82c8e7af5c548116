public import DNS
public import MailAuthentication
public import MailMessage

/// Everything that was learned about one message: what checks judge without asking again. It never changes.
public final class MessageSurvey: Sendable {
  /// What the message is called: a file, or its number in a mailbox.
  public let name: String
  /// What the owner told.
  public let options: MessageOptions
  /// The message.
  public let message: Message
  /// Its structured fields.
  public let fields: MessageFields
  /// What the other messages of the run tell.
  public let batch: MessageBatch
  /// The way it came.
  public let trace: MessageTrace
  /// The envelope it came in.
  public let envelope: MessageEnvelope
  /// Its body.
  public let body: MessageBody
  /// What people see of it: its texts and its HTML.
  public let content: MessageContent
  /// What the server answered to the request of one-click unsubscription; nil when none was sent.
  public let unsubscription: HTTPSFile?
  /// What became of its signatures.
  public let signatures: MessageSignatures
  /// What changed since each DKIM signature was made, in their order; nil for one that passes.
  public let diagnoses: [DKIMDiagnosis?]
  /// SPF for MAIL FROM, or for HELO when MAIL FROM is empty (RFC 7208 §2.4); nil when client or envelope are not known.
  public let spf: SPFEvaluation?
  /// SPF for HELO (RFC 7208 §2.3); nil when it is not known, or is no name.
  public let spfHELO: SPFEvaluation?
  /// DMARC; nil when From names no single domain.
  public let dmarc: MessageDMARC?
  /// The domain of the author with all that DNS tells of it; nil when From names none.
  public let author: DomainSurvey?
  /// Hosts that the header names, by name.
  public let hosts: [DomainName: NamedHost]
  /// The answer to every question that was asked.
  public let answers: [DNSAnswer]

  init(_ look: MessageLook, _ found: MessageFindings, answers: [DNSAnswer]) {
    name = look.name
    options = look.options
    message = look.message
    fields = look.fields
    batch = look.batch
    trace = look.trace
    envelope = look.envelope
    body = look.body
    content = MessageContent(look.body)
    unsubscription = found.unsubscription
    signatures = found.signatures
    diagnoses = found.diagnoses
    spf = found.spf
    spfHELO = found.spfHELO
    dmarc = found.dmarc
    author = found.author
    hosts = found.hosts
    self.answers = answers
  }

  /// When the receiver took the message, in seconds since 1970; nil when no field tells.
  public var timeOfReceipt: Int? { trace.timeOfReceipt }

  /// The DKIM signatures.
  public var dkim: [DKIMSignatureResult] { signatures.dkim }
}

/// What is known of a message before anybody is asked.
struct MessageLook: Sendable {
  let name: String
  let options: MessageOptions
  let message: Message
  let fields: MessageFields
  let batch: MessageBatch
  let trace: MessageTrace
  let envelope: MessageEnvelope
  let body: MessageBody
}

/// What asking told.
struct MessageFindings: Sendable {
  let signatures: MessageSignatures
  let diagnoses: [DKIMDiagnosis?]
  let spf: SPFEvaluation?
  let spfHELO: SPFEvaluation?
  let dmarc: MessageDMARC?
  let author: DomainSurvey?
  let hosts: [DomainName: NamedHost]
  let unsubscription: HTTPSFile?
}
