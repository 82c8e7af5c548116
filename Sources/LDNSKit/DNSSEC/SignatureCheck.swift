import CLDNS
import DNS

/// Tries the signatures of one set with the keys of one zone (RFC 4035 §5.3).
struct SignatureCheck {
  let records: SignedSet
  let zone: DomainName
  let keys: [DNSKEY]
  let policy: DNSSECPolicy
  /// Seconds since 1970.
  let time: Int

  /// What came of it.
  enum Result {
    /// A signature verifies; the name whose records were signed is a wildcard's when that differs from the owner.
    case valid(source: DomainName)
    /// None does.
    case fault(DNSSECFault)
  }

  /// Tries until one verifies. `attempts` is what may be spent; what `verified` holds costs nothing.
  func run(_ attempts: inout Int, _ verified: inout Set<VerifiedSignature>) -> Result {
    // One set has one source: signatures that disagree on the wildcard are a forger's, to unbound too.
    let labels = Set(records.signatures.filter { $0.signer == zone }.map(\.labels))
    if labels.count > 1 { return .fault(.signatureInvalid) }
    var worst: DNSSECFault = .signatureMissing
    var left = min(attempts, DNSSECLimits.attempts)
    for signature in records.signatures {
      let before = left
      let fault = attempt(signature, &left, &verified)
      attempts -= before - left
      guard let fault else { return .valid(source: source(of: signature)) }
      worst = Self.more(worst, fault)
    }
    return .fault(worst)
  }

  /// The fault of one signature; nil when it verifies.
  private func attempt(
    _ signature: RRSIG, _ left: inout Int, _ verified: inout Set<VerifiedSignature>
  ) -> DNSSECFault? {
    guard signature.signer == zone else { return .wrongSigner }
    guard policy.supports(signature.algorithm) else { return .algorithmUnsupported }
    guard signature.labels <= signedLabels else { return .signatureInvalid }
    let now = UInt32(truncatingIfNeeded: time)
    // RFC 4034 §3.1.5: serial number arithmetic.
    if Int32(bitPattern: signature.expiration &- now) < 0 { return .signatureExpired }
    if Int32(bitPattern: now &- signature.inception) < 0 { return .signatureNotYetValid }
    let fitting = keys.filter {
      $0.keyTag == signature.keyTag && $0.algorithm == signature.algorithm && $0.isZoneKey
    }
    if fitting.isEmpty { return .keyMissing }
    let octets = signedOctets(signature)
    for key in fitting.prefix(DNSSECLimits.keysWithOneTag) {
      let candidate = VerifiedSignature(octets: octets, signature: signature.signature, key: key)
      if verified.contains(candidate) { return nil }
      guard left > 0 else { return .tooManySignatures }
      left -= 1
      guard SignatureVerification.verifies(octets, signature, key) else { continue }
      if verified.count < DNSSECLimits.verifiedSignatures { verified.insert(candidate) }
      return nil
    }
    return .signatureInvalid
  }

  /// The labels of the owner; the asterisk of a wildcard does not count (RFC 4034 §3.1.3).
  private var signedLabels: Int { records.owner.labelCount - (records.owner.isWildcard ? 1 : 0) }

  /// The name that was signed: the wildcard when the signature has fewer labels than the owner (RFC 4035 §5.3.2).
  private func source(of signature: RRSIG) -> DomainName {
    if signature.labels >= signedLabels { return records.owner }
    return records.owner.suffix(labels: signature.labels).prefixed(with: "*") ?? records.owner
  }

  /// RFC 4034 §3.1.8.1.
  private func signedOctets(_ signature: RRSIG) -> [UInt8] {
    let type = [UInt8(truncatingIfNeeded: records.type.rawValue >> 8), UInt8(truncatingIfNeeded: records.type.rawValue)]
    let front = source(of: signature).wire + type + [0, 1] + signature.originalTTL
    var octets = signature.head
    for data in records.data {
      octets += front
      octets.append(UInt8(truncatingIfNeeded: data.count >> 8))
      octets.append(UInt8(truncatingIfNeeded: data.count))
      octets += data
    }
    return octets
  }

