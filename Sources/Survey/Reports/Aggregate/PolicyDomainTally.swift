public import DNS
public import FeedbackReports

/// What was reported about one policy domain.
public struct PolicyDomainTally: Sendable {
  /// The domain as reported, in lower case; empty when reports name none.
  public let name: String
  /// The domain; nil when the text is none.
  public let domain: DomainName?
  /// How many reports are counted.
  public private(set) var reportCount = 0
  /// The earliest begin of a report.
  public private(set) var begin: Int?
  /// The latest end of a report.
  public private(set) var end: Int?
  /// All messages.
  public private(set) var messages = MessageCounts()
  /// The messages by day.
  public private(set) var days = DayTallies()
  /// Who reported, in the order in which they were met.
  public private(set) var reporters: [ReporterTally] = []
  /// How many reports come from more reporters than are kept.
  public private(set) var furtherReporterReports = 0
  /// The policies that reporters saw.
  public private(set) var policies: [PolicySight] = []
  /// The sources, in the order in which they were met.
  public private(set) var sources: [SourceTally] = []
  /// The messages of sources beyond the limit.
  public private(set) var furtherSources = MessageCounts()
  /// The domains of the From field, each with its messages.
  public private(set) var authors: [NamedCount] = []
  /// Why receivers did something else than the policy asks for.
  public private(set) var overrides = OverrideTally()
  /// Failing messages under a policy of `reject`, by what was done.
  public private(set) var underReject = RejectTally()

  private var reporterIndices: [String: Int] = [:]
  private var sourceIndices: [SourceTally.Address: Int] = [:]

  init(name: String) {
    self.name = name
    domain = name.domainName
  }

  /// Notes who reports and what they saw; tells how the span lies to earlier ones of the same reporter.
  mutating func begin(_ report: AggregateReport, names: inout NameStore) -> SpanSet.Relation {
    reportCount += 1
    if let first = report.metadata.beginTime { begin = min(begin ?? first, first) }
    if let last = report.metadata.endTime { end = max(end ?? last, last) }
    notePolicy(report, names: &names)
    let organization = names.shared(report.metadata.orgName)
    if reporterIndices[organization] == nil {
      guard reporters.count < ReportLimits.reporters else {
        furtherReporterReports += 1
        return .apart
      }
      reporterIndices[organization] = reporters.count
      reporters.append(ReporterTally(name: organization))
    }
    guard let index = reporterIndices[organization] else { return .apart }
    return reporters[index].begin(report)
  }

  mutating func take(_ record: AggregateRecord, under report: AggregateReport, names: inout NameStore) {
    messages.take(record)
    days.take(record, begin: report.metadata.beginTime, limit: ReportLimits.daysOfDomain)
    overrides.take(record, names: &names)
    underReject.take(record, under: report.policyPublished)
    NamedCount.add(record.headerFrom.folded, record.count, to: &authors, names: &names)
    if let index = reporterIndices[names.shared(report.metadata.orgName)] { reporters[index].messages.take(record) }
    let address: SourceTally.Address =
      IPAddress(record.sourceIP).map { .address($0.unmapped) } ?? .text(names.shared(record.sourceIP))
    guard let index = place(of: address) else { return furtherSources.take(record) }
    sources[index].take(record, of: report, names: &names)
  }

  private mutating func place(of address: SourceTally.Address) -> Int? {
    if let index = sourceIndices[address] { return index }
    guard sources.count < ReportLimits.sources else { return nil }
    sourceIndices[address] = sources.count
    sources.append(SourceTally(address))
    return sources.count - 1
  }

  private mutating func notePolicy(_ report: AggregateReport, names: inout NameStore) {
    if let index = policies.firstIndex(where: { $0.policy == report.policyPublished }) {
      policies[index].take(report, names: &names)
    } else if policies.count < ReportLimits.policies {
      var sight = PolicySight(policy: report.policyPublished)
      sight.take(report, names: &names)
      policies.append(sight)
    }
  }
}

/// What one reporter told about a policy domain.
public struct ReporterTally: Sendable {
  /// `org_name`; empty when it was not told.
  public let name: String
  /// How many reports are counted.
  public private(set) var reportCount = 0
  /// The latest end of a report.
  public private(set) var end: Int?
  /// The messages.
  public internal(set) var messages = MessageCounts()
  private var spans = SpanSet()

