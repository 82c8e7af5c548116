public import MailMessage
import OpenSSLKit
public import Syntax

/// The result of a signature in the words of RFC 8601 §2.7.1.
public enum DKIMResult: String, Sendable, Hashable, CaseIterable {
  /// It verifies.
  case pass
  /// Body or header are not what was signed, or it is made with what verifiers must not take.
  case fail
  /// It would verify, but is not acceptable: the key is too short, or it expired.
  case policy
  /// It could not be processed.
  case neutral
  /// The key could not be looked up now.
  case temperror
  /// Signature or key break a rule.
  case permerror
}

/// What became of one signature. It never changes; a class, because it is passed on often.
public final class DKIMSignatureResult: Sendable {
  /// The message that it stands in.
  public let message: Message
  /// Its field.
  public let field: HeaderField
  /// Its text, read.
  public let signature: Parsed<DKIMSignature>
  /// What stands at the name of its key; nil when it names none.
  public let keyLookup: DKIMKeyLookup?
  /// The record that the signature was judged with; nil without one.
  public let key: DKIMKeyRecord?
  /// Whether the body is the one that was signed.
  public let bodyHash: BodyHashState
  /// Whether the signature fits the signed header fields, the hash in `bh=` being one of them.
  public let headerSignature: HeaderSignatureState
  /// The fields that it signs, by the names in `h=` in order; nil where no field of the name was left.
  public let signedFields: [HeaderField?]
  /// The result.
  public let result: DKIMResult
  /// Everything that speaks against it, what decides first; empty for a pass.
  public let reasons: [DKIMReason]
  /// When it was judged, in seconds since 1970.
  public let time: Int64

  /// Whether the body is the one that was signed.
  public enum BodyHashState: Sendable, Hashable {
    /// The hash of the body is that of `bh=`.
    case matches(BodyHash)
    /// It is another one.
    case differs(BodyHash)
    /// There is no hash to compare: the signature does not say which, or OpenSSL refused.
    case notComputed
  }

  /// Whether the signature fits the signed header fields.
  public enum HeaderSignatureState: Sendable, Hashable {
    /// It does.
    case verifies
    /// It does not.
    case differs
    /// There was no key to try.
    case notTried
  }

  init(_ check: DKIMSignatureCheck, result: DKIMResult, reasons: [DKIMReason]) {
    message = check.message
    field = check.field
    signature = check.signature
    keyLookup = check.keyLookup
    key = check.key
    bodyHash = check.bodyHash
    headerSignature = check.headerSignature
    signedFields = check.signedFields
    time = check.time
    self.result = result
    self.reasons = reasons
  }
}

extension DKIMSignatureResult {
  /// The signature.
  public var value: DKIMSignature? { signature.value }

  /// Whether body and header are what was signed, whatever else speaks against the signature: rsa-sha1, a short key.
  public var isIntact: Bool {
    if case .matches = bodyHash { headerSignature == .verifies } else { false }
  }

  /// Whether the domain says that it is only testing (`t=y`): a failure counts as no signature (RFC 6376 §3.6.1).
  public var isTesting: Bool { key?.isTesting ?? false }

  /// The bits of the key; nil without one.
  public var keyBitCount: Int? { key?.publicKey?.bitCount }
}
