public import OpenSSLKit

/// A login, as a conversation needs it (RFC 4954 §4). The mechanisms themselves stand in the module SASL.
public protocol SMTPLogin: Sendable {
  /// Chooses a mechanism, and gives the line that begins with AUTH.
  mutating func begin(_ offer: LoginOffer) -> LoginMove

  /// Answers a challenge: the text behind 334, which should be base64.
  mutating func answer(_ challenge: String) -> LoginMove

  /// Says what is wrong when the server takes the login as done; nil when nothing is. A server may have to prove that it
  /// knows the password too (RFC 5802 §3).
  mutating func objection() -> String?

  /// A line of the server as it may be shown: without the secret, should the server repeat it.
  func shown(_ line: String) -> String
}

/// What a login may be chosen by.
public struct LoginOffer: Sendable {
  /// The mechanisms that the server offers, in capitals.
  public let mechanisms: [String]
  /// Whether TLS is in use.
  public let isEncrypted: Bool
  /// Whether the chain of the server is trusted and names it; nil when that was not judged.
  public let isVerified: Bool?
  /// What ties a login to the TLS session, the best first; none where there is no TLS.
  public let bindings: [TLSChannelBinding]

  /// Makes the value of its parts.
  public init(mechanisms: [String], isEncrypted: Bool, isVerified: Bool?, bindings: [TLSChannelBinding] = []) {
    self.mechanisms = mechanisms
    self.isEncrypted = isEncrypted
    self.isVerified = isVerified
    self.bindings = bindings
  }
}

/// What a login does next.
public enum LoginMove: Sendable {
  /// Say this line with its CRLF; `shown` is the line of the transcript, and holds no secret.
  case say(wire: Secret, shown: String)
  /// Do not log in: a phrase says why.
  case withhold(String)
}

/// What came of the login.
public enum LoginOutcome: Sendable, Hashable, Codable {
  /// The server took it.
  case accepted(SMTPReply)
  /// The server refused it, for now or for ever.
  case refused(SMTPReply)
  /// Nothing was sent that needs protection: why.
  case withheld(String)
  /// It was broken off: what the server did wrong.
  case broken(String)
}
