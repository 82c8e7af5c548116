public import OpenSSLKit

extension DKIMAlgorithm {
  /// The hash of header and body; nil for an unknown algorithm.
  public var digest: DigestAlgorithm? {
    switch self {
    case .rsaSHA256, .ed25519SHA256: .sha256
    case .rsaSHA1: .sha1
    case .other: nil
    }
  }

  /// The name of the hash as key records give it in `h=` (RFC 6376 §3.6.1).
  public var hashName: String {
    switch self {
    case .rsaSHA256, .ed25519SHA256: "sha256"
    case .rsaSHA1: "sha1"
    case .other(let name): name.split(separator: "-").last.map(String.init) ?? name
    }
  }

  /// The type of the key that it needs; nil for an unknown algorithm.
  public var keyType: DKIMKeyRecord.KeyType? {
    switch self {
    case .rsaSHA256, .rsaSHA1: .rsa
    case .ed25519SHA256: .ed25519
    case .other: nil
    }
  }
}
