/// The limits of redacting.
public enum RedactionLimits {
  /// The octets of a word that are looked at together. URLs of newsletters have up to 2000; what is longer is masked.
  public static let word = 4096
  /// The different mailboxes, names or addresses that get a number each. No message for people has so many.
  public static let entries = 65_536
  /// The octets of Message-IDs, Content-IDs and their forms that are remembered; those behind get numbers of their own.
  public static let identifierOctets = 8 << 20
  /// The octets of a local part that is told apart from others (RFC 5321 §4.5.3.1.1 allows 64; VERP writes more).
  public static let localPart = 320
  /// The octets of a host name (RFC 1035 §2.3.4).
  public static let hostName = 255
  /// The octets of a boundary that is replaced by another one (RFC 2046 §5.1.1 allows 70); longer ones are masked.
  public static let boundary = 100
  /// The letters and digits that a boundary must have to tell anything; shorter ones stay.
  public static let boundaryCharacters = 4
  /// The digits of a number in a structured field that stays: years, times, sizes of keys, codes of SMTP.
  public static let digits = 4
  /// The octets of a text/rfc822-headers part that is taken as header fields; longer ones are masked as text.
  public static let headerText = 64 << 10
  /// The octets between two headers that are looked at for the line of a mailbox: a line end and `>From `.
  public static let envelopeStart = 16
  /// The octets of a media type that stays (RFC 6838 §4.2 recommends at most 64 for each half).
  public static let typeName = 129
}
