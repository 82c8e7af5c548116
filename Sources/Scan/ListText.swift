/// The text of a field or line as it comes; no more is kept of it than a name can have.
struct ListText: Sendable {
  private var octets: [UInt8] = []
  private var isCut = false

  /// Takes an octet.
  mutating func append(_ octet: UInt8) {
    if octets.count < ListLimits.lineOctets { octets.append(octet) } else { isCut = true }
  }

  /// Forgets what came.
  mutating func clear() {
    octets.removeAll(keepingCapacity: true)
    isCut = false
  }

  /// The text up to here, each row of blanks one blank, none around it, and why there is no name in it; begins anew.
  mutating func end(beforeRemark: Bool = false) -> (text: String, fault: String?) {
    defer { clear() }
    let kept = beforeRemark ? octets.prefix { $0 != UInt8(ascii: "#") } : octets[...]
    // What was cut off may have been a remark.
    let isWhole = !isCut || kept.count < octets.count
    return (Self.text(kept), isWhole ? Self.fault(kept) : "is longer than any name")
  }

  private static func text(_ octets: ArraySlice<UInt8>) -> String {
    let words = octets.split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  private static func fault(_ octets: ArraySlice<UInt8>) -> String? {
    if octets.contains(0) { return "holds octets that are zero, as no text has them" }
    return String(validating: octets, as: UTF8.self) == nil ? "is not written in UTF-8" : nil
  }
}

/// What kind of file it is, where it is no text of UTF-8.
enum FileKind {
  /// So many octets at the front tell.
  static let octets = 6
  /// U+FEFF in UTF-8, which editors write in front of text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Octets that no text begins with, and what begins with them.
  private static let marks: [(octets: [UInt8], name: String)] = [
    ([0xFF, 0xFE], utf16), ([0xFE, 0xFF], utf16), ([0x1F, 0x8B], packed("gzip")),
    ([0x50, 0x4B, 0x03, 0x04], packed("ZIP; spreadsheets are too: save them as CSV")),
    ([0x28, 0xB5, 0x2F, 0xFD], packed("zstd")), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], packed("xz"))
  ]
  private static let utf16 = "is written in UTF-16: iconv -f UTF-16 -t UTF-8 makes a list of it"

  private static func packed(_ name: String) -> String { "is packed (\(name)), and has to be unpacked first" }

  /// What the file is by its first octets, a phrase; nil for text.
  static func of(_ octets: [UInt8]) -> String? {
    if let mark = marks.first(where: { octets.starts(with: $0.octets) }) { return mark.name }
    // Letters of ASCII in UTF-16, without a mark: every second octet is zero.
    let isEven = octets.indices.allSatisfy { (octets[$0] == 0) == ($0 % 2 == 0) }
    let isOdd = octets.indices.allSatisfy { (octets[$0] == 0) == ($0 % 2 == 1) }
    return octets.count > 1 && (isEven || isOdd) ? utf16 : nil
  }
}
