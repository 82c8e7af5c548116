/// What was counted in the octets of one message while they came in.
public struct OctetCounts: Sendable, Hashable {
  /// Line feeds without a carriage return before them (RFC 5321 §2.3.8 forbids them).
  public var bareLineFeeds = 0
  /// Carriage returns without a line feed behind them.
  public var bareCarriageReturns = 0
  /// NUL octets.
  public var nulOctets = 0
  /// Octets above 127.
  public var eightBitOctets = 0
  /// Lines that began with one dot: the client did not double it, and receivers take it away (RFC 5321 §4.5.2).
  public var singleDots = 0
  /// Dots alone between line ends that are not both CR LF: some servers end the message there, and read what follows
  /// as commands.
  public var looseEnds = 0

  /// Nothing was counted.
  public init() {}

  /// Counts what an octet is by itself.
  mutating func note(_ octet: UInt8) {
    if octet == 0 { nulOctets += 1 } else if octet > 127 { eightBitOctets += 1 }
  }
}
