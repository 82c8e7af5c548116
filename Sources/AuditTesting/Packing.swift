/// Packs octets without compressing them, so that a test can say every octet of an archive.
public enum Packing {
  /// Deflate data of one stored block (RFC 1951 §3.2.4).
  public static func deflate(_ octets: [UInt8]) -> [UInt8] {
    let chunks = stride(from: 0, to: max(1, octets.count), by: 65_535).map { start in
      octets[start..<min(start + 65_535, octets.count)]
    }
    return chunks.enumerated().flatMap { index, chunk in
      let count = UInt16(chunk.count)
      return [index == chunks.count - 1 ? 1 : 0] + number(Int(count), 2) + number(Int(~count), 2) + chunk
    }
  }

  /// Deflate data of `count` times 258 octets and one more, all the same: 13 bits each (RFC 1951 §3.2.6).
  public static func run(of octet: UInt8, count: Int) -> [UInt8] {
    var (bits, used): ([UInt8], Int) = ([], 0)
    func put(_ value: Int, _ length: Int, fromTop: Bool = true) {
      for index in 0..<length {
        if used % 8 == 0 { bits.append(0) }
        let bit = fromTop ? value >> (length - 1 - index) & 1 : value >> index & 1
        bits[bits.count - 1] |= UInt8(bit) << UInt8(used % 8)
        used += 1
      }
    }
    put(1, 1)
    put(1, 2, fromTop: false)
    put(0x30 + Int(octet), 8)
    for _ in 0..<count {
      put(0b1100_0101, 8)
      put(0, 5)
    }
    put(0, 7)
    return bits
  }

  /// A member of gzip (RFC 1952 §2.3) around deflate data of `octets`.
  public static func gzip(_ octets: [UInt8], deflated: [UInt8]? = nil) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + (deflated ?? deflate(octets)) + number(checksum(octets), 4)
      + number(octets.count, 4)
  }

  /// A file in a zip archive, and what is untrue of it.
  public struct Member: Sendable {
    /// The name.
    public var name: String
    /// What it holds.
    public var octets: [UInt8]
    /// The method: 8 is deflate, 0 as it is.
    public var method: Int
    /// The flags.
    public var flags: Int
    /// What stands in the header instead of the packed size.
    public var packedSize: Int?
    /// What stands in the header instead of the size.
    public var size: Int?
    /// What stands in the header instead of the checksum.
    public var checksum: Int?
    /// The extra field.
    public var extra: [UInt8] = []
    /// Whether checksum and sizes stand behind the data, with their signature or not; and how wide the sizes are.
    public var descriptor: (signed: Bool, width: Int)?

    /// Makes a file that is what it says, unless told otherwise.
    public init(name: String, octets: [UInt8], method: Int = 8, flags: Int = 0, size: Int? = nil) {
      (self.name, self.octets) = (name, octets)
      (self.method, self.flags, self.size) = (method, flags, size)
    }
  }

  /// An archive with a directory of no entries behind the files, which is not looked at.
  public static func zip(_ members: [Member], end: Bool = true) -> [UInt8] {
    members.flatMap(local) + (end ? [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) : [])
  }

  private static func local(_ member: Member) -> [UInt8] {
    let data = member.method == 8 ? deflate(member.octets) : member.octets
    let sum = member.checksum ?? checksum(member.octets)
    let sizes = (member.packedSize ?? data.count, member.size ?? member.octets.count)
    let isBehind = member.descriptor != nil
    var result: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0] + number(member.flags | (isBehind ? 8 : 0), 2)
    result += number(member.method, 2) + [0, 0, 0, 0] + number(isBehind ? 0 : sum, 4)
    result += number(isBehind ? 0 : sizes.0, 4) + number(isBehind ? 0 : sizes.1, 4)
    result += number(member.name.utf8.count, 2) + number(member.extra.count, 2) + Array(member.name.utf8) + member.extra
    result += data
    if let (signed, width) = member.descriptor {
      result += (signed ? [0x50, 0x4B, 7, 8] : []) + number(sum, 4) + number(sizes.0, width) + number(sizes.1, width)
    }
    return result
  }

  /// A number in little-endian octets.
  public static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 (RFC 1952 §8).
  public static func checksum(_ octets: [UInt8]) -> Int {
    var sum = UInt32.max
    for octet in octets {
      sum ^= UInt32(octet)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(~sum)
  }
}
