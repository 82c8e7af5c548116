public import AuditModel
public import Survey

/// One check of the mail path of a machine: its words, its examples and its rule, in one value. The rule is pure and
/// synchronous.
public struct HostCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Machines with the verdict that the check gives for each: at least a passing, a failing and an undecided one.
  ///
  /// They are made when somebody asks: an audit needs none, and making them takes longer than judging.
  public var examples: [HostExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [HostExample]
  /// The rule.
  public let judge: @Sendable (HostSurvey) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [HostExample],
    judge: @escaping @Sendable (HostSurvey) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.judge = judge
  }
}

extension HostCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: $0.name ?? "image", settings: $0.settings,
        message: $0.files.text, zone: $0.zone ?? "")
    }
  }
}
