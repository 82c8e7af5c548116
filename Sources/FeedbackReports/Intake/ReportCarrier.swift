/// What the mail tells that carried a report: enough to see whether it agrees with the report, and who vouches for it
/// (RFC 9990 §3.5.2, §8.2). Of addresses only the domain is kept.
public struct ReportCarrier: Sendable, Hashable {
  /// The subject, on one line; nil without one.
  public var subject: String?
  /// The parts of the subject; nil when it is none of a report.
  public var subjectParts: ReportSubject?
  /// The domain of the From field; nil when there is none, or several.
  public var fromDomain: String?
  /// The media type of the attachment, in lower case.
  public var mediaType = ""
  /// The name of the attachment; nil without one.
  public var fileName: String?
  /// The parts of that name; nil when it is none of a report.
  public var fileNameParts: ReportFileName?
  /// The Authentication-Results fields, the topmost first, at most ``resultsLimit``: the topmost is that of the server
  /// that received the mail last, if it writes any (RFC 8601 §5).
  public var authentication: [Authentication] = []

  /// More fields come from further away, and say less.
  public static let resultsLimit = 10

  /// What one Authentication-Results field says of DMARC.
  public struct Authentication: Sendable, Hashable {
    /// Who tells; nil where it is left out.
    public var authservID: String?
    /// The result of DMARC, in lower case; nil when the field has none.
    public var dmarc: String?
    /// The domain of the From field that was looked at (`header.from`).
    public var headerFrom: String?

    /// Makes a value of its parts.
    public init(authservID: String? = nil, dmarc: String? = nil, headerFrom: String? = nil) {
      self.authservID = authservID
      self.dmarc = dmarc
      self.headerFrom = headerFrom
    }
  }

  /// Makes an empty carrier.
  public init() {}
}
