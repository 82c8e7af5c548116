/// Bounds of what is read: a paste is some lines of a log or one bounce, not a log.
public enum FailureLimits {
  /// Octets of a paste; what is behind them is not read, and the report says so. A day of a small server's mail log.
  public static let pasteOctets = 1 << 20
  /// Octets of a statement: a reply of RFC 5321 has lines of 512 octets (§4.5.3.1.5), and few have more than 30 lines.
  static let statementOctets = 16 << 10
  /// Statements that are looked at.
  static let statements = 10_000
  /// Different failures that are told.
  public static let explanations = 50
  /// Recipients of a bounce that are told apart; a message has a hundred at most (RFC 5321 §4.5.3.1.8).
  static let recipients = 1_000
  /// Other entries that are named beside the one that is told.
  static let hints = 5
  /// Octets of an excerpt, so that it can be read at a glance.
  static let excerptOctets = 400
  /// Lines of a login: SCRAM takes six, a token that was wrapped at 76 octets up to thirty.
  static let loginLines = 40
  /// Octets of a terminal's control sequence.
  static let escapeOctets = 64
}
