/// The limits of talking to servers.
public enum SMTPLimits {
  /// RFC 5321 §4.5.3.1.5 allows 512 octets; extensions made longer lines common, nobody needs more than this.
  static let lineOctets = 4096
  /// The longest EHLO replies have some thirty lines.
  static let replyLines = 200
  /// Conversations at the same time in one process: systems allow 1024 open files by default.
  static let conversations = 256
  /// What is kept of a line in a transcript.
  static let shownOctets = 512
  /// Replies that are waited for behind QUIT: a trial has four commands that a server may take for its own.
  static let surplusReplies = 8
  /// Challenges of one login: the longest mechanism has two, and the answer to an error.
  static let challenges = 8
  /// Lines kept in a transcript: more than all replies of a session have.
  static let transcriptLines = 400
}

/// How long each step may take. RFC 5321 §4.5.3.2 gives a delivering client five minutes a step; somebody waits for an
/// audit, and what takes longer than this is reported as too slow.
public struct SMTPTimeouts: Sendable, Hashable {
  /// To connect.
  public var connect = Duration.seconds(10)
  /// From the connection to the greeting: many servers let spammers wait here.
  public var greeting = Duration.seconds(30)
  /// From a command to its reply.
  public var reply = Duration.seconds(15)
  /// From DATA or the end of the message to the reply: servers look for spam and viruses in between.
  public var message = Duration.seconds(60)
  /// For the TLS handshake.
  public var handshake = Duration.seconds(15)

  /// The defaults.
  public init() {}
}
