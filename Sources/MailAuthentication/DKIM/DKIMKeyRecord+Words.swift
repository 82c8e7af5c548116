import OpenSSLKit

extension DKIMKeyRecord {
  /// What the record holds, in a few words, such as `RSA, 2048 bits`.
  public var summary: String {
    switch material {
    case .publicKey(.rsa(let key), _): "RSA, \(key.bitCount) bits"
    case .publicKey(.ed25519, _): "Ed25519"
    case .revoked: "a revoked key (empty p=)"
    case .missing: "no key (p= is missing)"
    case .undecodable: "no key (p= is no base64)"
    case .unreadable: "no key that can be read"
    case .unknownType: "a key of the unknown type \(keyType.name)"
    }
  }

  /// The length of the modulus of an RSA key in bits; nil for other keys.
  public var modulusBitCount: Int? {
    if case .rsa(let key)? = publicKey { key.bitCount } else { nil }
  }

  /// The public exponent of an RSA key; nil for other keys, and for an exponent of more than 64 bits.
  public var exponent: UInt64? {
    if case .rsa(let key)? = publicKey { key.exponentValue } else { nil }
  }

  /// How the key is encoded; nil without a key.
  public var encoding: Encoding? {
    if case .publicKey(_, let encoding) = material { encoding } else { nil }
  }

  /// SHA-256 of the key as SubjectPublicKeyInfo, in hexadecimal digits; nil without a key.
  public var fingerprint: String? {
    guard let octets = try? publicKey?.fingerprint() else { return nil }
    return octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension DKIMKeyRecord.Material {
  /// The kind of the material as a word for programs.
  public var kind: String {
    switch self {
    case .publicKey: "key"
    case .revoked: "revoked"
    case .missing: "missing"
    case .undecodable: "no-base64"
    case .unreadable: "unreadable"
    case .unknownType: "unknown-type"
    }
  }
}
