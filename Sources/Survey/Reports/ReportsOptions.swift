public import DNS
public import FeedbackReports

/// Which reports are counted.
public struct ReportsOptions: Sendable {
  /// Reports whose span ended before this time are left out; seconds since 1970, UTC. Nil counts all.
  public var since: Int?
  /// Only what is about these domains and the names below them; empty counts all.
  public var domains: [DomainName] = []

  /// Counts everything.
  public init() {}
}

/// What identifies an aggregate report: who made it, its identifier, and the domain that it is about
/// (RFC 9990 §3.5.4).
public struct ReportKey: Sendable, Hashable {
  /// `org_name`.
  public let organization: String
  /// `report_id`.
  public let reportID: String
  /// The domain of `policy_published`.
  public let domain: String

  /// Takes the key out of a report.
  public init(_ report: AggregateReport) {
    organization = report.metadata.orgName
    reportID = report.metadata.reportID
    domain = report.policyPublished.domain
  }
}
