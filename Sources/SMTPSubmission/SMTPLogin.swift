/// A login, as a conversation needs it (RFC 4954 §4). The mechanisms themselves stand in the module SASL.
public protocol SMTPLogin: Sendable {
  /// Chooses a mechanism, and gives what goes behind `AUTH `.
  mutating func begin(_ offer: LoginOffer) -> LoginMove

  /// Answers a challenge: the text behind 334, which should be base64.
  mutating func answer(_ challenge: String) -> LoginMove

  /// Says what is wrong when the server takes the login as done; nil when nothing is. A server may have to prove that it
  /// knows the password too (RFC 5802 §3).
  func objection() -> String?
}

/// What a login may be chosen by.
public struct LoginOffer: Sendable {
  /// The mechanisms that the server offers, in capitals.
  public let mechanisms: [String]
  /// Whether TLS is in use.
  public let isEncrypted: Bool
  /// Whether the chain of the server is trusted and names it; nil when that was not judged.
  public let isVerified: Bool?
  /// What ties a login to the TLS session; nil where there is none.
  public let channel: LoginChannel?

  /// Makes the value of its parts.
  public init(mechanisms: [String], isEncrypted: Bool, isVerified: Bool?, channel: LoginChannel? = nil) {
    self.mechanisms = mechanisms
    self.isEncrypted = isEncrypted
    self.isVerified = isVerified
    self.channel = channel
  }
}

/// What ties a login to one TLS session (RFC 5056); nil is what the session does not have.
public struct LoginChannel: Sendable, Hashable {
  /// `tls-exporter` (RFC 9266 §2).
  public var exporter: [UInt8]?
  /// `tls-unique`, up to TLS 1.2 (RFC 5929 §3).
  public var unique: [UInt8]?
  /// `tls-server-end-point` (RFC 5929 §4).
  public var serverEndPoint: [UInt8]?

  /// Nothing is known yet.
  public init() {}
}

/// What a login does next.
public enum LoginMove: Sendable {
  /// Say these octets, which may hold secrets; `shown` is the line of the transcript, and holds none.
  case say(wire: [UInt8], shown: String)
  /// Do not log in: a phrase says why.
  case withhold(String)
}

/// What came of the login.
public enum LoginOutcome: Sendable, Hashable {
  /// The server took it.
  case accepted(SMTPReply)
  /// The server refused it, for now or for ever.
  case refused(SMTPReply)
  /// Nothing was sent that needs protection: why.
  case withheld(String)
  /// It was broken off: what the server did wrong.
  case broken(String)
}
