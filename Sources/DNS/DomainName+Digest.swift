extension DomainName {
  /// A number made of the octets of a wire form, eight at a time.
  static func digest(of wire: [UInt8]) -> UInt64 {
    var state = secrets.0 ^ UInt64(wire.count)
    var (word, filled): (UInt64, Int) = (0, 0)
    for octet in wire {
      word = word << 8 | UInt64(octet)
      filled += 1
      if filled == 8 {
        state = mix(state, word)
        (word, filled) = (0, 0)
      }
    }
    return mix(state, word)
  }

  /// Secret, so that nobody can publish names that meet in one bucket.
  private static let secrets = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  /// Where a table with its own seed looks for a digest.
  static func place(of digest: UInt64, seed: Int) -> Int {
    Int(truncatingIfNeeded: mix(digest, UInt64(truncatingIfNeeded: seed)))
  }

  fileprivate static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: secrets.1)
    return product.high ^ product.low
  }
}

extension DNSQuestion {
  /// A secret number by which tables may tell questions apart at once; equal questions have equal ones.
  public var digest: UInt64 { DomainName.mix(name.digest, UInt64(type.rawValue)) }

  /// Feeds the digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// What sets and dictionaries ask for, as for names.
  public func _rawHashValue(seed: Int) -> Int { DomainName.place(of: digest, seed: seed) }
}
