public import AuditModel

/// What one line of results says of a domain: enough to count and to compare, whoever wrote the line.
public struct ScanRecord: Sendable, Hashable {
  /// The domain as it was asked for; nil for a line of the list that holds none.
  public var domain: String?
  /// The text of the list, where it is no domain.
  public var input: String?
  /// The line of the list that it stands in, from 1.
  public var line = 0
  /// Why the text is none.
  public var error: String?
  /// What the domain was graded for; empty when the line does not say.
  public var goal = ""
  /// The grade for the goal; empty when the line does not say.
  public var grade = ""
  /// The grade of each area, by its name.
  public var areas: [String: String] = [:]
  /// What the domain has decided, by the name of the kind.
  public var policies: [String: String] = [:]
  /// What each check says, by its name, in the order of the line.
  public var verdicts: [(check: String, verdict: Verdict)] = []
  /// The facts behind verdicts that are neither good nor a remark.
  public var findings: [Finding] = []
  /// How many questions were asked.
  public var questions = 0
  /// How many of them failed.
  public var failures = 0
  /// How often the domain was looked at.
  public var tries = 1

  /// A fact of a check.
  public struct Finding: Sendable, Hashable {
    /// The name of the check.
    public let check: String
    /// The fact, one sentence.
    public let statement: String

    /// Makes the value of its parts.
    public init(check: String, statement: String) {
      self.check = check
      self.statement = statement
    }
  }

  /// Makes an empty record.
  public init() {}

  /// The name and version of the schema of lines.
  public static let schema = "mailaudit-scan-1"

  /// What tells the line apart from all others: the domain, or the text that is none.
  public var key: String? { domain ?? input.map { Self.key(ofInput: $0, line: line) } }

  /// The key of a text that is no domain; no domain has it. Where there is no text, or only the beginning of one, the line
  /// tells which it was.
  public static func key(ofInput text: String, line: Int) -> String {
    text.isEmpty || text.utf8.count >= shownCharacters ? "\u{0}\u{0}\(line)" : "\u{0}" + text
  }

  /// So many characters of a text that is no domain are shown.
  public static let shownCharacters = 300

  /// Compares everything.
  public static func == (left: ScanRecord, right: ScanRecord) -> Bool {
    left.key == right.key && left.error == right.error && left.grade == right.grade && left.areas == right.areas
      && left.policies == right.policies && left.findings == right.findings && left.questions == right.questions
      && left.failures == right.failures && left.tries == right.tries
      && left.verdicts.elementsEqual(right.verdicts) { $0.check == $1.check && $0.verdict == $1.verdict }
  }

  /// Feeds the key.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension ScanRecord {
  /// What a report says; in short only its grade and the numbers of questions.
  public init(_ report: AuditReport, tries: Int = 1, inShort: Bool = false) {
    domain = report.target
    goal = report.goal.rawValue
    grade = report.overallGrade.description
    questions = report.statistics.questions
    failures = report.statistics.failures
    self.tries = tries
    if !inShort { addDetails(of: report) }
  }

  private mutating func addDetails(of report: AuditReport) {
    areas.reserveCapacity(report.grades.count)
    policies.reserveCapacity(report.policies.count)
    for entry in report.grades { areas[entry.area.rawValue] = entry.grade.description }
    for policy in report.policies { policies[policy.kind.rawValue] = policy.value }
    verdicts = report.outcomes.map { ($0.check.rawValue, $0.verdict) }
    for outcome in report.outcomes where outcome.verdict >= .unknown {
      for finding in outcome.findings where finding.verdict >= .unknown {
        findings.append(Finding(check: outcome.check.rawValue, statement: finding.statement))
      }
    }
  }
}
