/// What DNSSEC says of the answer to one question (RFC 4033 §5, RFC 4035 §4.3).
public struct DNSSECVerdict: Sendable, Hashable, Codable {
  /// Which of the four states the answer is in.
  public let state: State
  /// How that was found, a phrase: the proof of an unsigned delegation, the fault of a broken chain, what was missing.
  public let reason: String
  /// What is wrong, when the state is bogus.
  public var fault: DNSSECFault?
  /// Whether the answer says that what was asked for does not exist: its proof is what counts then.
  public var saysAbsent = false
  /// The failure for which the answer itself could not be had, when the state is indeterminate for it.
  public var failure: DNSFailure?
  /// The zone that the state was decided in: that of the answer; or that whose delegation ends the chain.
  public var zone: DomainName?
  /// The signed zones from the trust anchor downwards, as far as they were looked at; the last one may be the one at
  /// which the chain ends.
  public var chain: [DNSSECLink] = []
  /// The signatures of the records that make the answer, or that deny it, those that do not verify included.
  public var signatures: [DNSSECSignature] = []
  /// How the absence of what was asked for is proven; nil for a positive answer and without proof.
  public var denial: DNSSECDenial?

  /// Makes the value of its parts.
  public init(_ state: State, reason: String) {
    self.state = state
    self.reason = reason
  }

  /// The four states.
  public enum State: String, Sendable, CaseIterable, Codable {
    /// A chain of signatures leads from the trust anchor to the answer, or to the proof of its absence.
    case secure
    /// A signed zone above proves that the delegation is not signed.
    case insecure
    /// There should be a chain, and it is broken: validating resolvers answer SERVFAIL.
    case bogus
    /// Nobody can tell from here.
    case indeterminate
  }
}

/// Says for answers whether DNSSEC vouches for them.
public protocol DNSSECValidator: Sendable {
  /// The verdicts on the answers to `questions`, in the same order. What cannot be learned is indeterminate.
  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict]

  /// The same validator, judging the very answers that `resolver` gives; nil where a validator asks for answers of its
  /// own, with signatures.
  func judging(answersOf resolver: any Resolver) -> (any DNSSECValidator)?
}

extension DNSSECValidator {
  /// Nil: it asks for answers of its own.
  public func judging(answersOf resolver: any Resolver) -> (any DNSSECValidator)? { nil }
}
