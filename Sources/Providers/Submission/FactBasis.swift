/// What a fact about a provider rests on. Providers change their servers and tell nobody here: a fact is as good as this.
public struct FactBasis: Sendable, Hashable {
  /// How sure the fact is.
  public let confidence: Confidence
  /// Where it was read, for people; empty for what was only remembered.
  public let source: String

  /// How sure a fact is.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// The provider, its published records or a maintained list of mail settings says so.
    case documented
    /// A published example of an application uses it.
    case example
    /// General knowledge without a source: good for a hint, never for a failure.
    case remembered
  }

  /// Whether a setting may be called wrong because of the fact.
  public var allowsFailure: Bool { confidence != .remembered }

  /// Joins both.
  public init(_ confidence: Confidence, source: String = "") {
    self.confidence = confidence
    self.source = source
  }
}

/// How a setting stands to what is known of the provider.
public struct FactAgreement: Sendable, Hashable {
  /// The answer.
  public let answer: Answer
  /// What the provider expects, a phrase; empty when that is not known.
  public let expectation: String
  /// What the expectation rests on; nil when nothing is known.
  public let basis: FactBasis?
  /// Whether a setting that differs can be called a fault; otherwise the difference is worth a hint.
  public let isFirm: Bool

  /// The answers.
  public enum Answer: String, Sendable, Hashable {
    /// The setting is one that the provider is known to serve.
    case agrees
    /// The setting is another one.
    case differs
    /// Nothing is known to compare with.
    case notKnown
  }

  /// A setting that agrees, or differs; `isExclusive` tells that nothing else than the expectation can work.
  init(agrees: Bool, _ expectation: String, basis: FactBasis?, isExclusive: Bool) {
    answer = agrees ? .agrees : .differs
    self.expectation = expectation
    self.basis = basis
    isFirm = !agrees && isExclusive && basis?.allowsFailure == true
  }

  private init() {
    answer = .notKnown
    expectation = ""
    basis = nil
    isFirm = false
  }

  /// Nothing is known.
  static let notKnown = FactAgreement()
}
