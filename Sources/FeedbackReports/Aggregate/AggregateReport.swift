/// A DMARC aggregate report without its records (RFC 9990 §3.1, RFC 7489 appendix C): who reports, on what span of time,
/// and the policy that was seen.
public struct AggregateReport: Sendable, Equatable {
  /// The namespace of the root element; nil outside of any, as in most reports of today.
  public var namespace: String?
  /// The text of `version`; nil when there is none.
  public var version: String?
  /// Who reports, and when (RFC 9990 §3.1.1.3).
  public var metadata = ReportMetadata()
  /// The policy as the receiver saw it (RFC 9990 §3.1.1.5).
  public var policyPublished = PolicyPublished()
  /// Where the report leaves its schema, in order of their lines.
  public var deviations: [SchemaDeviation] = []
  /// How many deviations are not kept, since there are too many.
  public var furtherDeviations = 0
  /// Why reading ended before the end of the report; nil when all of it was read.
  public var fault: ReportFault?
  /// How many records were read.
  public var recordCount = 0
  /// How many messages they speak of, in all.
  public var messageCount = 0

  /// Makes an empty report.
  public init() {}
}

/// Who made a report, and on which span of time (`report_metadata`).
public struct ReportMetadata: Sendable, Equatable {
  /// The name of the organization that reports; empty when it is missing.
  public var orgName = ""
  /// How to reach it.
  public var email = ""
  /// More on how to reach it.
  public var extraContactInfo: String?
  /// The name of the program that made the report (RFC 9990 only).
  public var generator: String?
  /// The identifier of the report: unique for the organization and the policy domain (RFC 9990 §3.5.4).
  public var reportID = ""
  /// The begin of the span, seconds since 1970, UTC; nil when it is missing or no number.
  public var begin: Int?
  /// The end of the span, seconds since 1970, UTC; nil when it is missing or no number.
  public var end: Int?
  /// What went wrong for the receiver, such as failing DNS.
  public var errors: [String] = []

  /// Makes empty metadata.
  public init() {}
}

/// The policy that the receiver found (`policy_published`). Every text is as reported; nil when it is missing.
public struct PolicyPublished: Sendable, Equatable {
  /// The domain at which the record was found; empty when it is missing.
  public var domain = ""
  /// `psl` or `treewalk`: how the record was found (RFC 9990 only).
  public var discoveryMethod: String?
  /// The policy for the domain.
  public var p: String?
  /// The policy for subdomains that exist.
  public var sp: String?
  /// The policy for subdomains that do not exist.
  public var np: String?
  /// The alignment of DKIM, `r` or `s`.
  public var adkim: String?
  /// The alignment of SPF, `r` or `s`.
  public var aspf: String?
  /// The share of messages that the policy is applied to (RFC 7489 only).
  public var pct: String?
  /// The options of failure reports.
  public var fo: String?
  /// The testing mode, `y` or `n` (RFC 9990 only).
  public var testing: String?

  /// Makes an empty policy.
  public init() {}
}
