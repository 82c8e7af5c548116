import Testing

/// The tables, and what became of their rows. Each row runs once in a test run, whoever asks first.
enum Coverage {
  /// The number of the last requirement.
  static let last = 248

  /// All tables, in the order of their numbers.
  static let tables: [any RequirementTable.Type] = [
    MediaWikiManualTests.self, MediaWikiTalkTests.self, MediaWikiMoreTalkTests.self, SendmailTests.self,
    DokuWikiTests.self, GitLabSettingsTests.self, GitLabProviderRuleTests.self, GitLabTroubleTests.self,
    ProviderExampleTests.self
  ]

  private static let runs = CoverageRuns()

  /// What is wrong with a row; nothing when it is met.
  static func faults(of row: Requirement) async -> [String] { await runs.faults(of: row) }

  /// Expects a row to be met; one that waits is expected not to be, so that the list of those stays true.
  static func expectMet(_ row: Requirement, sourceLocation: SourceLocation = #_sourceLocation) async {
    let faults = await faults(of: row)
    if Waiting.reason(row.number) == nil {
      for fault in faults { Issue.record("\(row.testDescription): \(fault)", sourceLocation: sourceLocation) }
    } else if faults.isEmpty {
      Issue.record("R\(row.number) is met now: take it out of Waiting", sourceLocation: sourceLocation)
    }
  }
}

/// Runs rows, each once.
private actor CoverageRuns {
  private var running: [String: Task<[String], Never>] = [:]

  func faults(of row: Requirement) async -> [String] {
    if let task = running[row.testDescription] { return await task.value }
    let task = Task { await row.faults() }
    running[row.testDescription] = task
    return await task.value
  }
}
