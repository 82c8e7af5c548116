public import AuditModel
import Scan

/// Writes the results of a scan, a line of JSON each: the schema is `reports/schema/scan-1.json`.
public struct ScanRenderer: Sendable {
  private let fields: ScanFields
  private let wanted: Set<ScanFields.Name>
  private let entries: [ScanFields.Name: Set<String>]
  private let full: JSONRenderer?
  private let last = LastVerdicts()
  private let dnssec: String
  private let showsDuration: Bool

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - fields: the members of a line.
  ///   - isFull: whether each line holds the whole report too.
  ///   - dnssec: who validates, a word.
  ///   - showsDuration: whether the time that an audit took is written.
  public init(fields: ScanFields = .all, isFull: Bool = false, dnssec: String, showsDuration: Bool = true) {
    self.fields = fields
    wanted = Set(fields.fields.map(\.name))
    var entries: [ScanFields.Name: Set<String>] = [:]
    for name in wanted where name.hasEntries { entries[name] = fields.entries(name) }
    self.entries = entries
    full = isFull ? JSONRenderer(isIndented: false, showsDuration: showsDuration) : nil
    self.dnssec = dnssec
    self.showsDuration = showsDuration
  }

  /// The names of the members that the line of a domain has. Where only some entries of one are wanted, those are named
  /// too: `verdicts.SPF-PRESENT`.
  public var members: Set<String> {
    var members = Set(wanted.map(\.rawValue)).union(["schema"])
    if full != nil { members.insert("report") }
    if !showsDuration { members.remove(ScanFields.Name.milliseconds.rawValue) }
    for (name, chosen) in entries { members.formUnion(chosen.map { "\(name.rawValue).\($0)" }) }
    return members
  }

  /// Appends the result of a domain.
  public func append(_ report: AuditReport, tries: Int, to octets: inout [UInt8]) {
    var writer = JSONWriter(isIndented: false)
    writer.exchange(&octets)
    writer.object { write(report, tries, to: &$0) }
    writer.endDocument()
    writer.exchange(&octets)
  }

  /// Appends what stands in place of a result where the list holds no domain.
  public func append(_ row: FaultyRow, time: Int, to octets: inout [UInt8]) {
    var writer = JSONWriter(isIndented: false)
    writer.exchange(&octets)
    writer.object { line in
      line.member("schema", ScanRecord.schema)
      line.member("input", row.input)
      line.member("line", row.line)
      line.member("time", Timestamp.rfc3339(time))
      line.member("error", row.error)
    }
    writer.endDocument()
    writer.exchange(&octets)
  }

  private func write(_ report: AuditReport, _ tries: Int, to line: inout JSONWriter) {
    line.member("schema", ScanRecord.schema)
    line.member("domain", report.target)
    if wanted.contains(.time) { line.member("time", Timestamp.rfc3339(report.time)) }
    if wanted.contains(.goal) { line.member("goal", word: report.goal.rawValue) }
    if wanted.contains(.grade) { line.member("grade", word: report.overallGrade.description) }
    if wanted.contains(.areas) {
      words("areas", .areas, report.grades.map { ($0.area.rawValue, $0.grade.description) }, to: &line)
    }
    if wanted.contains(.policies) {
      words("policies", .policies, report.policies.map { ($0.kind.rawValue, $0.value) }, to: &line)
    }
    if wanted.contains(.dnssec) { line.member("dnssec", word: dnssec) }
    if wanted.contains(.verdicts) { verdicts(report.outcomes, to: &line) }
    if wanted.contains(.findings) { findings(report.outcomes, to: &line) }
    if wanted.contains(.questions) { line.member("questions", report.statistics.questions) }
    if wanted.contains(.failures) { line.member("failures", report.statistics.failures) }
    if wanted.contains(.tries) { line.member("tries", tries) }
    if showsDuration, wanted.contains(.milliseconds) {
      line.member("milliseconds", report.statistics.duration.wholeMilliseconds)
    }
    guard let full else { return }
    line.name("report")
    line.object { full.write(report, to: &$0) }
  }

  /// An object whose values are words of ours.
  private func words(
    _ member: String, _ name: ScanFields.Name, _ values: [(String, String)], to line: inout JSONWriter
  ) {
    let chosen = entries[name]
    line.name(member)
    line.object { object in
      for (entry, word) in values where chosen?.contains(entry) ?? true { object.member(entry, word: word) }
    }
  }

  private func verdicts(_ outcomes: [CheckOutcome], to line: inout JSONWriter) {
    let (chosen, prepared) = (entries[.verdicts], last.prepared(for: outcomes))
    line.name("verdicts")
    line.object { object in
      object.literal(atMost: prepared.most) { members in
        for index in outcomes.indices where chosen?.contains(outcomes[index].check.rawValue) ?? true {
          prepared.append(outcomes[index].verdict, at: index, to: &members)
        }
      }
    }
  }

  /// What is wrong, and what could not be seen.
  private func findings(_ outcomes: [CheckOutcome], to line: inout JSONWriter) {
    line.name("findings")
    line.open(UInt8(ascii: "["))
    for outcome in outcomes where outcome.verdict >= .unknown {
      for finding in outcome.findings where finding.verdict >= .unknown {
        line.separate()
        write(finding, of: outcome, to: &line)
      }
    }
    line.close(UInt8(ascii: "]"))
  }

  private func write(_ finding: Finding, of outcome: CheckOutcome, to line: inout JSONWriter) {
    line.object { object in
      object.member("check", word: outcome.check.rawValue)
      object.member("verdict", word: finding.verdict.rawValue)
      object.member("severity", word: outcome.description.severity.name)
      if !finding.subject.isEmpty { object.member("subject", finding.subject) }
      object.member("statement", finding.statement)
      if !outcome.causedBy.isEmpty { object.member("causedBy", outcome.causedBy) { $0.text($1.rawValue) } }
    }
  }
}

/// A line of the list that holds no domain.
public struct FaultyRow: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// What stands there.
  public let input: String
  /// Why that is no domain, a phrase.
  public let error: String

  /// Makes the value of its parts.
  public init(line: Int, input: String, error: String) {
    self.line = line
    self.input = input
    self.error = error
  }
}
