public import AuditModel

/// Reports as results of tests, for build servers: a report is a suite, a check a test case.
///
/// A check fails where it lowers a grade to the level that was asked for, and is an error where nobody could look and
/// it might: "could not look" never passes. What has no meaning for the target is skipped.
public struct JUnitSheet: ReportSheet {
  private let failOn: Severity
  private let showsDuration: Bool
  private var isFirst = true

  /// Makes an empty sheet; `failOn` is the lowest level that fails.
  public init(failOn: Severity, showsDuration: Bool = true) {
    self.failOn = failOn
    self.showsDuration = showsDuration
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    defer { isFirst = false }
    return Array(((isFirst ? Self.beginning : "") + suite(report)).utf8)
  }

  /// Ends the document.
  public func finish() -> [UInt8] { Array(((isFirst ? Self.beginning : "") + "</testsuites>\n").utf8) }

  private static let beginning = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mailaudit\">\n"

  private func suite(_ report: AuditReport) -> String {
    let cases = report.outcomes.map { JUnitCase($0, failOn: failOn) }
    let count = { (kind: JUnitCase.Kind) in cases.count { $0.kind == kind } }
    let time = showsDuration ? " time=\"\(report.statistics.duration.decimalSeconds)\"" : ""
    // The time of a suite has no zone: it is UTC.
    let start = Timestamp.rfc3339(report.time).dropLast()
    return """
        <testsuite name="\(MarkupText.of(report.target))" tests="\(cases.count)" failures="\(count(.failure))" \
      errors="\(count(.error))" skipped="\(count(.skipped))" timestamp="\(start)"\(time)>
      \(cases.map { $0.element(report) }.joined())  </testsuite>

      """
  }
}

/// A check as a test case.
private struct JUnitCase {
  enum Kind { case success, failure, error, skipped }

  let outcome: CheckOutcome
  let kind: Kind

  init(_ outcome: CheckOutcome, failOn: Severity) {
    self.outcome = outcome
    if let level = outcome.effectiveLevel, level >= failOn {
      kind = .failure
    } else if let level = outcome.possibleLevel, level >= failOn {
      kind = .error
    } else {
      kind = outcome.verdict == .notApplicable || outcome.verdict == .unknown ? .skipped : .success
    }
  }

  func element(_ report: AuditReport) -> String {
    let name = MarkupText.of("\(outcome.check): \(outcome.description.title)")
    let start =
      "    <testcase classname=\"\(MarkupText.of(report.target)).\(outcome.description.area.rawValue)\" name=\"\(name)\""
    let body = body
    return start + (body.isEmpty ? "/>\n" : ">\n\(body)    </testcase>\n")
  }

  private var body: String {
    let first = MarkupText.of(outcome.findings.first?.statement ?? outcome.inapplicability ?? "")
    let level = (outcome.effectiveLevel ?? outcome.description.severity).name
    switch kind {
    case .failure: return "      <failure type=\"\(level)\" message=\"\(first)\">\(facts)</failure>\n"
    case .error: return "      <error type=\"could not look\" message=\"\(first)\">\(facts)</error>\n"
    case .skipped: return "      <skipped message=\"\(first)\"/>\n"
    case .success: return outcome.findings.isEmpty ? "" : "      <system-out>\(facts)</system-out>\n"
    }
  }

  private var facts: String {
    let lines = outcome.findings.flatMap { fact in
      [fact.statement] + fact.evidence.map { "\($0.source): \($0.excerpt)" }
        + ["Do: " + (fact.remedy ?? outcome.description.remedy)]
    }
    return lines.map(MarkupText.of).joined(separator: "\n")
  }
}

extension Duration {
  /// Seconds with three decimals.
  var decimalSeconds: String {
    let rest = String(wholeMilliseconds % 1_000)
    return "\(wholeMilliseconds / 1_000)." + String(repeating: "0", count: max(0, 3 - rest.utf8.count)) + rest
  }
}
