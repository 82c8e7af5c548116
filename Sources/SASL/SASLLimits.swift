/// The limits of logins.
public enum SASLLimits {
  /// A line of AUTH (RFC 4954 §4: 12288 octets hold what mechanisms in use need).
  public static let lineOctets = 12_288
  /// A command line with its CRLF (RFC 5321 §4.5.3.1.4); an initial response that does not fit waits for the server
  /// (RFC 4954 §4).
  public static let commandOctets = 512
  /// Fewer iterations make guessing cheap, and a server that is none could ask for one (RFC 5802 §5.1).
  public static let fewestIterations = 4096
  /// What RFC 7677 §4 calculated for 2015: fewer are weak.
  public static let advisedIterations = 15_000
  /// Half a second of work: OWASP asks for 600,000 with SHA-256 and 1,300,000 with SHA-1. More would let a server keep
  /// us busy at will.
  public static let mostIterations = 2_000_000
  /// A nonce or a salt has some 16 to 64 octets.
  static let nonceOctets = 1024
  /// Octets of our own nonce: 192 bits.
  static let ownNonceOctets = 24
  /// Mechanisms of a server that are considered; real ones offer a dozen at most.
  static let offers = 64
  /// Octets kept of a value in an error report.
  static let reportOctets = 512
  /// Nesting of an error report that is passed over.
  static let reportDepth = 8
  /// A secret that is shorter is found in ordinary words, and leaving those out would tell what it is.
  static let shortestSought = 4
  /// So many octets of a secret decide whether a text holds it: the work stays in proportion to the text.
  static let soughtOctets = 64
}
