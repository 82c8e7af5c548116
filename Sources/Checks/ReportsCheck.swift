public import AuditModel
public import Survey

/// One check of what receivers report back: its words, its examples and its rule, in one value. The rule is pure and
/// synchronous.
public struct ReportsCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Reports with the verdict that the check gives for them: at least a passing, a failing and an undecided example.
  ///
  /// They are made when somebody asks: reading reports needs none.
  public var examples: [ReportsExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [ReportsExample]
  /// The rule.
  public let judge: @Sendable (ReportsSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [ReportsExample],
    judge: @escaping @Sendable (ReportsSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.judge = judge
  }
}

extension ReportsCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: "reports", settings: [],
        message: $0.reports.map(\.text).joined(separator: "\n"), zone: $0.zone ?? "")
    }
  }
}
