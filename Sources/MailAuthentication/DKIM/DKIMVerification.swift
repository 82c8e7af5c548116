public import MailMessage
import OpenSSLKit
public import Syntax

/// Judges a signature. It asks nothing: message, hash of the body, answer for the key and time are there.
public enum DKIMVerification {
  /// Judges one signature of a message at a time in seconds since 1970: `signature` is the text of `field`, `hashes` has
  /// the hash of the body that it needs, and `keyLookup` is nil when it names no key.
  public static func judge(
    _ signature: Parsed<DKIMSignature>, in field: HeaderField, of message: Message,
    hashes: [BodyHashKind: BodyHash], keyLookup: DKIMKeyLookup?, at time: Int64
  ) -> DKIMSignatureResult {
    judge(
      signature, in: field, of: message, index: HeaderFieldIndex(message), hashes: hashes, keyLookup: keyLookup,
      at: time)
  }

  static func judge(
    _ signature: Parsed<DKIMSignature>, in field: HeaderField, of message: Message, index: HeaderFieldIndex,
    hashes: [BodyHashKind: BodyHash], keyLookup: DKIMKeyLookup?, at time: Int64
  ) -> DKIMSignatureResult {
    var check = DKIMSignatureCheck(message: message, field: field, signature: signature, time: time)
    check.keyLookup = keyLookup
    if let value = signature.value {
      check.compareBody(value, hashes)
      check.signedFields = index.select(value.signedNames, except: field)
      check.tryKeys(value)
    }
    return check.result()
  }
}

/// The steps of judging a signature (RFC 6376 §6.1).
struct DKIMSignatureCheck {
  let message: Message
  let field: HeaderField
  let signature: Parsed<DKIMSignature>
  let time: Int64
  var keyLookup: DKIMKeyLookup?
  var key: DKIMKeyRecord?
  var bodyHash = DKIMSignatureResult.BodyHashState.notComputed
  var headerSignature = DKIMSignatureResult.HeaderSignatureState.notTried
  var signedFields: [HeaderField?] = []
  private var keyReasons: [DKIMReason] = []

  init(message: Message, field: HeaderField, signature: Parsed<DKIMSignature>, time: Int64) {
    self.message = message
    self.field = field
    self.signature = signature
    self.time = time
  }

  mutating func compareBody(_ value: DKIMSignature, _ hashes: [BodyHashKind: BodyHash]) {
    guard let kind = value.bodyHashKind, let hash = hashes[kind], !value.bodyHash.isEmpty else { return }
    bodyHash = hash.octets == value.bodyHash ? .matches(hash) : .differs(hash)
  }

  /// Tries the keys in the order of the answer; which of several counts is undefined (RFC 6376 §3.6.2.2), so one that
  /// verifies does.
  mutating func tryKeys(_ value: DKIMSignature) {
    guard let keyLookup else {
      keyReasons = [.keyMissing(.invalidSelector)]
      return
    }
    let question = DKIMKeyUse(algorithm: value.algorithm, domain: value.domain, identity: value.identity?.domain)
    guard !keyLookup.keys.isEmpty else {
      keyReasons = [question.reason(of: keyLookup)]
      return
    }
    var digest: [UInt8]?
    for index in keyLookup.keys.indices {
      let reasons = question.reasons(against: keyLookup.keys[index])
      var state = DKIMSignatureResult.HeaderSignatureState.notTried
      if question.fits(keyLookup.keys[index]), !value.signature.isEmpty, let algorithm = value.algorithm?.digest,
        let verifier = keyLookup.verifier(at: index)
      {
        if digest == nil { digest = try? algorithm.digest(of: signedHeader(value)) }
        if let digest { state = verifier.verifies(value.signature, of: digest, algorithm) ? .verifies : .differs }
      }
      if index == 0 || state == .verifies {
        (key, keyReasons, headerSignature) = (keyLookup.keys[index].value, reasons, state)
      }
      if state == .verifies { return }
    }
  }

  private func signedHeader(_ value: DKIMSignature) -> [UInt8] {
    value.signedHeader(signedFields, own: field, in: message.header)
  }

  /// Weighs what was found: what comes first in the order of RFC 6376 §6.1 decides.
  consuming func result() -> DKIMSignatureResult {
    var reasons: [DKIMReason] = []
    if let fault = signature.faults.first(where: { $0.gravity == .fatal }) { reasons.append(.malformed(fault)) }
    let (unusable, weak) = (keyReasons.filter { $0.result != .policy }, keyReasons.filter { $0.result == .policy })
    reasons += unusable
    if reasons.isEmpty, key != nil, headerSignature == .notTried { reasons.append(.keyRefused) }
    reasons += bodyReasons()
    if headerSignature == .differs { reasons.append(.signatureDiffers) }
    reasons += weak
    if let expiration = signature.value?.expiration, expiration < time {
      reasons.append(.expired(seconds: time - expiration))
    }
    let result = reasons.first?.result ?? .pass
    return DKIMSignatureResult(self, result: result, reasons: reasons)
  }

  private func bodyReasons() -> [DKIMReason] {
    let sha1: [DKIMReason] = signature.value?.algorithm == .rsaSHA1 ? [.sha1] : []
    switch bodyHash {
    case .notComputed: return sha1 + [.bodyHashNotComputed]
    case .matches(let hash), .differs(let hash):
      if let limit = signature.value?.bodyLength, limit > hash.canonicalOctets {
        return [.lengthBeyondBody(length: limit, canonicalOctets: hash.canonicalOctets)] + sha1
      }
      if case .differs = bodyHash { return sha1 + [.bodyHashDiffers] }
      return sha1
    }
  }
}
