public import OpenSSLKit

/// A login mechanism (RFC 4422), by its name in the registry of IANA; the strongest first.
public enum SASLMechanism: String, Sendable, Hashable, CaseIterable {
  /// SCRAM with SHA-256, bound to the TLS session (RFC 7677).
  case scramSHA256Plus = "SCRAM-SHA-256-PLUS"
  /// SCRAM with SHA-1, bound to the TLS session (RFC 5802).
  case scramSHA1Plus = "SCRAM-SHA-1-PLUS"
  /// SCRAM with SHA-256 (RFC 7677).
  case scramSHA256 = "SCRAM-SHA-256"
  /// SCRAM with SHA-1 (RFC 5802).
  case scramSHA1 = "SCRAM-SHA-1"
  /// A bearer token (RFC 7628).
  case oauthBearer = "OAUTHBEARER"
  /// A bearer token in the form of Google, which others took over.
  case xoauth2 = "XOAUTH2"
  /// A hash of the password and a challenge (RFC 2195), which whoever listens can try passwords against.
  case cramMD5 = "CRAM-MD5"
  /// User name and password (RFC 4616).
  case plain = "PLAIN"
  /// User name and password, each on being asked: never standardised, and widely used.
  case login = "LOGIN"

  /// The mechanism of a name, in whatever case it is written.
  public init?(name: String) {
    self.init(rawValue: name.uppercased())
  }

  /// Whether it is bound to the TLS session (RFC 5056): it works inside TLS only.
  public var needsChannelBinding: Bool { self == .scramSHA256Plus || self == .scramSHA1Plus }

  /// What somebody learns who reads the exchange.
  public var exposure: Exposure {
    switch self {
    case .plain, .login: .password
    case .oauthBearer, .xoauth2: .token
    case .cramMD5, .scramSHA1, .scramSHA256, .scramSHA1Plus, .scramSHA256Plus: .guesses
    }
  }

  /// What an exchange gives away to whoever reads it.
  public enum Exposure: String, Sendable {
    /// The password itself.
    case password
    /// A token that opens the account for as long as it is good.
    case token
    /// Something that guesses of the password can be tried against, as fast as a machine can.
    case guesses
  }

  /// Whether the password itself, or a token, leaves this machine.
  public var sendsSecretInClear: Bool { exposure != .guesses }

  /// Whether it takes a token instead of a password.
  public var takesToken: Bool { exposure == .token }

  /// Whether the client speaks first (RFC 4422 §5, 2b).
  public var isClientFirst: Bool { self != .cramMD5 && self != .login }

  /// The hash function that it needs.
  public var hash: HashFunction? {
    switch self {
    case .scramSHA256, .scramSHA256Plus: .sha256
    case .scramSHA1, .scramSHA1Plus: .sha1
    case .cramMD5: .md5
    case .plain, .login, .oauthBearer, .xoauth2: nil
    }
  }

  /// The same mechanism bound to the TLS session; nil when there is none.
  public var bound: SASLMechanism? {
    switch self {
    case .scramSHA256, .scramSHA256Plus: .scramSHA256Plus
    case .scramSHA1, .scramSHA1Plus: .scramSHA1Plus
    case .cramMD5, .plain, .login, .oauthBearer, .xoauth2: nil
    }
  }
}

extension SASLMechanism: CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }
}
