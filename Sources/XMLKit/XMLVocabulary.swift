/// The names that a reader waits for: each is told by its place in the list, so that no element costs a string.
public struct XMLVocabulary: Sendable {
  let names: [[UInt8]]
  /// Places by hash; -1 where there is none. At least twice as many as names, so that a search ends soon.
  private let slots: [Int16]

  /// A vocabulary of `names`, without namespaces.
  public init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var size = 64
    while size < 4 * names.count { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (place, name) in self.names.enumerated() {
      var slot = Int(name.reduce(Self.seed, Self.mix)) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(place)
    }
    self.slots = slots
  }

  /// The offset basis and the prime of the hash FNV-1a, 32 bits.
  private static let seed: UInt32 = 2_166_136_261
  @inline(__always) private static func mix(_ hash: UInt32, _ octet: UInt8) -> UInt32 {
    (hash ^ UInt32(octet)) &* 16_777_619
  }

  /// The place of a name, and how many octets it has; -1 for one that is not in the list.
  func place(of name: UnsafePointer<UInt8>) -> (place: Int16, count: Int) {
    var (hash, count) = (Self.seed, 0)
    while unsafe name[count] != 0 {
      hash = Self.mix(hash, unsafe name[count])
      count += 1
    }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if unsafe isEqual(names[Int(slots[slot])], name, count) { return (slots[slot], count) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (-1, count)
  }

  private func isEqual(_ known: [UInt8], _ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard known.count == count else { return false }
    for index in 0..<count where unsafe known[index] != name[index] { return false }
    return true
  }
}
