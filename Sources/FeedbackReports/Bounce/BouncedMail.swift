public import FailureCatalogue

/// A bounce: who did not get the message, and what the catalogue of failures says of the reason.
public struct BouncedMail: Sendable {
  /// The recipients, their local parts hidden unless asked for, each with what was said of it.
  public var recipients: [Recipient] = []
  /// `Reporting-MTA`, without its type.
  public var reportingMTA: String?
  /// When the message arrived there, seconds since 1970, UTC; nil when it is not told.
  public var arrival: Int?

  /// One recipient of a bounce (RFC 3464 §2.3).
  public struct Recipient: Sendable {
    /// The address, its local part hidden unless asked for; nil when it is not told.
    public var address: String?
    /// `Action`, such as `failed` or `delayed`.
    public var action: String?
    /// `Remote-MTA`, without its type: who refused.
    public var remoteMTA: String?
    /// What failed, by the catalogue of failures; nil when nothing was recognised.
    public var explanation: FailureExplanation?
    /// What was said, local parts hidden: what stands in ``explanation`` is as it was found. Nil without an explanation.
    public var said: String?

    /// Makes an empty recipient.
    public init() {}
  }

  /// Makes an empty bounce.
  public init() {}
}
