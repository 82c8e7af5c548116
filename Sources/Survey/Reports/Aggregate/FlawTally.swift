public import FeedbackReports

/// Aggregate reports that leave their schema, or end too soon.
public struct FlawTally: Sendable {
  /// How many reports were read, those left out not among them.
  public private(set) var readCount = 0
  /// How many leave their schema and could be read all the same; what nearly all leave out does not count.
  public private(set) var deviatingCount = 0
  /// How many of those lack a part that the numbers need.
  public private(set) var lackingCount = 0
  /// How many could be read in part only.
  public private(set) var brokenCount = 0
  /// How many name each namespace of the root element; nil for none.
  public private(set) var namespaces: [String?: Int] = [:]
  /// The first with a flaw, those that are broken before the others.
  public var first: [FlawedReport] { broken + deviating }
  private var broken: [FlawedReport] = []
  private var deviating: [FlawedReport] = []

  mutating func take(_ report: AggregateReport, _ source: ReportSource) {
    readCount += 1
    if namespaces.count < ReportLimits.namespaces || namespaces[report.namespace] != nil {
      namespaces[report.namespace, default: 0] += 1
    }
    if report.fault != nil {
      brokenCount += 1
      if broken.count < ReportLimits.notes { broken.append(FlawedReport(report, source)) }
    } else if report.deviations.contains(where: { $0.kind != .missingByHabit }) {
      deviatingCount += 1
      if report.lacksParts { lackingCount += 1 }
      if deviating.count < ReportLimits.notes { deviating.append(FlawedReport(report, source)) }
    }
  }
}

extension AggregateReport {
  fileprivate var lacksParts: Bool { deviations.contains { $0.kind == .missing } }
}

/// A report that leaves its schema, or ends too soon.
public struct FlawedReport: Sendable {
  /// Where it is.
  public let source: ReportSource
  /// Who made it.
  public let organization: String
  /// Its identifier.
  public let reportID: String
  /// Why reading ended too soon; nil when all of it was read.
  public let fault: ReportFault?
  /// How many records were read.
  public let recordCount: Int
  /// The first deviations.
  public let deviations: [SchemaDeviation]
  /// How many deviations there are.
  public let deviationCount: Int
  /// Whether a part is missing that the numbers need.
  public let lacksParts: Bool

  init(_ report: AggregateReport, _ source: ReportSource) {
    self.source = source
    organization = report.metadata.orgName
    reportID = report.metadata.reportID
    fault = report.fault
    recordCount = report.recordCount
    deviations = Array(report.deviations.sorted { $0.kind.rawValue < $1.kind.rawValue }.prefix(ReportLimits.deviations))
    lacksParts = report.lacksParts
    deviationCount = report.deviations.count + report.furtherDeviations
  }
}

/// Reports that were given before, and reports of one reporter whose spans overlap.
public struct RepeatTally: Sendable {
  /// How many reports were given again, word for word or in part.
  public private(set) var sameCount = 0
  /// How many were given again with another content.
  public private(set) var differingCount = 0
  /// How many are on the very span of an earlier report of the same reporter, and have another identifier.
  public private(set) var sameSpanCount = 0
  /// How many overlap an earlier report of the same reporter in part.
  public private(set) var overlapCount = 0
  /// The first with another content.
  public private(set) var differing: [RepeatedReport] = []
  /// The first that were given again.
  public private(set) var same: [RepeatedReport] = []
  /// The first that overlap.
  public private(set) var overlapping: [RepeatedReport] = []

  mutating func take(_ report: AggregateReport, _ source: ReportSource, differs: Bool) {
    if differs { differingCount += 1 } else { sameCount += 1 }
    let repeated = RepeatedReport(report, source)
    if differs, differing.count < ReportLimits.repeats { differing.append(repeated) }
    if !differs, same.count < ReportLimits.repeats { same.append(repeated) }
  }

  mutating func take(_ relation: SpanSet.Relation, _ report: AggregateReport, _ source: ReportSource) {
    if relation == .same { sameSpanCount += 1 }
    guard relation == .overlapping else { return }
    overlapCount += 1
    if overlapping.count < ReportLimits.repeats { overlapping.append(RepeatedReport(report, source)) }
  }
}

/// A report that was given again, or overlaps another.
public struct RepeatedReport: Sendable {
  /// Where it is.
  public let source: ReportSource
  /// What identifies it.
  public let key: ReportKey
  /// The begin of its span.
  public let begin: Int?
  /// The end of its span.
  public let end: Int?

  init(_ report: AggregateReport, _ source: ReportSource) {
    self.source = source
    key = ReportKey(report)
    begin = report.metadata.begin
    end = report.metadata.end
  }
}

extension ReportLimits {
  /// So many deviations of a report are kept.
  static let deviations = 5
  /// So many repeated reports of a kind are named.
  static let repeats = 20
  /// So many namespaces are told apart.
  static let namespaces = 20
}
