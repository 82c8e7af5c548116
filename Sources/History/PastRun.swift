public import AuditModel

/// A run as lists show it.
public struct RunSummary: Sendable, Hashable {
  /// The number, counted up over all targets.
  public let number: Int
  /// What was audited.
  public let target: String
  /// When, in seconds since 1970, UTC.
  public let time: Int
  /// The version of mailaudit.
  public let toolVersion: String
  /// The version of the catalogue.
  public let catalogueVersion: String
  /// The name of the goal.
  public let goal: String
  /// The overall grade.
  public let grade: String
  /// How many questions were asked, and how many of them failed.
  public let questions: Int
  /// How many questions failed.
  public let failures: Int
  /// How long it took.
  public let milliseconds: Int
}

/// What a check said in a run.
public struct PastOutcome: Sendable, Hashable {
  /// The name of the check.
  public let check: CheckID
  /// What it made of the target.
  public let verdict: Verdict
  /// The level that lowered the grade; nil for none.
  public let level: Severity?
  /// What it said.
  public let findings: [Finding]

  /// Makes an outcome of its parts.
  public init(check: CheckID, verdict: Verdict, level: Severity? = nil, findings: [Finding] = []) {
    self.check = check
    self.verdict = verdict
    self.level = level
    self.findings = findings
  }

  init(_ outcome: CheckOutcome) {
    self.init(
      check: outcome.check, verdict: outcome.verdict, level: outcome.effectiveLevel, findings: outcome.findings)
  }
}

/// A run with all that it saw.
public struct PastRun: Sendable {
  /// When and what.
  public let summary: RunSummary
  /// What each check said, in the order of its catalogue.
  public let outcomes: [PastOutcome]
  /// What was seen.
  public let facts: [AuditFact]

  /// Makes a run of its parts.
  public init(summary: RunSummary, outcomes: [PastOutcome], facts: [AuditFact]) {
    self.summary = summary
    self.outcomes = outcomes
    self.facts = facts
  }
}

extension PastRun {
  /// A run that is not kept yet; its number is 0.
  public init(_ report: AuditReport) {
    self.init(
      summary: RunSummary(
        number: 0, target: report.target, time: report.time, toolVersion: report.toolVersion,
        catalogueVersion: report.catalogueVersion, goal: report.goal.rawValue,
        grade: report.overallGrade.description, questions: report.statistics.questions,
        failures: report.statistics.failures, milliseconds: report.statistics.duration.wholeMilliseconds),
      outcomes: report.outcomes.map(PastOutcome.init), facts: report.facts)
  }
}

/// A fact over time.
public struct FactSpan: Sendable, Hashable {
  /// What was seen.
  public let fact: AuditFact
  /// The first and the last run that saw it, in seconds since 1970, UTC.
  public let first: Int
  /// The last run that saw it.
  public let last: Int

  /// Makes a span of its parts.
  public init(_ fact: AuditFact, first: Int, last: Int) {
    self.fact = fact
    self.first = first
    self.last = last
  }
}
