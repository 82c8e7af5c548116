/// An RSA public key (RFC 8017 §3.1).
public struct RSAPublicKey: Sendable, Hashable {
  /// The modulus n in network order, without leading zeros.
  public let modulus: [UInt8]
  /// The public exponent e in network order, without leading zeros.
  public let exponent: [UInt8]

  /// Takes modulus and exponent in network order; leading zeros are dropped.
  public init(modulus: some Collection<UInt8>, exponent: some Collection<UInt8>) {
    self.modulus = Array(modulus.drop { $0 == 0 })
    self.exponent = Array(exponent.drop { $0 == 0 })
  }

  /// The length of the modulus in bits: what is called the size of the key.
  public var bitCount: Int { Self.bitCount(of: modulus) }

  /// The length of the exponent in bits.
  public var exponentBitCount: Int { Self.bitCount(of: exponent) }

  /// The exponent as a number; nil when it has more than 64 bits.
  public var exponentValue: UInt64? {
    exponent.count <= 8 ? exponent.reduce(0) { $0 << 8 | UInt64($1) } : nil
  }

  private static func bitCount(of number: [UInt8]) -> Int {
    guard let first = number.first else { return 0 }
    return number.count * 8 - first.leadingZeroBitCount
  }
}
