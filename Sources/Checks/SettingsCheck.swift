public import ApplicationSettings
public import AuditModel

/// One check of an application's settings: its words, its examples and its rule, in one value. The rule is pure and
/// synchronous, and sees the files alone.
public struct SettingsCheck: Sendable {
  /// The words.
  public let description: CheckDescription
  /// Files with the verdict that the check gives for each: at least a passing, a failing and an undecided one.
  ///
  /// They are made when somebody asks: an audit needs none, and making them takes longer than judging.
  public var examples: [SettingsExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [SettingsExample]
  /// What would mend the settings that fail; none where a person has to decide.
  public let repair: @Sendable (SubmissionSettings, RepairHints) -> [SettingsChange]
  /// The rule.
  public let judge: @Sendable (SubmissionSettings) -> Judgement

  /// Joins words, examples and rule.
  public init(
    _ description: CheckDescription, examples: @autoclosure @escaping @Sendable () -> [SettingsExample],
    repair: @escaping @Sendable (SubmissionSettings, RepairHints) -> [SettingsChange] = { _, _ in [] },
    judge: @escaping @Sendable (SubmissionSettings) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.repair = repair
    self.judge = judge
  }
}

/// A file of settings, and what a check says of it. It documents the check, and it runs as a test through the reader.
public struct SettingsExample: Sendable {
  /// The verdict on this file.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The application that the file belongs to.
  public let application: Application
  /// The file.
  public let text: String

  /// Makes an example of its parts.
  public init(_ verdict: Verdict, _ title: String, _ text: String, of application: Application = .mediawiki) {
    self.verdict = verdict
    self.title = title
    self.application = application
    self.text = text
  }

  /// What is read of the file.
  public var settings: SubmissionSettings {
    SubmissionSettings.read([SettingsFile(name: application.exampleFile, octets: Array(text.utf8))], of: application)
  }
}

extension SettingsCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: $0.application.exampleFile, settings: [], message: $0.text,
        zone: "")
    }
  }
}
