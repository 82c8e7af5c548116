public import AuditModel
public import Survey

/// One check of the way to a submission server: its words, its examples and its rule, in one value. The rule is pure and
/// synchronous.
public struct SubmissionCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Servers with the verdict that the check gives for each: at least a passing, a failing and an undecided one.
  ///
  /// They are made when somebody asks: an audit needs none, and making them takes longer than judging.
  public var examples: [SubmissionExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [SubmissionExample]
  /// Whether a server has to be talked to: the rest follows from the settings, the directory of providers and DNS.
  public let needsConversation: Bool
  /// The rule.
  public let judge: @Sendable (SubmissionSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [SubmissionExample],
    needsConversation: Bool = true,
    judge: @escaping @Sendable (SubmissionSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.needsConversation = needsConversation
    self.judge = judge
  }
}
