public import FeedbackReports

/// What failure reports say (RFC 6591, RFC 9991): no names of persons, only domains, addresses and results.
public struct FailureTally: Sendable {
  /// How many reports were counted.
  public private(set) var readCount = 0
  /// How many messages they speak of.
  public private(set) var messages = 0
  /// How many lack a field that they need, or have one that cannot be read.
  public private(set) var deviatingCount = 0
  /// The first of those.
  public private(set) var deviating: [FlawedFailureReport] = []
  /// The failures by kind and source, those of most messages first.
  public var failures: [ReportedFailures] {
    groups.values.sorted { ($1.messages, $0.order) < ($0.messages, $1.order) }
  }
  private var groups: [ReportedFailures.Kind: ReportedFailures] = [:]

  /// A report that leaves its standard.
  public struct FlawedFailureReport: Sendable {
    /// Where it is.
    public let source: ReportSource
    /// The first deviations.
    public let deviations: [SchemaDeviation]
  }

  mutating func take(_ report: MessageFailureReport, _ source: ReportSource, _ options: ReportsOptions) {
    if let since = options.since, let arrival = report.arrival, arrival < since { return }
    guard options.isAbout(report.reportedDomain) else { return }
    readCount += 1
    messages += report.incidents
    if !report.deviations.isEmpty {
      deviatingCount += 1
      let first = Array(report.deviations.prefix(ReportLimits.deviations))
      if deviating.count < ReportLimits.notes {
        deviating.append(FlawedFailureReport(source: source, deviations: first))
      }
    }
    let kind = ReportedFailures.Kind(report)
    guard groups[kind] != nil || groups.count < ReportLimits.failureGroups else { return }
    groups[kind, default: ReportedFailures(kind: kind, source: source)].messages += report.incidents
  }
}

/// Messages that failed in the same way and came from the same address.
public struct ReportedFailures: Sendable {
  /// What they have in common.
  public let kind: Kind
  /// The report that told first.
  public let source: ReportSource
  /// How many messages.
  public fileprivate(set) var messages = 0

  /// What failures have in common.
  public struct Kind: Sendable, Hashable {
    /// `Feedback-Type`, and `Auth-Failure` behind a blank.
    public let type: String
    /// `Reported-Domain`.
    public let domain: String
    /// `Source-IP`.
    public let address: String
    /// `Identity-Alignment`.
    public let alignment: String

    init(_ report: MessageFailureReport) {
      type = [report.feedbackType, report.authFailure].compactMap(\.self).joined(separator: " ")
      domain = report.reportedDomain ?? ""
      address = report.sourceIP ?? ""
      alignment = report.identityAlignment ?? ""
    }
  }

  fileprivate var order: String { "\(kind.type) \(kind.domain) \(kind.address) \(kind.alignment)" }
}

extension ReportLimits {
  /// So many kinds of failures are told apart.
  static let failureGroups = 1_000
}
