import DNS
import MailMessage
import OpenSSLKit
import Syntax

/// Judges the ARC sets of a message. It asks nothing.
struct ARCVerification {
  let message: Message
  let chain: ARCChain
  let lookups: [DNSQuestion: DNSAnswer]

  /// Judges the chain, the message signatures being judged.
  func judge(_ messageSignatures: [DKIMSignatureResult]) -> ARCResult {
    guard chain.exists else { return result(.none) }
    if let fault = chain.fault { return result(.fail, [fault]) }
    var reasons: [ARCReason] = []
    if let last = messageSignatures.last, last.result != .pass {
      reasons.append(.messageSignature(instance: chain.sets.count, last.reasons.first))
    }
    let seals = judgeSeals()
    for seal in seals.reversed() {
      if let reason = seal.reasons.first { reasons.append(.seal(instance: seal.instance, reason)) }
    }
    return ARCResult(
      chain: chain, result: reasons.isEmpty ? .pass : .fail, reasons: reasons, messageSignatures: messageSignatures,
      seals: seals)
  }

  private func result(_ validation: ARCChainValidation, _ reasons: [ARCReason] = []) -> ARCResult {
    ARCResult(chain: chain, result: validation, reasons: reasons, messageSignatures: [], seals: [])
  }

  /// RFC 8617 §5.1.1: a seal signs the fields of all sets up to its own, always relaxed, in the order of their numbers.
  private func judgeSeals() -> [ARCSealResult] {
    var octets: [UInt8] = []
    return chain.sets.map { set in
      DKIMCanonicalization.relaxed.append(field: message.header[set.authenticationResults.range], to: &octets)
      DKIMCanonicalization.relaxed.append(field: message.header[set.messageSignature.range], to: &octets)
      var signed = octets
      DKIMCanonicalization.relaxed.append(
        signatureField: set.seal, without: set.sealText.value?.signatureRange, in: message.header, to: &signed)
      DKIMCanonicalization.relaxed.append(field: message.header[set.seal.range], to: &octets)
      return judge(set, signed)
    }
  }

  private func judge(_ set: ARCSet, _ signed: [UInt8]) -> ARCSealResult {
    let lookup = set.sealText.value.flatMap(self.lookup)
    var reasons: [DKIMReason] = []
    if let fault = set.sealText.faults.first(where: { $0.gravity == .fatal }) { reasons.append(.malformed(fault)) }
    if let seal = set.sealText.value { reasons += keyReasons(seal, lookup, signed) }
    return ARCSealResult(instance: set.instance, keyLookup: lookup, reasons: reasons)
  }

  private func lookup(_ seal: ARCSeal) -> DKIMKeyLookup? {
    guard let question = seal.keyQuestion, let domain = seal.domain else { return nil }
    return DKIMKeyLookup(selector: seal.selector, domain: domain, answer: lookups[question])
  }

  /// What speaks against the keys; of several, one that verifies counts.
  private func keyReasons(_ seal: ARCSeal, _ lookup: DKIMKeyLookup?, _ signed: [UInt8]) -> [DKIMReason] {
    guard let lookup else { return [.keyMissing(.invalidSelector)] }
    let use = DKIMKeyUse(algorithm: seal.algorithm, domain: seal.domain, identity: nil)
    if lookup.keys.isEmpty { return [use.reason(of: lookup)] }
    let weak: [DKIMReason] = seal.algorithm == .rsaSHA1 ? [.sha1] : []
    var first: [DKIMReason]?
    for index in lookup.keys.indices {
      let reasons = weak + use.reasons(against: lookup.keys[index])
      guard use.fits(lookup.keys[index]), let digest = seal.algorithm?.digest,
        let octets = try? digest.digest(of: signed), let verifier = lookup.verifier(at: index)
      else {
        first = first ?? (reasons.isEmpty ? [.keyRefused] : reasons)
        continue
      }
      if verifier.verifies(seal.signature, of: octets, digest) { return reasons }
      first = first ?? reasons + [.signatureDiffers]
    }
    return first ?? [.keyRefused]
  }
}
