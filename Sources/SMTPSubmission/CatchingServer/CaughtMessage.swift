public import DNS
public import OpenSSLKit

/// A message that an application handed over, with all that the session showed.
public struct CaughtMessage: Sendable {
  /// The number, counted over all sessions from 1.
  public let number: Int
  /// The client's address; nil where the system does not tell.
  public let client: IPAddress?
  /// How the client greeted.
  public let greeting: ClientGreeting
  /// What TLS was on; nil for none.
  public let tls: CaughtTLS?
  /// How the client logged in; nil when it did not.
  public let login: CaughtLogin?
  /// MAIL FROM with its parameters (RFC 5321 §4.1.1.2).
  public let reversePath: EnvelopePath
  /// RCPT TO, in order; never empty (RFC 5321 §4.1.1.3).
  public let recipients: [EnvelopePath]
  /// What the client did, and what the octets are like.
  public let conduct: ClientConduct
  /// The commands and replies: the beginning of the session, and those of this message. No secret is in it.
  public let transcript: [SMTPTranscriptLine]
  /// The message as it came, dots undone, nothing added.
  public let octets: CaughtOctets

  /// Makes the value of its parts.
  public init(
    number: Int, client: IPAddress?, greeting: ClientGreeting, tls: CaughtTLS? = nil, login: CaughtLogin? = nil,
    reversePath: EnvelopePath, recipients: [EnvelopePath], conduct: ClientConduct = ClientConduct(),
    transcript: [SMTPTranscriptLine] = [], octets: CaughtOctets
  ) {
    (self.number, self.client, self.greeting, self.tls, self.login) = (number, client, greeting, tls, login)
    (self.reversePath, self.recipients, self.conduct) = (reversePath, recipients, conduct)
    (self.transcript, self.octets) = (transcript, octets)
  }
}

/// How a client greets.
public struct ClientGreeting: Sendable, Hashable {
  /// The name that it gives itself.
  public let name: String
  /// Whether it said EHLO, and not HELO.
  public let isExtended: Bool

  /// Makes the value of its parts.
  public init(_ name: String, isExtended: Bool) {
    self.name = name
    self.isExtended = isExtended
  }

  /// Whether the name is an address literal such as `[192.0.2.1]` (RFC 5321 §4.1.3).
  public var isLiteral: Bool { name.hasPrefix("[") && name.hasSuffix("]") }
}

/// What TLS a message came through.
public struct CaughtTLS: Sendable, Hashable {
  /// What was agreed on.
  public let facts: TLSFacts
  /// How TLS began.
  public let mode: CatchingPolicy.TLSMode

  /// Makes the value of its parts.
  public init(_ facts: TLSFacts, mode: CatchingPolicy.TLSMode) {
    self.facts = facts
    self.mode = mode
  }
}

/// How a session ended in which no message was handed over.
public struct FruitlessSession: Sendable, Hashable {
  /// The client's address.
  public let client: IPAddress?
  /// Whether TLS was on when it ended, or about to be.
  public let tls: TLSState
  /// Why the server ended it; nil when it did not.
  public let stop: CatchingStop?
  /// What happened to the connection, in words; nil when the server closed it.
  public let failure: String?
  /// The commands and replies.
  public let transcript: [SMTPTranscriptLine]

  /// How far TLS was.
  public enum TLSState: Sendable {
    /// Not begun.
    case off
    /// In the handshake.
    case beginning
    /// On.
    case on
  }
}

/// Why the server ended a session.
public enum CatchingStop: String, Sendable {
  /// The client began TLS where it begins with STARTTLS, if at all.
  case tlsInClearText = "the client began TLS at once, and this port begins in clear text"
  /// A browser or another client of HTTP was led here.
  case foreign = "the client spoke HTTP"
  /// Octets in clear text stood behind STARTTLS.
  case injected = "octets in clear text stood behind STARTTLS"
  /// More than ``CatchingLimits`` allows.
  case tooMuch = "the client sent too many commands or errors, or too many octets in one line or message"
  /// The client was silent.
  case idle = "the client was silent for too long"
  /// The session took too long.
  case overlong = "the session took too long"
  /// The server ended.
  case ending = "the server ended"
}
