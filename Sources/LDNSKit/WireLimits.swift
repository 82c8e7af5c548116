/// The limits of messages.
public enum WireLimits {
  /// RFC 1035 §4.1.1: the header has 12 octets.
  public static let headerOctets = 12
  /// The datagram that passes without fragments nearly everywhere (DNS Flag Day 2020, RFC 9715 §3.2).
  public static let payloadSize: UInt16 = 1232
  /// RFC 1035 §2.3.4: a name has at most 255 octets.
  static let nameOctets = 255
  /// How many compression pointers a name of a plain answer follows: servers need one or two.
  static let plainPointers = 8
  /// RFC 1035 §3.2.4.
  static let classIN: UInt16 = 1
  /// How many aliases are followed in a row: as many as the most patient of the resolvers in use (BIND until 2024).
  public static let aliases = 16
}
