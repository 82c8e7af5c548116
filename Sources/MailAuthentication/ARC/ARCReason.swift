/// Why a chain fails (RFC 8617 §5.2).
public enum ARCReason: Sendable, Hashable {
  /// More than 50 sets.
  case tooManySets
  /// A field whose number cannot be read.
  case unnumbered(ARCFieldKind)
  /// A second field of a kind in one set.
  case repeated(ARCFieldKind, instance: Int)
  /// A set without a field of the kind.
  case missing(ARCFieldKind, instance: Int)
  /// The highest seal says `cv=fail`.
  case sealedAsFailed(instance: Int)
  /// `cv=` is not what the number of the set demands: none for the first, pass for all others.
  case wrongValidation(ARCChainValidation?, instance: Int)
  /// The message signature does not verify.
  case messageSignature(instance: Int, DKIMReason?)
  /// The seal does not verify.
  case seal(instance: Int, DKIMReason)

  /// The paragraph that decides.
  public var reference: String {
    switch self {
    case .tooManySets: "RFC 8617 §4.2.1"
    case .unnumbered: "RFC 8617 §4.2.1"
    default: "RFC 8617 §5.2"
    }
  }
}

extension ARCReason: CustomStringConvertible {
  /// The reason in a phrase without a full stop.
  public var description: String {
    switch self {
    case .tooManySets: "more than 50 sets"
    case .unnumbered(let kind): "a field \(kind.name) without a number from 1 to 50"
    case .repeated(let kind, let instance): "set \(instance) has more than one \(kind.name)"
    case .missing(let kind, let instance): "set \(instance) has no \(kind.name)"
    case .sealedAsFailed(let instance): "the seal of set \(instance) says that the chain was broken before it"
    case .wrongValidation(let value, let instance):
      "the seal of set \(instance) says cv=\(value?.rawValue ?? ""), it has to be \(instance == 1 ? "none" : "pass")"
    case .messageSignature(let instance, let reason):
      "the ARC-Message-Signature of set \(instance) does not verify" + (reason.map { ": \($0)" } ?? "")
    case .seal(let instance, let reason): "the ARC-Seal of set \(instance) does not verify: \(reason)"
    }
  }
}
