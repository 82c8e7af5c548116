/// A report on one message that failed (RFC 5965, RFC 6591, RFC 9991): personal data. What it keeps of the message are
/// names of domains and results; local parts, subject and body are not kept unless asked for.
public struct MessageFailureReport: Sendable, Equatable {
  /// `Feedback-Type`, such as `auth-failure` or `abuse`.
  public var feedbackType = ""
  /// `Auth-Failure`, such as `dmarc` or `bodyhash`.
  public var authFailure: String?
  /// `Identity-Alignment`: the methods that were not aligned, or `none` (RFC 9991 §4).
  public var identityAlignment: String?
  /// `Source-IP`.
  public var sourceIP: String?
  /// `Reported-Domain`.
  public var reportedDomain: String?
  /// `Delivery-Result`.
  public var deliveryResult: String?
  /// `Arrival-Date`, seconds since 1970, UTC; nil when it is missing or no time.
  public var arrival: Int?
  /// `Incidents`: how many messages it speaks of, 1 when it does not tell.
  public var incidents = 1
  /// `DKIM-Domain`.
  public var dkimDomain: String?
  /// `DKIM-Selector`.
  public var dkimSelector: String?
  /// `SPF-DNS`.
  public var spfDNS: String?
  /// All fields of the feedback part in order, their local parts hidden.
  public var fields: [Field] = []
  /// What it holds of the message that failed, as it was found: personal data, kept only when asked for.
  public var original: [UInt8]?
  /// Where the report leaves its standard.
  public var deviations: [SchemaDeviation] = []

  /// A field of the feedback part.
  public struct Field: Sendable, Hashable {
    /// The name as written.
    public var name: String
    /// The value, unfolded.
    public var value: String

    /// Makes a field of its parts.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an empty report.
  public init() {}
}
