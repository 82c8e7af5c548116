public import OpenSSLKit

/// Why a login cannot go on. No case holds anything of a secret.
public enum SASLFailure: Error, Sendable, Hashable {
  /// A user name or a password cannot be brought into the form that the mechanism needs.
  case unusable(Part, SASLprepFault)
  /// A name or a token with an octet that the mechanism has no place for.
  case forbiddenOctet(Part)
  /// The mechanism takes a token and got a password, or the other way round.
  case wrongKindOfSecret
  /// The mechanism is bound to TLS, and there is nothing to bind it to.
  case noChannelBinding
  /// OpenSSL does not do what the mechanism needs; MD5 in FIPS mode for example.
  case openSSL(OpenSSLError)
  /// A challenge that is no base64.
  case notBase64
  /// A challenge that is longer than any mechanism needs.
  case tooLong(Int)
  /// A challenge that is not what the mechanism says: what is wrong, and where that is written.
  case malformed(String, reference: String)
  /// A challenge where none can come any more.
  case unexpectedChallenge
  /// The server's nonce does not begin with ours (RFC 5802 §5.1): somebody plays back an old exchange.
  case nonceNotExtended
  /// The server asks for so few iterations that the answer would be cheap to guess the password from.
  case tooFewIterations(Int)
  /// The server asks for more iterations than anybody needs.
  case tooManyIterations
  /// The server ended SCRAM with one of the errors of RFC 5802 §7.
  case serverError(SCRAMServerError)
  /// The server does not know the password: it is not the one that it says it is, or somebody is in between.
  case wrongServerSignature
  /// The server took the login without proving that it knows the password (RFC 5802 §3).
  case serverNotProved

  /// What of the credentials is meant.
  public enum Part: String, Sendable {
    /// The user name.
    case user = "user name"
    /// The identity to act as.
    case authorization = "authorization identity"
    /// The password.
    case password
    /// The token.
    case token
    /// The nonce that the caller gave.
    case nonce
  }
}

/// An error that a server ends SCRAM with (RFC 5802 §7, `server-error-value`).
public enum SCRAMServerError: String, Sendable, Hashable, CaseIterable {
  /// The message cannot be read.
  case invalidEncoding = "invalid-encoding"
  /// An extension that the server does not know.
  case extensionsNotSupported = "extensions-not-supported"
  /// The password is wrong.
  case invalidProof = "invalid-proof"
  /// The TLS session of the server is another one than ours.
  case channelBindingsDontMatch = "channel-bindings-dont-match"
  /// The server has channel bindings, and we took it that it had none.
  case serverDoesSupportChannelBinding = "server-does-support-channel-binding"
  /// The server has no channel bindings.
  case channelBindingNotSupported = "channel-binding-not-supported"
  /// The server does not know this kind of channel binding.
  case unsupportedChannelBindingType = "unsupported-channel-binding-type"
  /// The user is not known.
  case unknownUser = "unknown-user"
  /// The user name is no UTF-8, or holds what it must not.
  case invalidUsernameEncoding = "invalid-username-encoding"
  /// The server has no resources.
  case noResources = "no-resources"
  /// Anything else, also what no standard names.
  case otherError = "other-error"
}
