/// Where the results of a file stand, by digests of their names: 21 to 43 octets a name, whatever its length. The names
/// of another file are told apart by it: known, new, or met before.
///
/// Digests are those of ``DigestSet``.
public struct ResultIndex: Sendable {
  private var digests = [UInt64](repeating: 0, count: 1 << 10)
  /// The place of each: an offset where only this file has it, its complement where both have it, ``onlyLater``.
  private var places = [Int](repeating: 0, count: 1 << 10)
  /// How many names there are, of both files.
  public private(set) var count = 0

  /// So many names at most: the table takes 512 MiB then.
  public static let most = DigestSet.most
  /// The place of a name that only the other file has.
  private static let onlyLater = Int.min

  /// Starts empty.
  public init() {}

  /// What is known of a name of the other file.
  public enum Match: Sendable, Hashable {
    /// This file has it too, at this offset.
    case known(at: Int)
    /// Only the other file has it.
    case new
    /// The other file had it before.
    case again
  }

  /// Takes a name of this file that stands at an offset; false when it is there already.
  public mutating func insert(_ digest: UInt64, at offset: Int) -> Bool {
    let slot = freeSlot(digest)
    if digests[slot] == digest { return false }
    fill(slot, digest, offset)
    return true
  }

  /// Takes a name of the other file.
  public mutating func match(_ digest: UInt64) -> Match {
    let slot = freeSlot(digest)
    guard digests[slot] == digest else {
      fill(slot, digest, Self.onlyLater)
      return .new
    }
    let place = places[slot]
    guard place >= 0 else { return .again }
    places[slot] = ~place
    return .known(at: place)
  }

  /// Where the names stand that only this file has, in its order.
  public var unmatched: [Int] {
    digests.indices.filter { digests[$0] != 0 && places[$0] >= 0 }.map { places[$0] }.sorted()
  }

  private mutating func fill(_ slot: Int, _ digest: UInt64, _ place: Int) {
    (digests[slot], places[slot]) = (digest, place)
    count += 1
  }

  /// The slot of a digest, or an empty one where it belongs; three quarters are taken at most.
  private mutating func freeSlot(_ digest: UInt64) -> Int {
    if 4 * (count + 1) > 3 * digests.count { grow() }
    return slot(of: digest)
  }

  private func slot(of digest: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: digest) & (digests.count - 1)
    while digests[slot] != 0, digests[slot] != digest { slot = (slot + 1) & (digests.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldDigests, oldPlaces) = (digests, places)
    digests = [UInt64](repeating: 0, count: oldDigests.count * 2)
    places = [Int](repeating: 0, count: oldDigests.count * 2)
    for index in oldDigests.indices where oldDigests[index] != 0 {
      let slot = slot(of: oldDigests[index])
      (digests[slot], places[slot]) = (oldDigests[index], oldPlaces[index])
    }
  }
}
