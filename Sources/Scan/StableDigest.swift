/// Numbers made of names.
public enum StableDigest {
  /// A number that is the same in every process and on every machine: FNV-1a of 64 bits, its bits spread as
  /// MurmurHash3 does at its end. It chooses shards and examples, so it must never change.
  public static func of(_ text: String) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for octet in text.utf8 { value = (value ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}

/// A part of a list that one of several machines works on.
public struct Shard: Sendable, Hashable {
  /// Which part, from 0.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// No cluster has more parts than this.
  public static let most = 1_000_000

  /// Reads `I/N`. Parts are counted from 1 or from 0, as job systems do: `0/N` is the same part as `N/N`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], (1...Self.most).contains(count),
      (0...count).contains(index)
    else { return nil }
    self.index = index % count
    self.count = count
  }

  /// Whether a key belongs to this part. The high half of its digest decides, in equal steps.
  public func contains(_ key: String) -> Bool {
    Int(((StableDigest.of(key) >> 32) * UInt64(count)) >> 32) == index
  }
}
