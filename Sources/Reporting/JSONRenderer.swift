public import AuditModel

/// Writes a report for programs: the schema is `reports/schema/report-1.json`.
public struct JSONRenderer: Sendable {
  /// The name and version of the schema; a change that breaks readers raises the number.
  public static let schema = "mailaudit-report-1"

  /// Whether one member stands on a line; otherwise a report is one line (JSON Lines).
  public let isIndented: Bool
  /// Whether the time that the audit took is written; without it the same world gives the same octets.
  public let showsDuration: Bool
  private let prepared = PreparedOutcomes()

  /// Makes a renderer.
  public init(isIndented: Bool = true, showsDuration: Bool = true) {
    self.isIndented = isIndented
    self.showsDuration = showsDuration
  }

  /// The report as UTF-8, a line feed at its end.
  public func octets(of report: AuditReport) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(Self.usualOctets)
    append(report, to: &octets)
    return octets
  }

  /// Appends the report as UTF-8, a line feed at its end: who writes many needs no room for each.
  public func append(_ report: AuditReport, to octets: inout [UInt8]) {
    var writer = JSONWriter(isIndented: isIndented)
    // The writer owns the octets while it writes, so that nothing is copied.
    writer.exchange(&octets)
    writer.object { write(report, to: &$0) }
    writer.endDocument()
    writer.exchange(&octets)
  }

  /// Room for the report of a domain with a few defects.
  private static let usualOctets = 1 << 15

  /// Writes the members of a report.
  func write(_ report: AuditReport, to writer: inout JSONWriter) {
    writer.member("schema", Self.schema)
    writer.name("tool")
    writer.object { tool in
      tool.member("name", "mailaudit")
      tool.member("version", report.toolVersion)
    }
    writer.member("catalogue", report.catalogueVersion)
    writer.member("target", report.target)
    writer.member("time", Timestamp.rfc3339(report.time))
    writer.member("goal", report.goal.rawValue)
    if let selection = report.selection { writer.member("selection", selection) { $0.text($1.rawValue) } }
    writer.member("grade", report.overallGrade.description)
    var counted: Set<Area> = []
    var last: Area?
    for outcome in report.outcomesOfGoal where outcome.description.area != last {
      counted.insert(outcome.description.area)
      last = outcome.description.area
    }
    writer.member("areas", report.grades) { writer, entry in
      writer.object { area in
        area.member("area", word: entry.area.rawValue)
        area.member("grade", word: entry.grade.description)
        area.name("counted")
        area.literal(counted.contains(entry.area) ? "true" : "false")
      }
    }
    write(report.outcomes, to: &writer)
    if !report.receivers.isEmpty { writer.member("receivers", report.receivers) { $1.write(to: &$0) } }
    if !report.profiles.isEmpty { writer.member("profiles", report.profiles) { $1.write(to: &$0) } }
    if !report.deadlines.isEmpty { writer.member("deadlines", report.deadlines) { $1.write(to: &$0) } }
    if !report.corrections.isEmpty {
      writer.member("corrections", report.corrections) { writer, entry in
        writer.object { correction in
          correction.member("check", entry.check)
          correction.member("file", entry.file)
          correction.member("lines", entry.lines) { $0.text($1) }
        }
      }
    }
    if !report.acceptances.isEmpty { writer.member("acceptances", report.acceptances) { $1.write(to: &$0) } }
    if let comparison = report.comparison { writer.name("comparison"); writer.object { comparison.write(to: &$0) } }
    if !report.proposals.isEmpty { writer.member("proposals", report.proposals) { $1.write(to: &$0) } }
    if let proceedings = report.proceedings { proceedings.write(to: &writer, showsDuration: showsDuration) }
    if !report.agedData.isEmpty {
      writer.member("agedData", report.agedData) { writer, entry in
        writer.object { data in
          data.member("name", entry.name)
          data.member("date", entry.date)
          data.member("days", entry.days)
        }
      }
    }
    writer.name("statistics")
    writer.object { write(report.statistics, to: &$0) }
  }

  private func write(_ outcomes: [CheckOutcome], to writer: inout JSONWriter) {
    writer.name("outcomes")
    let prepared = prepared.all(for: outcomes, isIndented: isIndented, depth: writer.depth + 1)
    writer.array(zip(outcomes, prepared)) { writer, pair in pair.1.write(pair.0, to: &writer) }
  }

  private func write(_ cost: AuditStatistics, to writer: inout JSONWriter) {
    writer.member("questions", cost.questions)
    writer.member("failures", cost.failures)
    guard showsDuration else { return }
    writer.member("milliseconds", cost.duration.wholeMilliseconds)
  }
}

extension CheckOutcome {
  /// Writes the outcome; gives the place of its reason in what is written.
  @discardableResult func write(to writer: inout JSONWriter) -> Range<Int> {
    var place = 0..<0
    writer.object { place = writeMembers(to: &$0) }
    return place
  }

  private func writeMembers(to writer: inout JSONWriter) -> Range<Int> {
    let findings = findings
    writer.member("check", check.rawValue)
    writer.member("area", word: description.area.rawValue)
    writer.member("verdict", word: verdict.rawValue)
    writer.member("severity", word: description.severity.name)
    writer.member("subject", findings.first.flatMap { $0.subject.isEmpty ? nil : $0.subject })
    writer.member("causedBy", causedBy) { $0.text($1.rawValue) }
    writer.name("reason")
    let start = writer.octets.count
    if let inapplicability { writer.text(inapplicability) } else { writer.literal("null") }
    let place = start..<writer.octets.count
    writer.member("findings", findings) { writer, finding in writer.object { write(finding, to: &$0) } }
    return place
  }

  /// A defect without a remedy of its own has that of its check.
  private func write(_ finding: Finding, to writer: inout JSONWriter) {
    let isDefect = finding.verdict == .fail || finding.verdict == .warn
    writer.member("verdict", word: finding.verdict.rawValue)
    writer.member("subject", finding.subject.isEmpty ? nil : finding.subject)
    writer.member("statement", finding.statement)
    writer.member("evidence", finding.evidence) { writer, evidence in evidence.write(to: &writer) }
    writer.member("remedy", finding.remedy ?? (isDefect ? description.remedy : nil))
  }
}

extension Evidence {
  /// Writes the evidence; `highlight` holds offsets of UTF-8 octets of the excerpt, the end not included.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("source", source)
      writer.member("excerpt", excerpt)
      writer.name("highlight")
      if let highlight {
        writer.array([highlight.lowerBound, highlight.upperBound]) { $0.literal(String($1)) }
      } else {
        writer.literal("null")
      }
      writer.member("server", server)
      if let location { writer.name("location"); writer.object { location.write(to: &$0) } }
    }
  }
}

extension SourceLocation {
  /// Writes the members of the place.
  func write(to writer: inout JSONWriter) {
    writer.member("file", file)
    writer.member("line", line)
    if let column { writer.member("column", column) }
  }
}
