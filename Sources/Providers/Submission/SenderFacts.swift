/// The name that a provider expects in EHLO (RFC 5321 §4.1.1.1).
public struct GreetingNameFact: Sendable, Hashable {
  /// The expectation, as the directory calls it.
  public let expectation: String
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis

  /// The expectation in a phrase.
  public var words: String {
    switch expectation {
    case "any", "any-valid": "any valid name"
    case "own-domain": "a name of your own domain"
    case "fqdn": "a full host name, with a dot"
    case "identity-domain": "the domain of the mail identity"
    default: expectation.split(separator: "-").joined(separator: " ")
    }
  }
}

/// Which senders a provider takes from a login.
public struct SenderRuleFact: Sendable, Hashable {
  /// The rule, as the directory calls it.
  public let rule: String
  /// What it binds: `header-from`, `mail-from`, `reply-to`, `sender`, `return-path`.
  public let appliesTo: [String]
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis
  /// Replies to a sender that breaks the rule; `…` stands for any text.
  public internal(set) var failureTexts: [String] = []

  /// Whether the directory knows of a rule: an example that happens to use the login is none.
  public var isKnown: Bool { !["unknown", "same-as-login-in-example"].contains(rule) }

  /// The rule in a phrase.
  public var words: String { Self.words[rule] ?? rule.split(separator: "-").joined(separator: " ") }

  /// What the rule binds, in a phrase.
  public var placeWords: String {
    let names = [
      "header-from": "From", "mail-from": "MAIL FROM", "reply-to": "Reply-To", "sender": "Sender",
      "return-path": "Return-Path"
    ]
    return appliesTo.map { names[$0] ?? $0 }.joined(separator: ", ")
  }

  private static let words = [
    "must-equal-login": "the address of the login, and no other",
    "must-equal-login-or-alias": "the address of the login, or an alias of it",
    "must-equal-login-or-send-as": "the address of the login, or one with the right Send As",
    "must-equal-login-domain": "an address of the login's domain",
    "verified-domain": "an address of a domain that is verified at the provider",
    "verified-sender": "a sender that is verified at the provider",
    "verified-identity": "an address or domain that is verified at the provider",
    "verified-sender-identity": "a verified sender, or an address of an authenticated domain",
    "verified-sender-signature": "a confirmed sender signature, or an address of a verified domain",
    "own-domain": "an address of your own domain, as registered at the provider",
    "registered-domain": "an address of a domain that is registered with the account",
    "authorised-domain": "an address of the sending domain",
    "accepted-domain": "an address of an accepted domain of the tenant",
    "mail-identity-domain": "an address of the domain of the mail identity",
    "registrable-domain-only": "an address of the registered domain itself, not of a subdomain",
    "owned-identity": "an identity of the account", "owned-alias": "an alias of the account",
    "owned-address": "an address that the login is permitted to use",
    "send-as-right": "an address that the login has the right to send as",
    "sender-acl": "an address that the rules of the mailbox permit",
    "existing-local-mailbox": "a mailbox that exists in the account",
    "approved-sender": "an approved sender", "registered-mailfrom": "a registered MAIL FROM address",
    "optional-login-match": "the address of the login, where the server enforces it",
    "rewritten-unless-alias": "the address of the login or an alias; any other is replaced by the login",
    "none-on-the-hop": "any: the receivers judge it",
    "unix-user-at-hostname": "the user of the process at the host name",
    "same-as-login-in-example": "not known; published examples use the address of the login", "unknown": "not known"
  ]
}
