/// How a message is made ready for hashing, so that harmless changes on the way do not count (RFC 6376 §3.4).
public enum DKIMCanonicalization: String, Sendable, Hashable, CaseIterable {
  /// Nearly nothing may change (§3.4.1, §3.4.3).
  case simple
  /// White space and the case of names may change (§3.4.2, §3.4.4).
  case relaxed
}

/// What a signature is made with: a hash and a kind of key (RFC 6376 §3.3, RFC 8301 §3.1, RFC 8463 §3).
public enum DKIMAlgorithm: Sendable, Hashable {
  /// What everybody signs with.
  case rsaSHA256
  /// Of the past: verifiers must not take it any more (RFC 8301 §3.1).
  case rsaSHA1
  /// Short keys; not everybody verifies it yet (RFC 8463 §3).
  case ed25519SHA256
  /// Another word than these.
  case other(String)

  /// Reads the value of `a=`.
  init(_ name: String) {
    switch name {
    case "rsa-sha256": self = .rsaSHA256
    case "rsa-sha1": self = .rsaSHA1
    case "ed25519-sha256": self = .ed25519SHA256
    default: self = .other(name)
    }
  }

  /// The value of `a=`.
  public var name: String {
    switch self {
    case .rsaSHA256: "rsa-sha256"
    case .rsaSHA1: "rsa-sha1"
    case .ed25519SHA256: "ed25519-sha256"
    case .other(let name): name
    }
  }
}
