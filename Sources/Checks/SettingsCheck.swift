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

  /// Joins words, examples and rule. `remedy` tells what to do about facts that have no remedy of their own, in the words
  /// of the application; nil where the description says all.
  public init(
    _ description: CheckDescription, remedy: @escaping @Sendable (SubmissionSettings) -> String? = { _ in nil },
    examples: @autoclosure @escaping @Sendable () -> [SettingsExample],
    repair: @escaping @Sendable (SubmissionSettings, RepairHints) -> [SettingsChange] = { _, _ in [] },
    judge: @escaping @Sendable (SubmissionSettings) -> Judgement
  ) {
    self.description = description
    makeExamples = examples
    self.repair = repair
    self.judge = { settings in judge(settings).withRemedy { remedy(settings) } }
  }
}

extension Judgement {
  /// The same with a remedy for the defects and remarks that have none.
  fileprivate func withRemedy(_ remedy: () -> String?) -> Judgement {
    guard case .findings(let findings) = self,
      findings.contains(where: { $0.remedy == nil && ($0.verdict == .info || $0.verdict > .unknown) }),
      let words = remedy()
    else { return self }
    return .findings(
      findings.map { fact in
        guard fact.remedy == nil, fact.verdict == .info || fact.verdict > .unknown else { return fact }
        return Finding(
          fact.verdict, subject: fact.subject, fact.statement, evidence: fact.evidence, remedy: words)
      })
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
