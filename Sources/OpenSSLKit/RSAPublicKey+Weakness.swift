/// What makes an RSA key easy to break, whatever its length.
public enum RSAWeakness: Sendable, Hashable {
  /// e = 1: the signature is the message itself (RFC 8017 §3.1 demands at least 3).
  case exponentIsOne
  /// An even exponent has no inverse: nothing can be signed (RFC 8017 §3.1).
  case exponentIsEven
  /// e = 3: sloppy verifiers can be fooled.
  case exponentIsThree
  /// An exponent of more than 31 bits: several libraries refuse the key.
  case exponentIsLong(bits: Int)
  /// An even modulus: no product of two odd primes (RFC 8017 §3.1).
  case modulusIsEven
  /// The modulus has a small prime factor: it is no product of two large primes.
  case smallFactor(UInt64)
  /// The modulus bears the fingerprint of keys from flawed Infineon chips (ROCA, CVE-2017-15361).
  case roca
}

extension RSAPublicKey {
  /// Every weakness that the key shows by itself. Takes a few microseconds for 4096 bits.
  public func weaknesses() -> [RSAWeakness] {
    var found: [RSAWeakness] = []
    if exponentValue == 1 { found.append(.exponentIsOne) }
    if exponentValue == 3 { found.append(.exponentIsThree) }
    if exponent.last.map({ $0 & 1 == 0 }) ?? true { found.append(.exponentIsEven) }
    if exponentBitCount > 31 { found.append(.exponentIsLong(bits: exponentBitCount)) }
    guard bitCount <= Limits.modulusBits else { return found }
    if modulus.last.map({ $0 & 1 == 0 }) ?? true { return found + [.modulusIsEven] }
    if let factor = SmallPrimes.smallestFactor(of: modulus) {
      found.append(.smallFactor(factor))
    } else if ROCAFingerprint.matches(modulus) {
      found.append(.roca)
    }
    return found
  }

  /// The greatest common divisor of the moduli of two different keys in network order; nil when they share no factor.
  ///
  /// Whoever has two such keys has both private keys.
  public func sharedFactor(with other: RSAPublicKey) -> [UInt8]? {
    guard modulus != other.modulus, max(bitCount, other.bitCount) <= Limits.modulusBits else { return nil }
    let octets = LehmerDivisor.greatest(of: modulus, other.modulus)
    return octets.count > 1 || octets.first ?? 0 > 1 ? octets : nil
  }
}

/// Remainders of a long number by many small primes: by products of primes that fit 64 bits, then by each prime.
enum SmallPrimes {
  /// The odd primes below the bound, ascending.
  static let odd: [UInt64] = {
    let bound = Limits.smallPrimeBound
    return stride(from: 3, to: bound, by: 2).filter { candidate in
      !stride(from: 3, to: candidate, by: 2).contains { $0 * $0 <= candidate && candidate.isMultiple(of: $0) }
    }.map(UInt64.init)
  }()

  /// The same primes in groups, each with its product.
  static let groups: [(product: UInt64, primes: [UInt64])] = {
    var groups: [(product: UInt64, primes: [UInt64])] = []
    for prime in odd {
      if let last = groups.last, case let (product, overflow) = last.product.multipliedReportingOverflow(by: prime),
        !overflow
      {
        groups[groups.count - 1] = (product, last.primes + [prime])
      } else {
        groups.append((prime, [prime]))
      }
    }
    return groups
  }()

  /// The smallest odd prime below the bound that divides the number and is not the number itself.
  static func smallestFactor(of number: [UInt8]) -> UInt64? {
    let value = number.count <= 8 ? number.reduce(0) { $0 << 8 | UInt64($1) } : nil
    let words = words(of: number)
    for group in groups {
      let remainder = remainder(of: words, by: group.product)
      if let factor = group.primes.first(where: { remainder % $0 == 0 && value != $0 }) { return factor }
    }
    return nil
  }

  /// The number as 64-bit words, highest first.
  static func words(of number: [UInt8]) -> [UInt64] {
    let padding = (8 - number.count % 8) % 8
    let octets = [UInt8](repeating: 0, count: padding) + number
    return stride(from: 0, to: octets.count, by: 8).map { start in
      octets[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  static func remainder(of words: [UInt64], by divisor: UInt64) -> UInt64 {
    words.reduce(0) { divisor.dividingFullWidth(($0, $1)).remainder }
  }
}

/// The fingerprint of the keys of CVE-2017-15361 (Nemec and others, ACM CCS 2017, section 3): their primes are
/// `k * M + (65537^a mod M)` with M a product of the first primes, so that modulo each of these primes the modulus is a
/// power of 65537. The primes up to 167 lie in M for every key length; a sound key passes by chance once in 2^27.
enum ROCAFingerprint {
  private static let lastPrime: UInt64 = 167

  /// For each prime, which remainders are powers of 65537.
  private static let powers: [UInt64: Set<UInt64>] = {
    var table: [UInt64: Set<UInt64>] = [:]
    for prime in SmallPrimes.odd where prime <= lastPrime {
      var (members, power): (Set<UInt64>, UInt64) = ([], 1)
      while members.insert(power).inserted { power = power * 65537 % prime }
      table[prime] = members
    }
    return table
  }()

  static func matches(_ modulus: [UInt8]) -> Bool {
    let words = SmallPrimes.words(of: modulus)
    for group in SmallPrimes.groups {
      let remainder = SmallPrimes.remainder(of: words, by: group.product)
      for prime in group.primes {
        if prime > lastPrime { return true }
        if !(powers[prime]?.contains(remainder % prime) ?? false) { return false }
      }
    }
    return true
  }
}
