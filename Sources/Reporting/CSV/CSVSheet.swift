public import AuditModel

/// Reports for spreadsheets (RFC 4180): one finding a row; a check without findings has one row too.
public struct CSVSheet: ReportSheet {
  private static let columns = [
    "target", "time", "check", "area", "severity", "verdict", "finding", "subject", "statement", "remedy", "source",
    "excerpt", "caused by"
  ]
  private var isFirst = true

  /// Makes an empty sheet.
  public init() {}

  /// Takes a report; the names of the columns stand before the first.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    var rows = isFirst ? [Self.columns] : []
    isFirst = false
    for outcome in report.outcomes { rows += Self.rows(of: outcome, report) }
    return rows.flatMap { CSVRow.octets($0) }
  }

  /// Nothing stands behind the last report.
  public func finish() -> [UInt8] { [] }

  private static func rows(of outcome: CheckOutcome, _ report: AuditReport) -> [[String]] {
    let check = outcome.description
    let beginning = [
      report.target, Timestamp.rfc3339(report.time), check.id.rawValue, check.area.rawValue, check.severity.name,
      outcome.verdict.rawValue
    ]
    let causes = outcome.causedBy.map(\.rawValue).joined(separator: " ")
    let findings = outcome.findings.map { fact in
      let seen = fact.evidence.first
      let remedy = fact.remedy ?? (fact.verdict >= .warn ? check.remedy : "")
      return [
        fact.verdict.rawValue, fact.subject, fact.statement, remedy, seen?.source ?? "", seen?.excerpt ?? "", causes
      ]
    }
    let reason = outcome.inapplicability ?? ""
    return (findings.isEmpty ? [["", "", reason, "", "", "", causes]] : findings).map { beginning + $0 }
  }
}

/// One row of a file with comma-separated values.
enum CSVRow {
  /// The fields, quoted where they need it, and a line break (RFC 4180 §2).
  static func octets(_ fields: [String]) -> [UInt8] {
    Array(fields.map(field).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// What a spreadsheet takes for the beginning of a formula.
  static let formulaSigns = "=+-@"

  /// Control characters are spelled out, and what a spreadsheet would take for a formula has an apostrophe before it.
  private static func field(_ text: String) -> String {
    var text = VisibleText.of(text)
    if let first = text.first, formulaSigns.contains(first) { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
