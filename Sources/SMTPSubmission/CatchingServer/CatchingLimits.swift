/// The limits of the catching server. A stranger may be at the other end.
public enum CatchingLimits {
  /// What a message may have unless told otherwise: the 25 MB of the large receivers.
  public static let messageOctets = 25_000_000
  /// What of a message is kept in memory; what is longer goes to a file.
  static let memoryOctets = 1_000_000
  /// RFC 5321 §4.5.3.1.4 has 512 octets; AUTH may need 12288 (RFC 4954 §4).
  static let lineOctets = 12_288
  /// What is skipped of an endless line before the session ends.
  static let skippedOctets = 1_048_576
  /// RFC 5321 §4.5.3.1.8 wants at least 100; a newsletter to more than this in one message is none.
  static let recipients = 1000
  /// A path has 256 octets (RFC 5321 §4.5.3.1.3); internationalised ones are longer (RFC 6531 §3.3).
  static let pathOctets = 1024
  /// More parameters than there are.
  static let parameters = 20
  /// Commands in one session: some thousand messages.
  static let commands = 20_000
  /// Errors in one session: who makes more tries something out.
  static let errors = 20
  /// Sessions at once.
  static let sessions = 64
  /// Messages that wait to be looked at; while so many do, more are put off.
  static let waitingMessages = 64
  /// Ends of fruitless sessions that wait to be told.
  static let waitingEnds = 256
  /// What is kept of a user name and of a client's name.
  static let nameOctets = 255
  /// RFC 5321 §4.5.3.2.7: a server waits at least five minutes for a command.
  static let idle = Duration.seconds(300)
  /// One session altogether.
  static let total = Duration.seconds(3600)
  /// The life of a certificate made for the listener, in days: a listener runs for an afternoon.
  public static let certificateDays = 7
}
