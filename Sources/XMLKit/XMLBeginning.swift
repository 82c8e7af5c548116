/// The first octets of an XML text: what stands before it, and which encoding it has (XML 1.0 appendix F).
struct XMLBeginning {
  /// White space before the text, which XML forbids before its declaration (XML 1.0 §2.8).
  let space: Int
  /// The line ends in it.
  let spaceLines: Int
  /// Whether the text is to be read as UTF-8.
  let isUTF8: Bool

  /// So many octets tell; a declaration is shorter.
  static let octets = 256

  init(_ octets: [UInt8]) {
    let rest = octets.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    space = octets.count - rest.count
    spaceLines = octets.prefix(space).count { $0 == 0x0A }
    isUTF8 = Self.isUTF8(rest)
  }

  private static func isUTF8(_ octets: ArraySlice<UInt8>) -> Bool {
    // The beginnings of UTF-16 and UTF-32 hold octets that no UTF-8 has here.
    if octets.prefix(4).contains(where: { $0 == 0 || $0 >= 0xFE }) { return false }
    guard octets.starts(with: "<?xml".utf8) || octets.dropFirst(3).starts(with: "<?xml".utf8) else { return true }
    let declaration = String(decoding: octets.prefix { $0 != 0x3E }, as: UTF8.self).lowercased()
    guard let place = declaration.firstRange(of: "encoding") else { return true }
    let value = declaration[place.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    return value.starts(with: "utf-8") || value.starts(with: "utf8")
  }
}
