/// Gives equal texts one string: the records of a report name the same domains again and again.
struct TextPool {
  private var slots = [String](repeating: "", count: Self.size)

  /// A power of two: larger than the number of domains that most reports name.
  private static let size = 256

  mutating func text(_ octets: ArraySlice<UInt8>) -> String {
    // So short a string lies in itself, and costs nothing.
    if octets.count <= 15 { return String(decoding: octets, as: UTF8.self) }
    // FNV-1a, 32 bits.
    var hash: UInt32 = 2_166_136_261
    for octet in octets { hash = (hash ^ UInt32(octet)) &* 16_777_619 }
    let slot = Int(hash) & (Self.size - 1)
    if slots[slot].utf8.elementsEqual(octets) { return slots[slot] }
    slots[slot] = String(decoding: octets, as: UTF8.self)
    return slots[slot]
  }
}
