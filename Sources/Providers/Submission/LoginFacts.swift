/// How clients of a provider authenticate (RFC 4954).
public struct AuthenticationFact: Sendable, Hashable {
  /// The mechanisms, in lower case; none where no login is wanted.
  public let mechanisms: [String]
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis
}

/// The form of the user name that a provider wants.
public struct UserNameFact: Sendable, Hashable {
  /// The form, as the directory calls it.
  public let form: String
  /// The one user name that all customers have, or nil.
  public let literal: String?
  /// An example, or nil; a part in angle brackets varies.
  public let example: String?
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis
}

/// The kind of password that a provider wants.
public struct SecretFact: Sendable, Hashable {
  /// The kind, as the directory calls it.
  public let kind: String
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis

  /// The kind in a phrase.
  public var words: String { Self.words[kind] ?? kind.split(separator: "-").joined(separator: " ") }

  /// How many letters all such passwords have, where its note tells: `16 letters`.
  public var letters: Int? {
    guard let mark = note.firstRange(of: " letters") else { return nil }
    let digits = note[..<mark.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
    return Int(String(digits.reversed()))
  }

  /// Whether the password of the account itself is known not to do.
  public var excludesAccountPassword: Bool { !Self.accountPasswords.contains(kind) }

  private static let accountPasswords: Set<String> = [
    "mailbox-password", "mailbox-or-app-password", "app-password-with-2fa", "mail-password", "none", "domain-password",
    "oauth2-or-mailbox-password", "mailbox-password-or-auth-code", "mailbox-password-or-client-code",
    "app-password-or-none", "service-password", "sender-password"
  ]

  private static let words = [
    "mailbox-password": "the password of the mailbox",
    "mailbox-or-app-password": "the password of the mailbox, or an app password",
    "app-password": "an app password, made for this application; not the password of the account",
    "app-password-with-2fa": "an app password when two-factor login is on, otherwise the password of the mailbox",
    "app-password-or-none": "an app password; none from addresses that are allowed",
    "api-key": "an API key", "api-token": "an API token", "api-secret": "the secret of the API key",
    "api-secret-key": "the secret of the API key",
    "smtp-password": "the SMTP password of the console; not the password of the account",
    "smtp-password-or-api-key": "the SMTP password of the console, or an API key",
    "smtp-user-password": "the password of the SMTP user", "smtp-token": "an SMTP token",
    "smtp-key": "an SMTP key; neither the password of the account nor an API key",
    "smtp-credential": "the password of the SMTP credential; not that of the account",
    "smtp-credential-password": "the password of the SMTP credential; not that of the account",
    "derived-smtp-password": "the SMTP password that the console derives; not the secret access key",
    "authorization-code": "the authorization code for mail clients; not the password of the account",
    "client-password-or-auth-code": "the password or code for mail clients",
    "mailbox-password-or-auth-code": "the password of the mailbox, or its code for mail clients",
    "mailbox-password-or-client-code": "the password of the mailbox, or its code for mail clients",
    "service-password": "the password of the service", "sender-password": "the password of the sender",
    "domain-password": "the password of the domain's outbound mail", "device-password": "a device password",
    "dedicated-password": "the password for e-mail, a separate one", "secure-mail-key": "a secure mail key",
    "mail-credential-password": "the password of the mail credential", "mail-password": "the mail password",
    "oauth2-only": "an OAuth 2 token; no password is taken",
    "oauth2-or-mailbox-password": "an OAuth 2 token, or the password of the mailbox where the tenant allows it",
    "consumer-secret": "the consumer secret", "send-mail-token": "a token for sending mail",
    "entra-client-secret": "the client secret of the Entra application",
    "generated-alias-password": "the generated password of the alias", "alias-password": "the password of the alias",
    "ip-or-certificate-connector": "none: a connector knows the client by its address or certificate",
    "source-ip": "none: the address of the client decides", "none": "none"
  ]
}
