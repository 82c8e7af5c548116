public import AuditModel
public import Survey

/// One check of a domain: its words, its examples and its rule, in one value. The rule is pure and synchronous.
public struct DomainCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Worlds with the verdict that the check gives in each: at least a passing, a failing and an undecided one.
  public let examples: [CheckExample]
  /// The rule.
  public let judge: @Sendable (DomainSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: [CheckExample],
    judge: @escaping @Sendable (DomainSurvey) -> Judgement
  ) {
    self.description = description
    self.examples = examples
    self.judge = judge
  }
}
