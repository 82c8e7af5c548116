/// What was met already, by digests of eight octets each: 12 to 24 octets a name, whatever its length.
///
/// A digest is keyed anew in each process, so nobody can write two names that meet. By chance two of ``most`` names
/// meet once in fifty thousand lists.
public struct DigestSet: Sendable {
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  /// How many there are.
  public private(set) var count = 0

  /// So many names at most: the table takes 256 MiB then, and a longer list is for several machines.
  public static let most = 25_000_000

  /// Starts empty.
  public init() {}

  /// The digest of a key, for this process; never zero, which marks an empty slot.
  public static func digest(of key: String) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(key)
    let value = UInt64(bitPattern: Int64(hasher.finalize()))
    return value == 0 ? 1 : value
  }

  /// Takes a digest; false when it is there already.
  public mutating func insert(_ digest: UInt64) -> Bool {
    // Three quarters full at most, so that rows of taken slots stay short.
    if 4 * (count + 1) > 3 * slots.count { grow() }
    let place = place(of: digest)
    if slots[place] == digest { return false }
    slots[place] = digest
    count += 1
    return true
  }

  /// Whether a digest is there.
  public func contains(_ digest: UInt64) -> Bool { slots[place(of: digest)] == digest }

  /// The slot of a digest, or the empty one where it belongs.
  private func place(of digest: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: digest) & (slots.count - 1)
    while slots[place] != 0, slots[place] != digest { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for digest in old where digest != 0 { slots[place(of: digest)] = digest }
  }
}
