import DNS
import FeedbackReports

/// What aggregate reports say, added up as they are read.
public struct AggregateTally: Sendable {
  /// How many reports are counted.
  public private(set) var counted = 0
  /// How many reports count that earlier runs read and kept.
  public private(set) var kept = 0
  /// How many records of this run are counted.
  public private(set) var recordCount = 0
  /// How many reports are left out, by the reason.
  public private(set) var leftOut = LeftOut()
  /// The policy domains, in the order in which they were met.
  public private(set) var domains: [PolicyDomainTally] = []
  /// How many reports are about more policy domains than are kept.
  public private(set) var furtherDomainReports = 0
  /// Reports that leave their schema or end too soon.
  public private(set) var flaws = FlawTally()
  /// Reports that were given before, or overlap.
  public private(set) var repeats = RepeatTally()
  /// The names of reports, and the mail that brought them.
  public private(set) var carriage = CarriageTally()

  private let options: ReportsOptions
  private var names = NameStore()
  private var ledger = ReportLedger()
  private var indices: [String: Int] = [:]
  private var current: Reading?

  /// Why a report is not counted.
  public struct LeftOut: Sendable, Hashable {
    /// It ends before the time that was asked for.
    public var older = 0
    /// It is about another domain.
    public var otherDomain = 0
    /// It was counted in this run.
    public var repeated = 0
    /// It was counted in an earlier run.
    public var countedBefore = 0
  }

  /// The report that is being read.
  private struct Reading {
    let report: AggregateReport
    let source: ReportSource
    var content = ReportContent()
    var use: Use
    /// Whether an earlier run read it.
    var isKept = false
    /// The domain whose picture it adds to.
    var domain: Int?
  }

  private enum Use {
    /// Every record counts.
    case counted
    /// No record counts; the content is compared, unless it is known to differ.
    case compared(ReportLedger.Entry, differs: Bool)
    /// The first copy ended too soon: the records behind those that were counted count.
    case continued(ReportLedger.Entry)
    /// It is left out.
    case leftOut
  }

  init(options: ReportsOptions) { self.options = options }

  // MARK: Taking reports

  mutating func begin(_ report: AggregateReport, _ source: ReportSource, isKept: Bool = false) {
    let former = leftOut
    var reading = Reading(report: report, source: source, use: use(of: report), isKept: isKept)
    if isKept { leftOut = former }
    if case .leftOut = reading.use { return current = reading }
    if !isKept { carriage.take(report, source, names: &names) }
    if case .compared = reading.use { return current = reading }
    if let place = place(of: report) {
      reading.domain = place
      if case .counted = reading.use {
        if isKept { kept += 1 } else { counted += 1 }
        let relation = domains[place].begin(report, names: &names)
        if !isKept { repeats.take(relation, report, source) }
      }
    } else {
      furtherDomainReports += 1
      reading.use = .leftOut
    }
    current = reading
  }

  mutating func take(_ record: AggregateRecord) {
    guard var reading = current.take() else { return }
    defer { current = reading }
    if case .leftOut = reading.use { return }
    if case .continued(let entry) = reading.use, reading.content.count == entry.content.count,
      reading.content.sequence != entry.content.sequence
    {
      reading.use = .compared(entry, differs: true)
    }
    let isCounted =
      switch reading.use {
      case .counted: true
      case .continued(let entry): reading.content.count >= entry.content.count
      case .compared, .leftOut: false
      }
    reading.content.take(record)
    guard isCounted, let place = reading.domain, isWanted(record, of: reading.report) else { return }
    if !reading.isKept { recordCount += 1 }
    domains[place].take(record, under: reading.report, names: &names)
  }

  mutating func end(_ report: AggregateReport) {
    guard let reading = current.take() else { return }
    switch reading.use {
    case .leftOut: return
    case .counted: break
    case .continued(let entry):
      let isShorter = reading.content.count < entry.content.count
      note(report, reading, again: entry, differs: isShorter && report.fault == nil)
      if isShorter { return }
    case .compared(let entry, let differs):
      let isOther = differs || reading.content.differs(from: entry, isWhole: report.fault == nil)
      return note(report, reading, again: entry, differs: isOther)
    }
    if !reading.isKept { flaws.take(report, reading.source) }
    ledger.note(report, reading.content, isPartial: report.fault != nil, isKept: reading.isKept)
  }

  /// Notes a report that was counted before. One that an earlier run read is expected, unless it says something else.
  private mutating func note(
    _ report: AggregateReport, _ reading: Reading, again entry: ReportLedger.Entry, differs: Bool
  ) {
    if reading.isKept { return }
    if entry.isKept { leftOut.countedBefore += 1 } else { leftOut.repeated += 1 }
    if differs || !entry.isKept { repeats.take(report, reading.source, differs: differs) }
  }

  // MARK: What is counted

  private mutating func use(of report: AggregateReport) -> Use {
    if let since = options.since, let end = report.metadata.end ?? report.metadata.begin, end < since {
      leftOut.older += 1
      return .leftOut
    }
    guard isWanted(report) else {
      leftOut.otherDomain += 1
      return .leftOut
    }
    if let entry = ledger.entry(of: report) {
      return entry.isPartial ? .continued(entry) : .compared(entry, differs: false)
    }
    return .counted
  }

  /// A report about a name above a wanted one can have records about it.
  private func isWanted(_ report: AggregateReport) -> Bool {
    if options.domains.isEmpty { return true }
    guard let domain = report.policyPublished.domain.domainName else { return false }
    return options.domains.contains { domain.isEqual(toOrBelow: $0) || $0.isEqual(toOrBelow: domain) }
  }

  private func isWanted(_ record: AggregateRecord, of report: AggregateReport) -> Bool {
    if options.domains.isEmpty { return true }
    let name = record.headerFrom.domainName ?? report.policyPublished.domain.domainName
    guard let name else { return false }
    return options.domains.contains { name.isEqual(toOrBelow: $0) }
  }

  private mutating func place(of report: AggregateReport) -> Int? {
    let name = names.shared(report.policyPublished.domain.lowercased())
    if let index = indices[name] { return index }
    guard domains.count < ReportLimits.domains else { return nil }
    domains.append(PolicyDomainTally(name: name))
    indices[name] = domains.count - 1
    return domains.count - 1
  }
}

extension String {
  /// The name that a report spells, a trailing dot or not; nil when it is none.
  var domainName: DomainName? { isEmpty ? nil : DomainName(typed: self) }
}
