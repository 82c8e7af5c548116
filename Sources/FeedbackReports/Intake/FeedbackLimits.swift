/// The limits of reading what strangers report.
public enum FeedbackLimits {
  /// The octets of one report, unpacked. A report of 100,000 sources has 69 MB; the largest receivers send a few.
  public static let reportOctets = 100 << 20
  /// The octets that one file, or one message, unpacks to.
  public static let unpackedOctets = 400 << 20
  /// The files of an archive. Receivers put one report into one archive.
  public static let archiveMembers = 1_000
  /// How many packings may be around a report, such as gzip in zip. One is what the standards ask for.
  public static let layers = 3
  /// The octets of a message inside of an archive, which is held whole. Receivers take 25 to 50 MB.
  public static let heldMessageOctets = 50 << 20
  /// The octets of a message that are searched for a bounce: what is told stands before the message that came back.
  static let bounceOctets = 4 << 20
  /// The parts of one message that are looked into. Receivers send one report in one message.
  public static let attachments = 1_000
  /// The records that are held while the metadata of their report is awaited.
  public static let heldRecords = 10_000
  /// The deviations of one report that are kept. More say nothing new.
  public static let deviations = 100
  /// The signatures, SPF results and reasons of one record that are kept, each (RFC 9990 §3.1.1.11 advises 100 signatures
  /// at most).
  public static let resultsOfRecord = 100
  /// The messages that a record may count. More in one span of time is a mistake, or made to break sums.
  public static let messagesOfRecord = 10_000_000_000
  /// The errors of a receiver that are kept.
  static let metadataErrors = 100
  /// The octets that tell what a content is.
  static let headOctets = 512
  /// The white space in front of a content that is passed over: editors and gateways leave a line or two.
  static let blankOctets = 64 << 10

  // MARK: TLS reports, failure reports, bounces. Real ones are far below.

  /// Octets of a TLS report when unpacked. Those of the largest senders have a few hundred KiB.
  public static let tlsOctets = 32 << 20
  /// Policies of a TLS report: there is one for each policy of one domain.
  static let tlsPolicies = 1_000
  /// Failure details of a TLS report in all.
  static let tlsFailureDetails = 20_000
  /// Texts of an array, such as the lines of a policy.
  static let textsOfArray = 1_000
  /// Octets that are kept of one text.
  static let textOctets = 2_048
  /// Octets of a feedback part: it may hold a canonicalized message (RFC 6591 §3.2.4).
  static let feedbackPartOctets = 1 << 20
  /// Fields of a feedback part that are kept.
  static let feedbackFields = 1_000
  /// Octets that are kept of the value of a field: long enough for a canonicalized header (RFC 6591 §3.2.2).
  static let feedbackFieldOctets = 16 << 10
  /// Octets that are kept of the message that a failure report speaks of, when it is asked for.
  public static let originalOctets = 1 << 20
}
