public import DNS
public import OpenSSLKit
public import TLSTransport

/// What one conversation with a server showed. What stayed unseen is nil, and ``stop`` says why.
public struct SMTPSession: Sendable, Hashable, Codable {
  /// Both directions, in order.
  public internal(set) var transcript: [SMTPTranscriptLine] = []
  /// The first reply.
  public internal(set) var greeting: SMTPReply?
  /// What the server offers in clear text; nil when that was not learned.
  public internal(set) var extensions: [SMTPExtension]?
  /// The name that the server gives itself in its first reply to EHLO (RFC 5321 §4.1.1.1).
  public internal(set) var serverName: String?
  /// The address that the server sees us at, where its reply to EHLO tells it.
  public internal(set) var clientAddress: IPAddress?
  /// Whether the server knows HELO only.
  public internal(set) var usedHELO = false
  /// The reply to STARTTLS; nil when it was not sent.
  public internal(set) var startTLSReply: SMTPReply?
  /// What was agreed on in TLS; nil when there is no TLS.
  public internal(set) var tls: TLSFacts?
  /// What the chain of the server is worth, where that was judged during the conversation.
  public internal(set) var chainVerdict: ChainVerdict?
  /// What the server offers inside TLS; nil when that was not learned.
  public internal(set) var extensionsInTLS: [SMTPExtension]?
  /// What came of the login; nil when none was planned, or the conversation did not get there.
  public internal(set) var login: LoginOutcome?
  /// The commands of the mail transaction and their replies, in order.
  public internal(set) var exchanges: [SMTPExchange] = []
  /// Replies that came to QUIT before the one that takes leave, where a trial waits for them.
  public internal(set) var surplus: [SMTPReply] = []
  /// How long each step took, as far as they were finished.
  public internal(set) var durations: [SMTPStep: Duration] = [:]
  /// Where the conversation ended before its time, and why; nil when it took its course.
  public internal(set) var stop: SMTPStop?

  /// Nothing has happened yet.
  public init() {}

  /// Nothing happened, and why.
  public init(stop: SMTPStop) {
    self.stop = stop
  }

  /// What the server offers where it counts: inside TLS where there is TLS; nil when that was not learned.
  public var offered: [SMTPExtension]? { extensionsInTLS ?? extensions }

  /// Whether the server offers STARTTLS; nil when that was not learned.
  public var offersSTARTTLS: Bool? { usedHELO ? false : extensions?.offers("STARTTLS") }
}

/// Where a conversation ended before its time, and why.
public struct SMTPStop: Error, Sendable, Hashable, Codable {
  /// The step that did not succeed.
  public let step: SMTPStep
  /// The reason.
  public let reason: Reason

  /// Makes the value of its parts.
  public init(_ step: SMTPStep, _ reason: Reason) {
    self.step = step
    self.reason = reason
  }

  /// Why a step did not succeed.
  public enum Reason: Sendable, Hashable, Codable {
    /// The connection.
    case connection(ConnectionFailure)
    /// A reply that says no, or not now.
    case reply(SMTPReply)
    /// Octets that are no reply.
    case malformed(SMTPReplyFault)
    /// The login was not begun: why.
    case withheld(String)
    /// The login was broken off: what the server did wrong.
    case loginBroken(String)
    /// The envelope was not sent: it has this address beyond ASCII, and the server does not offer SMTPUTF8 (RFC 6531 §3.2).
    case needsUTF8(String)
    /// The time for the whole target was over before the step was done.
    case noTimeLeft
    /// The evidence that stands for the network does not have the conversation.
    case notRecorded

    /// Whether nobody looked: what the server would have done is not known.
    public var isUnasked: Bool { self == .noTimeLeft || self == .notRecorded }
  }
}

extension SMTPStop: CustomStringConvertible {
  /// The step and the reason, a phrase.
  public var description: String {
    switch reason {
    case .connection(let failure): "\(step.words): \(failure)"
    case .reply(let reply): "\(step.words): the server answered \(reply)"
    case .malformed(let fault): "\(step.words): \(fault)"
    case .withheld(let text), .loginBroken(let text): "\(step.words): \(text)"
    case .needsUTF8(let address):
      "\(step.words): not sent, for <\(address)> needs SMTPUTF8 (RFC 6531), which the server does not offer"
    case .noTimeLeft: "\(step.words): no time was left"
    case .notRecorded: "\(step.words): not in the evidence"
    }
  }
}

/// The steps of a conversation.
public enum SMTPStep: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  /// The TCP connection.
  case connect
  /// The first reply (RFC 5321 §3.1).
  case greeting
  /// EHLO.
  case ehlo
  /// HELO, where EHLO is not known (RFC 5321 §3.2).
  case helo
  /// STARTTLS (RFC 3207 §4).
  case startTLS
  /// The TLS handshake.
  case handshake
  /// EHLO inside TLS (RFC 3207 §4.2).
  case ehloInTLS
  /// The login (RFC 4954).
  case auth
  /// MAIL FROM.
  case mailFrom
  /// MAIL FROM with the null sender (RFC 5321 §4.5.5).
  case nullSender
  /// RCPT TO.
  case recipient
  /// DATA.
  case data
  /// The message itself.
  case message
  /// RSET.
  case reset
  /// QUIT.
  case quit

  /// The step in words.
  public var words: String {
    switch self {
    case .connect: "connecting"
    case .greeting: "waiting for the greeting"
    case .ehlo: "EHLO"
    case .helo: "HELO"
    case .startTLS: "STARTTLS"
    case .handshake: "TLS handshake"
    case .ehloInTLS: "EHLO inside TLS"
    case .auth: "AUTH"
    case .mailFrom: "MAIL FROM"
    case .nullSender: "MAIL FROM:<>"
    case .recipient: "RCPT TO"
    case .data: "DATA"
    case .message: "the message"
    case .reset: "RSET"
    case .quit: "QUIT"
    }
  }
}

/// A line of a conversation.
public struct SMTPTranscriptLine: Sendable, Hashable, Codable {
  /// Who said it.
  public let speaker: Speaker
  /// What was said, cut to a sensible length. No secret is ever put here.
  public let text: String

  /// The time since the conversation began.
  public let time: Duration

  /// Makes a line of its parts.
  public init(_ speaker: Speaker, _ text: String, at time: Duration = .zero) {
    self.speaker = speaker
    self.text = text
    self.time = time
  }

  /// Who speaks.
  public enum Speaker: String, Sendable, Codable {
    /// The server.
    case server = "S"
    /// We.
    case client = "C"
    /// Nobody: something happened, TLS was started for example.
    case event = "*"
  }
}

extension SMTPTranscriptLine: CustomStringConvertible {
  /// `S: 220 mail.example.org` and so on.
  public var description: String { "\(speaker.rawValue): \(text)" }
}
