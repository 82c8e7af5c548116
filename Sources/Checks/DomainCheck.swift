public import AuditModel
public import Survey

/// One check of a domain: its words, its examples and its rule, in one value. The rule is pure and synchronous.
public struct DomainCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Worlds with the verdict that the check gives in each: at least a passing, a failing and an undecided one.
  ///
  /// They are made when somebody asks: an audit needs none, and making them takes longer than judging.
  public var examples: [CheckExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [CheckExample]
  /// The rule.
  public let judge: @Sendable (DomainSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [CheckExample],
    judge: @escaping @Sendable (DomainSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.judge = judge
  }
}
