/// What became of the ARC sets of a message (RFC 8617 §5.2).
public struct ARCResult: Sendable {
  /// The sets.
  public let chain: ARCChain
  /// The state of the chain.
  public let result: ARCChainValidation
  /// Everything that speaks against it, what decides first; empty unless it fails.
  public let reasons: [ARCReason]
  /// The message signatures of the sets, the oldest first; empty when the structure is broken.
  public let messageSignatures: [DKIMSignatureResult]
  /// The seals of the sets, the oldest first; empty when the structure is broken.
  public let seals: [ARCSealResult]

  /// The oldest set from which on every message signature verifies: the message was not changed since then, 0 for not
  /// at all (RFC 8617 §5.2, step 5); nil when the last one does not verify, and without sets.
  public var oldestPass: Int? {
    guard messageSignatures.last?.result == .pass else { return nil }
    guard let broken = messageSignatures.lastIndex(where: { $0.result != .pass }) else { return 0 }
    // Sets are counted from 1: the set behind the broken one.
    return broken + 2
  }
}

/// What became of one seal.
public struct ARCSealResult: Sendable {
  /// The number of its set.
  public let instance: Int
  /// What stands at the name of its key; nil when it names none.
  public let keyLookup: DKIMKeyLookup?
  /// Everything that speaks against it; empty when it verifies.
  public let reasons: [DKIMReason]

  /// Whether it verifies.
  public var verifies: Bool { reasons.isEmpty }
}
