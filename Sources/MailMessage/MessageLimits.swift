/// The limits of reading messages.
public enum MessageLimits {
  /// The octets of a header section that are kept. Gmail takes 500 KB; what is longer is told, and its rest is not read.
  public static let headerOctets = 2 << 20
  /// The fields of a header section that are kept. Gmail takes 5000.
  public static let headerFields = 10_000
  /// The octets that are read at a time: enough that the reading costs little, few enough to stay in a cache.
  public static let pieceOctets = 64 << 10
}
