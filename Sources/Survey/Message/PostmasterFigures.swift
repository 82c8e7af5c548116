/// What the dashboards of receivers tell a sender, written down by the owner (`--postmaster FILE`).
public struct PostmasterFigures: Sendable, Hashable {
  /// The share of messages that users mark as spam, by receiver (`gmail`, `yahoo`, `orange`): a fraction from 0 to 1.
  public var spamRates: [String: Double] = [:]
  /// Whether the dashboard calls the sender compliant, by receiver and demand as it is named there.
  public var compliance: [String: [String: Bool]] = [:]
  /// The day that the figures are of, as written.
  public var day: String?

  /// Nothing told.
  public init() {}
}
