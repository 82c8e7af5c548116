/// The limits of reading bodies.
public enum MIMELimits {
  /// How deep parts nest. Receivers stop at 50 to 100; deeper ones are taken as plain content, and told.
  public static let depth = 100
  /// The parts that are kept. Real messages have hundreds at most; the rest is not taken apart, and told.
  public static let parts = 10_000
  /// The octets of the header section of one part that are kept. Real ones have less than one KiB.
  public static let headerOctets = 64 << 10
  /// The octets of the header sections of all parts that are kept.
  public static let headerOctetsInAll = 8 << 20
  /// The octets of a line that may be a boundary or belong to a header section. RFC 2046 §5.1.1 allows 70 in a boundary.
  public static let line = 64 << 10
  /// The decoded octets of one text part that are kept. Gmail shows 102 KB.
  public static let textOctets = 256 << 10
  /// The decoded octets of all text parts that are kept.
  public static let textOctetsInAll = 1 << 20
  /// The first decoded octets of every other part, for the magic numbers of its format.
  public static let headOctets = 512
  /// The last decoded octets of an archive: enough for the directory at the end of most.
  public static let tailOctets = 64 << 10
  /// The faults that are kept. More say nothing new.
  public static let faults = 1_000
  /// The octets of a line that RFC 5322 §2.1.1 allows, without its end.
  public static let lineOctets = 998
  /// The octets of a line of base64 or quoted-printable (RFC 2045 §6.7, §6.8), without its end.
  public static let encodedLineOctets = 76
}
