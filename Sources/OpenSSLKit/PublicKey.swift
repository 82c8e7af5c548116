/// A public key of a signature.
public enum PublicKey: Sendable, Hashable {
  /// RSA (RFC 8017 §3.1).
  case rsa(RSAPublicKey)
  /// Ed25519 (RFC 8032 §5.1).
  case ed25519(Ed25519PublicKey)

  /// The size: bits of the modulus for RSA, 256 for Ed25519.
  public var bitCount: Int {
    switch self {
    case .rsa(let key): key.bitCount
    case .ed25519: 256
    }
  }

  /// The DER form that other tools take and print fingerprints of (RFC 5280 §4.1.2.7, RFC 8410 §4).
  public var subjectPublicKeyInfo: [UInt8] {
    switch self {
    case .rsa(let key): key.subjectPublicKeyInfo
    case .ed25519(let key): Ed25519PublicKey.wrapping + key.octets
    }
  }

  /// SHA-256 of the SubjectPublicKeyInfo, as `openssl dgst -sha256` gives it for the DER form.
  public func fingerprint() throws(OpenSSLError) -> [UInt8] {
    try DigestAlgorithm.sha256.digest(of: subjectPublicKeyInfo)
  }
}

/// An Ed25519 public key.
public struct Ed25519PublicKey: Sendable, Hashable {
  /// The 32 octets of the point (RFC 8032 §5.1.5).
  public let octets: [UInt8]

  /// What stands before the 32 octets in a SubjectPublicKeyInfo (RFC 8410 §4).
  static let wrapping: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
  private static let octetCount = 32

  /// Reads the raw octets of RFC 8463 §4; says what else it is when there are not 32 of them.
  public init(_ octets: [UInt8]) throws(PublicKeyFault) {
    guard octets.count == Self.octetCount else {
      if octets.starts(with: Self.wrapping) { throw .wrappedEd25519 }
      if let foreign = ForeignKeyForm.recognise(octets) { throw foreign }
      if (try? RSAPublicKey.decode(octets)) != nil { throw .otherAlgorithm("RSA") }
      throw .wrongLength(octets.count)
    }
    self.octets = octets
  }
}
