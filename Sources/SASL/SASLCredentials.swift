public import OpenSSLKit

/// Who logs in, and by what.
public struct SASLCredentials: Sendable {
  /// The identity whose password or token it is (RFC 4422 §3.4.1).
  public let user: String
  /// The identity to act as (RFC 4422 §3.4.1); empty for that of the user.
  public let authorization: String
  /// The password or the token.
  public let secret: Secret
  /// Which of both it is.
  public let isToken: Bool

  /// Logs in with a password.
  public init(user: String, password: Secret, actingAs authorization: String = "") {
    self.init(user, password, authorization, isToken: false)
  }

  /// Logs in with a bearer token (RFC 6750).
  public init(user: String, token: Secret) {
    self.init(user, token, "", isToken: true)
  }

  private init(_ user: String, _ secret: Secret, _ authorization: String, isToken: Bool) {
    (self.user, self.secret, self.authorization, self.isToken) = (user, secret, authorization, isToken)
  }
}

/// The connection that a login goes over, and the server at its end.
public struct SASLChannel: Sendable {
  /// Who can read the connection or has put himself in its place.
  public let security: Security
  /// What a login can be bound to, the best first; none outside of TLS.
  public let bindings: [TLSChannelBinding]
  /// The name of the server, which OAUTHBEARER sends (RFC 7628 §3.1).
  public let host: String
  /// The port of the server, which OAUTHBEARER sends.
  public let port: UInt16?

  /// Makes the value of its parts.
  public init(_ security: Security, bindings: [TLSChannelBinding] = [], host: String = "", port: UInt16? = nil) {
    (self.security, self.bindings, self.host, self.port) = (security, bindings, host, port)
  }

  /// How far a connection is to be trusted.
  public enum Security: String, Sendable, CaseIterable {
    /// No TLS: everybody on the way can read.
    case clear
    /// TLS, but the certificate proves nothing: the other end may be anybody.
    case unverified
    /// TLS with a certificate that was found good for the server's name.
    case verified
  }
}