  init(name: String) { self.name = name }

  mutating func begin(_ report: AggregateReport) -> SpanSet.Relation {
    reportCount += 1
    guard let first = report.metadata.beginTime, let last = report.metadata.endTime, first < last else { return .apart }
    end = max(end ?? last, last)
    return spans.take(first..<last)
  }
}

/// A policy as reporters saw it (RFC 9990 §3.1.1.5).
public struct PolicySight: Sendable {
  /// The policy.
  public let policy: PolicyPublished
  /// How many reports saw it.
  public private(set) var reportCount = 0
  /// The reporters that saw it, the first that were met.
  public private(set) var reporters: [String] = []
  /// The earliest begin of a report that saw it.
  public private(set) var begin: Int?
  /// The latest end of a report that saw it.
  public private(set) var end: Int?
  /// The latest begin of a report that saw it.
  public private(set) var lastBegin: Int?

  init(policy: PolicyPublished) { self.policy = policy }

  mutating func take(_ report: AggregateReport, names: inout NameStore) {
    reportCount += 1
    if let first = report.metadata.beginTime {
      begin = min(begin ?? first, first)
      lastBegin = max(lastBegin ?? first, first)
    }
    if let last = report.metadata.endTime { end = max(end ?? last, last) }
    let name = names.shared(report.metadata.orgName)
    if reporters.count < ReportLimits.reportersOfPolicy, !reporters.contains(name) { reporters.append(name) }
  }
}

/// Failing messages under a policy of `reject`, by what was done with them.
public struct RejectTally: Sendable, Hashable {
  /// All failing messages.
  public private(set) var failing = 0
  /// Those that nothing was done about, though no reason is given.
  public private(set) var unexplained = 0

  mutating func take(_ record: AggregateRecord, under policy: PolicyPublished) {
    if record.passesDMARC { return }
    let isOwn = record.headerFrom.isEmpty || record.headerFrom.folded == policy.domain.folded
    let asked = isOwn ? policy.p : policy.sp ?? policy.p
    // A share of messages and the testing mode lift the policy (RFC 7489 §6.6.4, RFC 9989 §4.7).
    guard asked == "reject", policy.testing != "y", Int(policy.pct ?? "100") ?? 100 >= 100 else {
      return
    }
    failing.add(max(0, record.count))
    if record.disposition == "none" || record.disposition == "pass", record.reasons.isEmpty {
      unexplained.add(max(0, record.count))
    }
  }
}

/// The spans that a reporter has reported on.
struct SpanSet: Sendable {
  private var spans: [Range<Int>] = []

  /// How a span lies to earlier ones.
  enum Relation: Sendable {
    /// It has nothing in common with any.
    case apart
    /// It is one of them: receivers with several sites send a report from each.
    case same
    /// It has a part in common with one.
    case overlapping
  }

  /// Adds a span. Spans that share one second only touch: receivers write both the last second of a day and the first
  /// of the next as its end.
  mutating func take(_ span: Range<Int>) -> Relation {
    if spans.contains(span) { return .same }
    let overlaps = spans.contains { min($0.upperBound, span.upperBound) - max($0.lowerBound, span.lowerBound) > 1 }
    if spans.count < ReportLimits.spans { spans.append(span) }
    return overlaps ? .overlapping : .apart
  }
}

extension ReportMetadata {
  /// The begin, when it is a time; the day that the report counts for.
  var beginTime: Int? { Self.time(begin) }
  /// The end, when it is a time.
  var endTime: Int? { Self.time(end) }

  /// A number of seconds that is no time would break what is reckoned with it.
  static func time(_ seconds: Int?) -> Int? { seconds.flatMap { (0...ReportLimits.latest).contains($0) ? $0 : nil } }
}

extension ReportLimits {
  /// So many sources of a domain are told apart; networks of infected machines have more.
  static let sources = 2_000
  /// So many reporters of a domain are told apart.
  static let reporters = 1_000
  /// So many policies of a domain are told apart.
  static let policies = 64
  /// So many reporters of a policy are named.
  static let reportersOfPolicy = 16
  /// The spans of so many reports of a reporter are remembered: a year of days.
  static let spans = 400
  /// The end of the year 9999, the last that has a date of four digits.
  static let latest = 253_402_300_799
}
