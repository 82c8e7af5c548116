public import OpenSSLKit

/// A DKIM key record (RFC 6376 §3.6.1): what a verifier needs to know of a selector.
public struct DKIMKeyRecord: Sendable, Equatable {
  /// Every tag as published, unknown ones too.
  public let tags: TagList
  /// `k=`: the type of the key; RSA without the tag.
  public let keyType: KeyType
  /// `h=`: the hashes that may be used with the key; nil without the tag, which allows all.
  public let hashAlgorithms: [String]?
  /// `s=`: the services the key is for; `*` without the tag.
  public let serviceTypes: [String]
  /// `t=`: the flags, as published.
  public let flags: [String]
  /// `p=`: the key.
  public let material: Material

  /// The type of a key.
  public enum KeyType: Sendable, Hashable {
    /// RSA (RFC 6376 §3.3.1).
    case rsa
    /// Ed25519 (RFC 8463 §3).
    case ed25519
    /// Another one, which verifiers ignore.
    case other(String)
  }

  /// What `p=` holds.
  public enum Material: Sendable, Hashable {
    /// A key, and how it was encoded.
    case publicKey(PublicKey, Encoding)
    /// An empty `p=`: the key was revoked.
    case revoked
    /// No `p=` at all.
    case missing
    /// No base64.
    case undecodable
    /// Base64 of something that is no key of the type of `k=`.
    case unreadable(PublicKeyFault)
    /// Not looked at, because the type of the key is unknown.
    case unknownType
  }

  /// How the octets of `p=` hold the key.
  public enum Encoding: String, Sendable {
    /// A SubjectPublicKeyInfo in DER, what everybody publishes (RFC 6376 errata, RFC 5280 §4.1.2.7).
    case subjectPublicKeyInfo = "SubjectPublicKeyInfo"
    /// A bare RSAPublicKey in DER (RFC 8017 §A.1.1).
    case rsaPublicKey = "RSAPublicKey"
    /// The 32 octets of an Ed25519 key (RFC 8463 §4).
    case raw
  }
}

extension DKIMKeyRecord {
  /// The key, if there is one that can be read.
  public var publicKey: PublicKey? {
    if case .publicKey(let key, _) = material { key } else { nil }
  }

  /// `t=y`: the domain is testing DKIM; verifiers treat its mail as unsigned if the signature fails (RFC 6376 §3.6.1).
  public var isTesting: Bool { flags.contains("y") }

  /// `t=s`: the domain of `i=` has to be `d=` itself, no subdomain of it.
  public var forbidsSubdomains: Bool { flags.contains("s") }

  /// Whether the key may sign mail: `s=` has `*` or `email`.
  public var isForEmail: Bool { serviceTypes.contains("*") || serviceTypes.contains("email") }

  /// Whether signatures over `hash` may use the key.
  public func allows(hash: String) -> Bool { hashAlgorithms?.contains(hash) ?? true }

  /// `g=`: the granularity of RFC 4871 §3.6.1, obsolete; nil without the tag.
  public var granularity: String? { tags["g"].map { tags.value(of: $0) } }

  /// `n=`: a note for people, as published; nil without the tag.
  public var note: String? { tags["n"].map { tags.value(of: $0) } }
}
