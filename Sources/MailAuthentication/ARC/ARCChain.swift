public import MailMessage
import Syntax

/// The ARC sets of a message, before anything is verified.
public struct ARCChain: Sendable {
  /// The sets from the first to the last; empty when there are none, or their structure is broken.
  public let sets: [ARCSet]
  /// What is wrong with the structure; nil when nothing is, and without sets.
  public let fault: ARCReason?

  /// Whether the message has ARC fields at all.
  public var exists: Bool { fault != nil || !sets.isEmpty }

  /// Gathers the sets of a message (RFC 8617 §5.2, steps 1 to 3).
  public init(_ message: Message) {
    var gatherer = ARCGatherer(message)
    gatherer.gather()
    fault = gatherer.fault ?? Self.fault(of: gatherer.sets)
    sets = gatherer.fault == nil ? gatherer.sets : []
  }

  /// What the seals say of the chain before them.
  private static func fault(of sets: [ARCSet]) -> ARCReason? {
    guard let last = sets.last else { return nil }
    if last.sealText.value?.chainValidation == .fail { return .sealedAsFailed(instance: last.instance) }
    for set in sets {
      let value = set.sealText.value?.chainValidation
      if value != (set.instance == 1 ? ARCChainValidation.none : .pass) {
        return .wrongValidation(value, instance: set.instance)
      }
    }
    return nil
  }
}

/// Puts the ARC fields of a message together by their numbers.
private struct ARCGatherer {
  let message: Message
  var sets: [ARCSet] = []
  var fault: ARCReason?
  private var results: [Int: HeaderField] = [:]
  private var signatures: [Int: (HeaderField, Parsed<DKIMSignature>)] = [:]
  private var seals: [Int: (HeaderField, Parsed<ARCSeal>)] = [:]

  init(_ message: Message) { self.message = message }

  mutating func gather() {
    for field in message.fields {
      // RFC 8617 §4.2.1: 50 sets at most; what comes behind their fields need not be read to know that it is too much.
      guard results.count <= ARCInstance.limit, fault == nil else { break }
      for kind in ARCFieldKind.allCases where message.isNamed(field, kind.name) { take(field, kind) }
    }
    if fault == nil { join() }
  }

  private mutating func take(_ field: HeaderField, _ kind: ARCFieldKind) {
    let text = message.body(of: field)
    switch kind {
    case .authenticationResults:
      guard let instance = ARCInstancePrefix(text)?.instance else { return fail(.unnumbered(kind)) }
      if results.updateValue(field, forKey: instance) != nil { fail(.repeated(kind, instance: instance)) }
    case .messageSignature:
      let parsed = DKIMSignature.parse(text, as: .arc)
      guard let instance = parsed.value?.instance else { return fail(.unnumbered(kind)) }
      if signatures.updateValue((field, parsed), forKey: instance) != nil { fail(.repeated(kind, instance: instance)) }
    case .seal:
      let parsed = ARCSeal.parse(text)
      guard let instance = parsed.value?.instance else { return fail(.unnumbered(kind)) }
      if seals.updateValue((field, parsed), forKey: instance) != nil { fail(.repeated(kind, instance: instance)) }
    }
  }

  private mutating func fail(_ reason: ARCReason) { fault = fault ?? reason }

  private mutating func join() {
    let count = max(results.keys.max() ?? 0, signatures.keys.max() ?? 0, seals.keys.max() ?? 0)
    guard count > 0 else { return }
    for instance in 1...count {
      guard let result = results[instance] else { return fail(.missing(.authenticationResults, instance: instance)) }
      guard let signature = signatures[instance] else { return fail(.missing(.messageSignature, instance: instance)) }
      guard let seal = seals[instance] else { return fail(.missing(.seal, instance: instance)) }
      sets.append(
        ARCSet(
          instance: instance, authenticationResults: result, messageSignature: signature.0,
          messageSignatureText: signature.1, seal: seal.0, sealText: seal.1))
    }
  }
}
