/// A report of TLS successes and failures (RFC 8460 §4.4).
public struct TLSReport: Sendable, Equatable {
  /// `organization-name`; empty when it is missing.
  public var organizationName = ""
  /// `contact-info`.
  public var contactInfo: String?
  /// `report-id`; empty when it is missing.
  public var reportID = ""
  /// `date-range/start-datetime`, seconds since 1970, UTC; nil when it is missing or no time.
  public var start: Int?
  /// `date-range/end-datetime`, seconds since 1970, UTC; nil when it is missing or no time.
  public var end: Int?
  /// The policies, each with its sessions.
  public var policies: [TLSReportPolicy] = []
  /// Where the report leaves its schema.
  public var deviations: [SchemaDeviation] = []

  /// Makes an empty report.
  public init() {}
}

/// The sessions under one policy (RFC 8460 §4.4).
public struct TLSReportPolicy: Sendable, Equatable {
  /// `policy-type`: `tlsa`, `sts` or `no-policy-found`, as reported.
  public var policyType = ""
  /// `policy-string`: the lines of the policy or the TLSA records.
  public var policyStrings: [String] = []
  /// `policy-domain`: the domain that mail was sent to.
  public var policyDomain = ""
  /// `mx-host`: a string or an array of them in the wild.
  public var mxHosts: [String] = []
  /// `total-successful-session-count`.
  public var successful = 0
  /// `total-failure-session-count`.
  public var failed = 0
  /// The failures.
  public var failures: [TLSFailureDetails] = []

  /// Makes an empty policy.
  public init() {}
}

/// Sessions that failed in one way (RFC 8460 §4.3, §4.4).
public struct TLSFailureDetails: Sendable, Equatable {
  /// `result-type`, such as `certificate-expired`, as reported.
  public var resultType = ""
  /// `sending-mta-ip`.
  public var sendingMTAIP: String?
  /// `receiving-mx-hostname`.
  public var receivingMXHostname: String?
  /// `receiving-mx-helo`.
  public var receivingMXHelo: String?
  /// `receiving-ip`.
  public var receivingIP: String?
  /// `failed-session-count`.
  public var failedSessionCount = 0
  /// `additional-information`.
  public var additionalInformation: String?
  /// `failure-reason-code`.
  public var failureReasonCode: String?

  /// Makes empty details.
  public init() {}
}
