import DNS
public import FeedbackReports

/// What TLS reports say (RFC 8460): sessions, and the failures by their kind.
public struct TLSTally: Sendable {
  /// How many reports were counted, kept ones too; those that were given twice count once.
  public private(set) var readCount = 0
  /// How many of them earlier runs read and kept.
  public private(set) var kept = 0
  /// How many reports lack what tells who saw what.
  public private(set) var incompleteCount = 0
  /// How many leave the standard, and could be read all the same.
  public private(set) var deviatingCount = 0
  /// The first that lack something, then the first that deviate.
  public var flawed: [FlawedTLSReport] { incomplete + deviating }
  /// Sessions that were secure, or went as the policy allows.
  public private(set) var successful = 0
  /// Sessions that failed.
  public private(set) var failed = 0
  /// The failures, those of most sessions first.
  public var failures: [TLSFailures] { groups.values.sorted { ($1.sessions, $0.order) < ($0.sessions, $1.order) } }
  /// Sessions of failures that are not told apart, since there are too many kinds.
  public private(set) var otherSessions = 0
  /// The sessions by the policy that senders applied.
  public private(set) var policies = SessionTallies<TLSPolicyKey>(limit: ReportLimits.tlsPolicies)
  /// The sessions by reporter.
  public private(set) var reporters = SessionTallies<String>(limit: ReportLimits.reporters)
  /// The sessions by the day on which a report begins: whole days since 1 January 1970, UTC.
  public private(set) var days = SessionTallies<Int>(limit: ReportLimits.daysOfDomain)
  private var incomplete: [FlawedTLSReport] = []
  private var deviating: [FlawedTLSReport] = []
  private var groups: [TLSFailures.Kind: TLSFailures] = [:]
  private var seen: Set<String> = []

  /// A report that leaves the standard.
  public struct FlawedTLSReport: Sendable {
    /// Where it is.
    public let source: ReportSource
    /// The deviations; the first of them.
    public let deviations: [SchemaDeviation]
  }

  mutating func take(_ report: TLSReport, _ source: ReportSource, _ options: ReportsOptions, isKept: Bool = false) {
    if let since = options.since, let end = report.end, end < since { return }
    let policies = report.policies.filter { options.isAbout($0.policyDomain) }
    guard !policies.isEmpty || report.policies.isEmpty, isNew(report) else { return }
    readCount += 1
    if isKept { kept += 1 } else { note(report, source) }
    for policy in policies { take(policy, report, source) }
    let sessions = TLSSessions(policies)
    reporters.take(report.organizationName, sessions)
    if let begin = ReportMetadata.time(report.start) { days.take(begin / 86_400, sessions) }
  }

  /// Whether the report was not given before; without an identifier every report is new (RFC 8460 §4.4).
  private mutating func isNew(_ report: TLSReport) -> Bool {
    guard !report.reportID.isEmpty, seen.count < ReportLimits.tlsReports else { return true }
    let domains = report.policies.map(\.policyDomain).joined(separator: " ")
    return seen.insert("\(report.organizationName)\n\(report.reportID)\n\(domains)").inserted
  }

  private mutating func note(_ report: TLSReport, _ source: ReportSource) {
    let flawed = FlawedTLSReport(source: source, deviations: Array(report.deviations.prefix(ReportLimits.deviations)))
    if report.deviations.contains(where: { $0.kind == .missing }) {
      incompleteCount += 1
      let missing = report.deviations.filter { $0.kind == .missing }.prefix(ReportLimits.deviations)
      if incomplete.count < ReportLimits.notes {
        incomplete.append(FlawedTLSReport(source: source, deviations: Array(missing)))
      }
    } else if !report.deviations.isEmpty {
      deviatingCount += 1
      if deviating.count < ReportLimits.notes { deviating.append(flawed) }
    }
  }

