/// What a zip archive tells without being unpacked (APPNOTE.TXT of PKWARE, §4.3).
public struct ZipArchive: Sendable, Hashable {
  /// A file in the archive.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Whether it is encrypted.
    public let isEncrypted: Bool
  }

  /// The files, at most ``limit``; nil when the directory at the end was not looked at, or is broken.
  public let entries: [Entry]?
  /// Whether the first file is encrypted, as its local header says.
  public let isFirstEncrypted: Bool

  /// The files that are read of a directory.
  public static let limit = 1_000

  /// Whether a password is needed for any file that was seen.
  public var isEncrypted: Bool { isFirstEncrypted || entries?.contains(where: \.isEncrypted) == true }

  /// Whether `octets` may be the beginning of a zip archive: `PK` with the mark of a local file header.
  static func mayBegin(_ octets: [UInt8]) -> Bool {
    let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    return octets.prefix(4).elementsEqual(mark.prefix(octets.count))
  }

  /// Reads what was kept of the content of a part; nil when it is no zip archive.
  public init?(_ content: PartContent) {
    guard content.head.count >= 30, Self.mayBegin(content.head) else { return nil }
    isFirstEncrypted = content.head[6] & 1 != 0
    entries = content.tail.flatMap { Self.directory(in: $0, size: content.size) }
  }

  /// Reads the central directory, if all of it is in the last octets of the archive.
  private static func directory(in tail: [UInt8], size: Int) -> [Entry]? {
    guard let end = end(in: tail) else { return nil }
    // Offsets count from the beginning of the archive, of which the tail is the end.
    let start = number(tail, end + 16, 4) - (size - tail.count)
    let count = number(tail, end + 10, 2)
    guard start >= 0, start < end else { return nil }
    var entries: [Entry] = []
    var index = start
    while entries.count < min(count, limit) {
      guard index + 46 <= end, tail[index..<(index + 4)].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else { return nil }
      let length = number(tail, index + 28, 2)
      guard index + 46 + length <= end else { return nil }
      let name = String(decoding: tail[(index + 46)..<(index + 46 + length)], as: UTF8.self)
      entries.append(Entry(name: name, isEncrypted: tail[index + 8] & 1 != 0))
      index += 46 + length + number(tail, index + 30, 2) + number(tail, index + 32, 2)
    }
    return entries
  }

  /// Where the record is that ends the directory: 22 octets and a comment.
  private static func end(in tail: [UInt8]) -> Int? {
    var index = tail.count - 22
    while index >= 0 {
      if tail[index..<(index + 4)].elementsEqual([0x50, 0x4B, 0x05, 0x06]) { return index }
      index -= 1
    }
    return nil
  }

  private static func number(_ octets: [UInt8], _ start: Int, _ count: Int) -> Int {
    octets[start..<(start + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
