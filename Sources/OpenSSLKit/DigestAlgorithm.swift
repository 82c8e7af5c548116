/// A digest that mail authentication uses.
public enum DigestAlgorithm: String, Sendable, CaseIterable {
  /// SHA-1 (FIPS 180-4): of old signatures only, verifiers have to refuse it (RFC 8301 §3.1).
  case sha1
  /// SHA-256 (FIPS 180-4).
  case sha256
  /// SHA-512 (FIPS 180-4).
  case sha512

  /// The length of the digest in octets.
  public var octetCount: Int {
    switch self {
    case .sha1: 20
    case .sha256: 32
    case .sha512: 64
    }
  }

  /// The digest of `octets` in one step.
  public func digest(of octets: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    var context = try DigestContext(self)
    try context.update(octets.span)
    return try context.finish()
  }
}
