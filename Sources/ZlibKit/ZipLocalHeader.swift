/// What stands before the data of a member (APPNOTE.TXT of PKWARE, §4.3.7).
struct ZipLocalHeader {
  let flags: Int
  let method: Int
  let checksum: UInt32
  /// The octets of the data as it is packed, and unpacked; not told when a descriptor follows the data.
  let packedSize: Int
  let size: Int
  let name: String

  /// The octets without name and extra field.
  static let octets = 30

  var isEncrypted: Bool { flags & 1 != 0 }
  /// Whether checksum and sizes stand behind the data (§4.3.9).
  var hasDescriptor: Bool { flags & 8 != 0 }

  /// Whether checksum and sizes stand in the directory alone.
  var tellsNothing: Bool { packedSize == 0 && size == 0 && checksum == 0 }

  /// How long name and extra field are, in a header of ``octets``.
  static func rest(of header: [UInt8]) -> Int { header.number(26, 2) + header.number(28, 2) }

  /// Reads a header with its name and extra field.
  init(_ header: [UInt8]) {
    flags = header.number(6, 2)
    method = header.number(8, 2)
    checksum = UInt32(header.number(14, 4))
    let nameEnd = Self.octets + header.number(26, 2)
    name = Self.name(header[Self.octets..<nameEnd])
    var sizes = (packed: header.number(18, 4), unpacked: header.number(22, 4))
    Self.readLongSizes(header[nameEnd...], &sizes)
    (packedSize, size) = (sizes.packed, sizes.unpacked)
  }

  /// The extra field 1 holds the sizes that need more than 32 bits (§4.5.3).
  private static func readLongSizes(_ extra: ArraySlice<UInt8>, _ sizes: inout (packed: Int, unpacked: Int)) {
    let extra = Array(extra)
    var index = 0
    while index + 4 <= extra.count {
      let (kind, length) = (extra.number(index, 2), extra.number(index + 2, 2))
      let end = min(index + 4 + length, extra.count)
      var place = index + 4
      if kind == 1 {
        if sizes.unpacked == 0xFFFF_FFFF, place + 8 <= end {
          sizes.unpacked = extra.number(place, 8)
          place += 8
        }
        if sizes.packed == 0xFFFF_FFFF, place + 8 <= end { sizes.packed = extra.number(place, 8) }
      }
      index = end
      if length == 0, kind == 0 { return }
    }
  }

  /// The last part of a path, without control characters, cut to a length that file systems allow.
  private static func name(_ octets: ArraySlice<UInt8>) -> String {
    let last = octets.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).last ?? []
    let isFolder = octets.last == 0x2F
    let text = String(decoding: last.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(255), as: UTF8.self)
    return isFolder ? text + "/" : text
  }
}

extension [UInt8] {
  /// The number of `count` octets at `start`, the lowest first; at most `Int.max`.
  func number(_ start: Int, _ count: Int) -> Int {
    var result: UInt64 = 0
    for index in (start..<(start + count)).reversed() { result = result << 8 | UInt64(self[index]) }
    return Int(clamping: result)
  }
}
