public import AuditModel

/// Writes the results of a scan for spreadsheets (RFC 4180): a domain a row.
public struct ScanTable: Sendable {
  private let columns: [Column]
  private let dnssec: String

  /// One column and what it is filled with.
  private enum Column {
    case field(ScanFields.Name)
    case area(Area)
    case policy(PublishedPolicy.Kind)
    case check(String)
    /// The names of the checks with this verdict.
    case checks(Verdict)
  }

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - fields: what the columns hold.
  ///   - areas: the areas that are looked at.
  ///   - checks: the names of the checks.
  ///   - dnssec: who validates, a word.
  ///   - showsDuration: whether there is a column for the time that an audit took.
  public init(
    fields: ScanFields = .table, areas: [Area], checks: [String], dnssec: String, showsDuration: Bool = true
  ) {
    self.dnssec = dnssec
    let shown = fields.fields.filter { showsDuration || $0.name != .milliseconds }
    columns = shown.flatMap { field -> [Column] in
      switch (field.name, field.entry) {
      case (.areas, let entry): areas.filter { entry == nil || $0.rawValue == entry }.map { .area($0) }
      case (.policies, let entry):
        PublishedPolicy.Kind.allCases
          .filter { entry == nil ? areas.contains($0.area) : entry == $0.rawValue }.map { .policy($0) }
      case (.verdicts, let entry?): [.check(entry)]
      case (.verdicts, nil): checks.map { .check($0) }
      case (.findings, _): [.checks(.fail), .checks(.warn), .checks(.unknown)]
      default: [.field(field.name)]
      }
    }
  }

  /// The names of the columns. The last three are for lines of the list that hold no domain.
  public var names: [String] { columns.map(Self.name) + ["error", "input", "line"] }

  /// The row with the names.
  public var heading: [UInt8] { CSVRow.octets(names) }

  private static func name(_ column: Column) -> String {
    switch column {
    case .field(let name): name.rawValue
    case .area(let area): "areas.\(area.rawValue)"
    case .policy(let kind): "policies.\(kind.rawValue)"
    case .check(let check): "verdicts.\(check)"
    case .checks(let verdict): verdict.rawValue
    }
  }

  /// Appends the result of a domain.
  public func append(_ report: AuditReport, tries: Int, to octets: inout [UInt8]) {
    let verdicts = Dictionary(report.outcomes.map { ($0.check.rawValue, $0.verdict) }) { first, _ in first }
    let grades = Dictionary(report.grades.map { ($0.area, $0.grade.description) }) { first, _ in first }
    let policies = Dictionary(report.policies.map { ($0.kind, $0.value) }) { first, _ in first }
    let fields = columns.map { column -> String in
      switch column {
      case .field(let name): field(name, report, tries)
      case .area(let area): grades[area] ?? ""
      case .policy(let kind): policies[kind] ?? ""
      case .check(let check): verdicts[check]?.rawValue ?? ""
      case .checks(let verdict):
        report.outcomes.filter { $0.verdict == verdict }.map(\.check.rawValue).joined(separator: " ")
      }
    }
    octets += CSVRow.octets(fields + ["", "", ""])
  }

  /// Appends what stands in place of a result where the list holds no domain.
  public func append(_ row: FaultyRow, time: Int, to octets: inout [UInt8]) {
    let fields = columns.map { column in
      if case .field(.time) = column { Timestamp.rfc3339(time) } else { "" }
    }
    octets += CSVRow.octets(fields + [row.error, row.input, String(row.line)])
  }

  private func field(_ name: ScanFields.Name, _ report: AuditReport, _ tries: Int) -> String {
    switch name {
    case .domain: report.target
    case .time: Timestamp.rfc3339(report.time)
    case .goal: report.goal.rawValue
    case .grade: report.overallGrade.description
    case .dnssec: dnssec
    case .questions: String(report.statistics.questions)
    case .failures: String(report.statistics.failures)
    case .tries: String(tries)
    case .milliseconds: String(report.statistics.duration.wholeMilliseconds)
    case .areas, .policies, .verdicts, .findings: ""
    }
  }

  /// What a field says, read back: without the apostrophe that keeps spreadsheets from taking it for a formula.
  public static func text(ofField field: String) -> String {
    guard field.first == "'", let second = field.dropFirst().first, CSVRow.formulaSigns.contains(second) else {
      return field
    }
    return String(field.dropFirst())
  }
}
