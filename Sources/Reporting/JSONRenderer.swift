public import AuditModel

/// Writes a report for programs: the schema is `reports/schema/report-1.json`.
public struct JSONRenderer: Sendable {
  /// The name and version of the schema; a change that breaks readers raises the number.
  public static let schema = "mailaudit-report-1"

  /// Whether one member stands on a line; otherwise a report is one line (JSON Lines).
  public let isIndented: Bool
  /// Whether the time that the audit took is written; without it the same world gives the same octets.
  public let showsDuration: Bool

  /// Makes a renderer.
  public init(isIndented: Bool = true, showsDuration: Bool = true) {
    self.isIndented = isIndented
    self.showsDuration = showsDuration
  }

  /// The report as UTF-8, a line feed at its end.
  public func octets(of report: AuditReport) -> [UInt8] {
    json(of: report).octets(isIndented: isIndented)
  }

  private func json(of report: AuditReport) -> JSON {
    [
      "schema": .string(Self.schema),
      "tool": ["name": "mailaudit", "version": .string(report.toolVersion)],
      "catalogue": .string(report.catalogueVersion),
      "target": .string(report.target),
      "time": .string(Timestamp.rfc3339(report.time)),
      "goal": .string(report.goal.rawValue),
      "grade": .string(report.overallGrade.description),
      "areas": .array(areas(of: report)),
      "outcomes": .array(report.outcomes.map(\.json)),
      "statistics": statistics(of: report)
    ]
  }

  private func areas(of report: AuditReport) -> [JSON] {
    let counted = Set(report.outcomesOfGoal.map(\.description.area))
    return report.grades.map { area, grade in
      [
        "area": .string(area.rawValue), "grade": .string(grade.description),
        "counted": .boolean(counted.contains(area))
      ]
    }
  }

  private func statistics(of report: AuditReport) -> JSON {
    let cost = report.statistics
    let members: JSON = ["questions": .number(cost.questions), "failures": .number(cost.failures)]
    let (seconds, attoseconds) = cost.duration.components
    let milliseconds = Int(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    return showsDuration ? members.adding([.init("milliseconds", .number(milliseconds))]) : members
  }
}

extension CheckOutcome {
  fileprivate var json: JSON {
    [
      "check": .string(check.rawValue),
      "area": .string(description.area.rawValue),
      "verdict": .string(verdict.rawValue),
      "severity": .string(description.severity.name),
      "subject": JSON(subject),
      "causedBy": JSON(causedBy.map(\.rawValue)),
      "reason": JSON(reason),
      "findings": .array(findings.map(json(of:)))
    ]
  }

  /// A defect without a remedy of its own has that of its check.
  private func json(of finding: Finding) -> JSON {
    let isDefect = finding.verdict == .fail || finding.verdict == .warn
    return [
      "verdict": .string(finding.verdict.rawValue),
      "subject": JSON(finding.subject.isEmpty ? nil : finding.subject),
      "statement": .string(finding.statement),
      "evidence": .array(finding.evidence.map(\.json)),
      "remedy": JSON(finding.remedy ?? (isDefect ? description.remedy : nil))
    ]
  }

  /// What the worst fact is about; nil for the target as a whole.
  private var subject: String? { findings.first.flatMap { $0.subject.isEmpty ? nil : $0.subject } }

  /// Why the check has no meaning here.
  private var reason: String? {
    if case .notApplicable(let reason) = judgement { reason } else { nil }
  }
}

extension Evidence {
  /// Evidence as JSON; `highlight` holds offsets of UTF-8 octets of the excerpt, the end not included.
  public var json: JSON {
    [
      "source": .string(source),
      "excerpt": .string(excerpt),
      "highlight": highlight.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null,
      "server": JSON(server)
    ]
  }
}