  /// The fault that tells more: the nearer a signature came, the better it shows what is wrong.
  private static func more(_ left: DNSSECFault, _ right: DNSSECFault) -> DNSSECFault {
    (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0) ? right : left
  }

  private static let order: [DNSSECFault] = [
    .signatureMissing, .algorithmUnsupported, .wrongSigner, .keyMissing, .signatureNotYetValid, .signatureExpired,
    .signatureInvalid, .tooManySignatures
  ]
}

/// A signature that was found good: the SOA and NSEC records of a zone come with every negative answer.
struct VerifiedSignature: Hashable {
  let octets: [UInt8]
  let signature: [UInt8]
  let key: DNSKEY
}

/// The arithmetic, done by libldns.
enum SignatureVerification {
  /// Whether the signature is that of the key on `octets`.
  static func verifies(_ octets: [UInt8], _ signature: RRSIG, _ key: DNSKEY) -> Bool {
    guard isSane(key), let encoded = encoded(signature), let buffer = LDNSBuffer(octets) else { return false }
    var (signatureOctets, keyOctets) = (encoded, Array(key.key))
    let status = unsafe signatureOctets.withUnsafeMutableBufferPointer { signature in
      unsafe keyOctets.withUnsafeMutableBufferPointer { material in
        unsafe ldns_verify_rrsig_buffers_raw(
          signature.baseAddress, signature.count, buffer.pointer, material.baseAddress, material.count,
          key.algorithm.rawValue)
      }
    }
    return status == LDNS_STATUS_OK
  }

  /// The signature as OpenSSL takes it: that of ECDSA (RFC 6605 §4) as DER, others as they are.
  private static func encoded(_ signature: RRSIG) -> [UInt8]? {
    let octets = signature.signature
    let half: Int
    switch signature.algorithm.rawValue {
    case 13: half = 32
    case 14: half = 48
    default: return octets.isEmpty ? nil : octets
    }
    guard octets.count == 2 * half else { return nil }
    let integers = derInteger(octets[..<half]) + derInteger(octets[half...])
    // At most 2 * (2 + 49) octets: the length fits into one octet.
    return [0x30, UInt8(integers.count)] + integers
  }

  /// A number without sign: no leading zeros but the one that keeps it positive (X.690 §8.3).
  private static func derInteger(_ number: ArraySlice<UInt8>) -> [UInt8] {
    var octets = Array(number.drop { $0 == 0 })
    if octets.first.map({ $0 >= 0x80 }) ?? true { octets.insert(0, at: 0) }
    return [0x02, UInt8(octets.count)] + octets
  }

  /// RSA keys (RFC 3110 §2) within ``DNSSECLimits``; keys of other algorithms have one size, which libldns checks.
  private static func isSane(_ key: DNSKEY) -> Bool {
    guard [5, 7, 8, 10].contains(key.algorithm.rawValue) else { return true }
    let octets = Array(key.key)
    let isLong = octets[0] == 0
    guard !isLong || octets.count > 3 else { return false }
    let exponent = isLong ? Int(octets.number16(at: 1)) : Int(octets[0])
    let modulus = octets.count - exponent - (isLong ? 3 : 1)
    return (1...DNSSECLimits.rsaExponentOctets).contains(exponent)
      && (1...DNSSECLimits.rsaModulusOctets).contains(modulus)
  }
}

/// Owns a buffer of libldns.
@safe private struct LDNSBuffer: ~Copyable {
  let pointer: UnsafeMutablePointer<ldns_buffer>

  init?(_ octets: [UInt8]) {
    guard let made = unsafe ldns_buffer_new(octets.count) else { return nil }
    unsafe ldns_buffer_write(made, octets, octets.count)
    unsafe pointer = made
  }

  deinit {
    unsafe ldns_buffer_free(pointer)
  }
}
