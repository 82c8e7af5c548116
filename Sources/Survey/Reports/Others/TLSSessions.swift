import FeedbackReports

/// Sessions of TLS reports, and how many reports speak of them.
public struct TLSSessions: Sendable, Hashable {
  /// How many reports.
  public private(set) var reports = 0
  /// Sessions that were secure, or went as the policy allows.
  public private(set) var successful = 0
  /// Sessions that failed.
  public private(set) var failed = 0

  init() {}

  /// The sessions of policies of one report: those that fail by the summary, or by the details where they tell of more.
  init(_ policies: [TLSReportPolicy]) {
    reports = 1
    for policy in policies {
      successful += policy.successful
      failed += max(policy.failed, policy.failures.reduce(0) { $0 + $1.failedSessionCount })
    }
  }

  mutating func take(_ other: TLSSessions) {
    reports += other.reports
    successful += other.successful
    failed += other.failed
  }
}

/// What a sender applied, and to whose mail (RFC 8460 §4.4).
public struct TLSPolicyKey: Sendable, Hashable, Comparable {
  /// `policy-domain`, in lower case.
  public let domain: String
  /// `policy-type`, in lower case.
  public let type: String
  /// The mode of a policy of MTA-STS; nil when the report does not show it.
  public let mode: String?

  init(_ policy: TLSReportPolicy) {
    domain = policy.policyDomain.lowercased()
    type = policy.policyType.lowercased()
    let lines = policy.policyStrings.map { $0.lowercased().filter { !$0.isWhitespace } }
    // RFC 8461 §3.2.
    mode =
      type != "sts"
      ? nil : ["enforce", "testing", "none"].first { mode in lines.contains { $0.contains("mode:\(mode)") } }
  }

  /// By domain, type and mode.
  public static func < (left: TLSPolicyKey, right: TLSPolicyKey) -> Bool {
    (left.domain, left.type, left.mode ?? "") < (right.domain, right.type, right.mode ?? "")
  }
}

/// Sessions by something that they have in common.
public struct SessionTallies<Key: Sendable & Hashable & Comparable>: Sendable {
  /// One of them.
  public struct Row: Sendable {
    /// What they have in common.
    public let key: Key
    /// The sessions.
    public let sessions: TLSSessions
  }

  /// The sessions of keys beyond the limit.
  public private(set) var further = TLSSessions()
  private var groups: [Key: TLSSessions] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The rows in the order of their keys.
  public var rows: [Row] { groups.sorted { $0.key < $1.key }.map { Row(key: $0.key, sessions: $0.value) } }

  mutating func take(_ key: Key, _ sessions: TLSSessions) {
    guard groups[key] != nil || groups.count < limit else { return further.take(sessions) }
    groups[key, default: TLSSessions()].take(sessions)
  }
}

extension ReportLimits {
  /// So many policies of TLS reports are told apart.
  static let tlsPolicies = 1_000
}
