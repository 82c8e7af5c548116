public import AuditModel
public import Survey

/// One check of the list before a domain goes live: its words, its examples and its rule. The rule is pure and
/// synchronous.
public struct LaunchCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Situations with the verdict that the check gives in each: at least a passing, a failing and an undecided one.
  public var examples: [LaunchExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [LaunchExample]
  /// The rule.
  public let judge: @Sendable (LaunchSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [LaunchExample],
    judge: @escaping @Sendable (LaunchSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.judge = judge
  }

  /// What the check says of a domain.
  public func outcome(_ survey: LaunchSurvey) -> CheckOutcome {
    CheckOutcome(description: description, judgement: judge(survey))
  }
}

extension LaunchCheck: CatalogueEntry {
  /// Its examples as text: the answers stand with the title.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: "example.org", settings: $0.settings,
        message: $0.reports.map(\.text).joined(separator: "\n"), zone: $0.zone)
    }
  }
}
