public import AuditModel
public import Survey

/// One check of a message: its words, its examples and its rule, in one value. The rule is pure and synchronous.
public struct MessageCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Messages with the verdict that the check gives for each: at least a passing, a failing and an undecided one.
  ///
  /// They are made when somebody asks: an audit needs none, and making them takes longer than judging.
  public var examples: [MessageExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [MessageExample]
  /// The rule.
  public let judge: @Sendable (MessageSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [MessageExample],
    judge: @escaping @Sendable (MessageSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.judge = judge
  }
}
