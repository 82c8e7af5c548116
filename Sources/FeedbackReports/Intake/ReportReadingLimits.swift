/// The limits of reading TLS reports, failure reports and bounces. Real ones are far below.
public enum ReportReadingLimits {
  /// Octets of a TLS report when unpacked. Those of the largest senders have a few hundred KiB.
  public static let tlsOctets = 32 << 20
  /// Policies of a TLS report: there is one for each policy of one domain.
  static let policies = 1_000
  /// Failure details of a TLS report in all.
  static let failureDetails = 20_000
  /// Texts of an array, such as the lines of a policy.
  static let texts = 1_000
  /// Octets that are kept of one text.
  static let textOctets = 2_048
  /// Octets of a feedback part: it may hold a canonicalized message (RFC 6591 §3.2.4).
  static let feedbackOctets = 1 << 20
  /// Fields of a feedback part that are kept.
  static let fields = 1_000
  /// Octets that are kept of the value of a field: long enough for a canonicalized header (RFC 6591 §3.2.2).
  static let fieldOctets = 16 << 10
  /// Octets that are kept of the message that a failure report speaks of, when it is asked for.
  public static let messageOctets = 1 << 20
}
