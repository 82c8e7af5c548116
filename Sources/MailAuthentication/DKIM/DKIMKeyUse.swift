import DNS
import Syntax

/// What a signature needs of its key: the same for DKIM and ARC (RFC 6376 §6.1.2).
struct DKIMKeyUse {
  let algorithm: DKIMAlgorithm?
  let domain: DomainName?
  let identity: DomainName?

  /// Why there is no key at the name.
  func reason(of lookup: DKIMKeyLookup) -> DKIMReason {
    if case .failure(let failure) = lookup.outcome { return .keyUnavailable(failure) }
    return .keyMissing(lookup.outcome)
  }

  /// Whether the record holds a key that can be tried.
  func fits(_ record: Parsed<DKIMKeyRecord>) -> Bool {
    guard let key = record.value, key.publicKey != nil else { return false }
    return key.keyType == algorithm?.keyType
  }

  /// What speaks against the record; empty when nothing does.
  func reasons(against parsed: Parsed<DKIMKeyRecord>) -> [DKIMReason] {
    guard let key = parsed.value else { return [.keyRefused] }
    if key.material == .revoked { return [.keyRevoked] }
    var reasons: [DKIMReason] = []
    if let type = algorithm?.keyType, key.keyType != type { reasons.append(.keyTypeDiffers(key.keyType.name)) }
    if let fault = parsed.faults.first(where: { $0.gravity == .fatal }) { reasons.append(.keyMalformed(fault)) }
    if let algorithm, !key.allows(hash: algorithm.hashName) { reasons.append(.hashNotAllowed(algorithm.hashName)) }
    if !key.isForEmail { reasons.append(.keyNotForEmail) }
    if key.forbidsSubdomains, let identity, identity != domain { reasons.append(.subdomainForbidden) }
    // RFC 8301 §3.2: verifiers must not take shorter keys.
    if let bits = key.modulusBitCount, bits < 1024 { reasons.append(.keyTooShort(bits: bits)) }
    return reasons
  }
}