  private mutating func take(_ policy: TLSReportPolicy, _ report: TLSReport, _ source: ReportSource) {
    successful += policy.successful
    let told = policy.failures.reduce(0) { $0 + $1.failedSessionCount }
    failed += max(policy.failed, told)
    self.policies.take(TLSPolicyKey(policy), TLSSessions([policy]))
    for failure in policy.failures { add(failure, failure.failedSessionCount, policy, report, source) }
    // Sessions that the summary counts and no details explain.
    if policy.failed > told { add(TLSFailureDetails(), policy.failed - told, policy, report, source) }
  }

  private mutating func add(
    _ failure: TLSFailureDetails, _ sessions: Int, _ policy: TLSReportPolicy, _ report: TLSReport,
    _ source: ReportSource
  ) {
    guard sessions > 0 else { return }
    let kind = TLSFailures.Kind(
      resultType: failure.resultType.lowercased(), policy: TLSFailures.Policy(policy),
      domain: policy.policyDomain.lowercased(), mx: failure.receivingMXHostname?.lowercased())
    guard groups[kind] != nil || groups.count < ReportLimits.tlsFailures else {
      otherSessions += sessions
      return
    }
    groups[kind, default: TLSFailures(kind: kind, source: source)].add(sessions, failure, report)
  }
}

/// Sessions that failed in the same way, under the same policy, at the same host.
public struct TLSFailures: Sendable {
  /// What they have in common.
  public let kind: Kind
  /// The report that told first.
  public let source: ReportSource
  /// How many sessions.
  public private(set) var sessions = 0
  /// Who reports it, the first of them.
  public private(set) var reporters: [String] = []
  /// What a reporter adds: its code, or its text.
  public private(set) var detail: String?

  /// What failures have in common.
  public struct Kind: Sendable, Hashable {
    /// `result-type` in lower case; empty where only the summary counts them.
    public let resultType: String
    /// The policy that the sender applied.
    public let policy: Policy
    /// `policy-domain`.
    public let domain: String
    /// `receiving-mx-hostname`.
    public let mx: String?
  }

  /// The policy that a sender applied, as far as a failure depends on it.
  public enum Policy: Sendable, Hashable {
    /// An MTA-STS policy in the mode `enforce`.
    case enforcedSTS
    /// An MTA-STS policy in another mode, or one that the report does not show.
    case otherSTS
    /// TLSA records.
    case tlsa
    /// No policy, or one of a type that is none.
    case none

    init(_ policy: TLSReportPolicy) {
      switch policy.policyType.lowercased() {
      case "tlsa": self = .tlsa
      case "sts":
        let lines = policy.policyStrings.map { $0.lowercased().filter { !$0.isWhitespace } }
        self = lines.contains { $0.contains("mode:enforce") } ? .enforcedSTS : .otherSTS
      default: self = .none
      }
    }
  }

  fileprivate init(kind: Kind, source: ReportSource) {
    self.kind = kind
    self.source = source
  }

  fileprivate mutating func add(_ count: Int, _ failure: TLSFailureDetails, _ report: TLSReport) {
    sessions += count
    if reporters.count < ReportLimits.tlsReporters, !reporters.contains(report.organizationName) {
      reporters.append(report.organizationName)
    }
    detail = detail ?? failure.failureReasonCode ?? failure.additionalInformation
  }

  /// Decides between failures of as many sessions, so that the order does not depend on hashes.
  fileprivate var order: String { "\(kind.domain) \(kind.resultType) \(kind.policy) \(kind.mx ?? "")" }
}

extension ReportLimits {
  /// So many TLS reports are told apart from repeated ones: some thirty years of ten reporters.
  static let tlsReports = 100_000
  /// So many kinds of TLS failures are told apart.
  static let tlsFailures = 1_000
  /// So many reporters of a failure are named.
  static let tlsReporters = 10
}

extension ReportsOptions {
  /// Whether a name, as a report writes it, is one of the domains that are asked for, or below one.
  func isAbout(_ name: String?) -> Bool {
    if domains.isEmpty { return true }
    guard let name = name?.domainName else { return false }
    return domains.contains { name.isEqual(toOrBelow: $0) }
  }
}
