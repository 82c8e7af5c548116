import DNS
import Survey

/// The places where the character-strings of a text meet.
struct TextJoints {
  private let text: MailText

  init(_ text: MailText) {
    self.text = text
  }

  /// The first place where the strings do not rejoin, as an offset into the joined text, and what is wrong there.
  var fault: (offset: Int, cause: String)? {
    var offset = 0
    for (left, right) in zip(text.strings, text.strings.dropFirst()) {
      offset += left.count
      if let mark = quotation(left, right, at: offset) { return (mark, "a quotation mark or backslash at the joint") }
      if let first = glued(left, right) { return (offset, "\"\(first)\" begins right behind the string before it") }
    }
    return quotationInKey.map { ($0, "a quotation mark or backslash in the key") }
  }

  /// The offset of a quotation mark or backslash next to a joint, blanks between not counted.
  private func quotation(_ left: [UInt8], _ right: [UInt8], at joint: Int) -> Int? {
    if let index = left.lastIndex(where: { $0 != 0x20 }), Self.isMark(left[index]) {
      return joint - left.count + index
    }
    if let index = right.firstIndex(where: { $0 != 0x20 }), Self.isMark(right[index]) { return joint + index }
    return nil
  }

  /// The term or tag that `right` begins with while `left` does not end in what must stand before it.
  private func glued(_ left: [UInt8], _ right: [UInt8]) -> String? {
    guard let last = left.last, let starts = Self.starts[text.kind] else { return nil }
    // RFC 7208 §4.6.1: SP between terms; RFC 6376 §3.2 and RFC 9989 §4.7: a semicolon between tags.
    let isSeparated = text.kind == .spf ? Self.beforeTerm.contains(last) : left.last { $0 != 0x20 } == UInt8(ascii: ";")
    if isSeparated { return nil }
    let front = right.prefix(12).map(\.lowercasedASCII)
    return starts.first { front.starts(with: $0.utf8) }
  }

  /// The offset of the first quotation mark or backslash in the `p=` tag of a DKIM key.
  private var quotationInKey: Int? {
    guard text.kind == .dkim else { return nil }
    for tag in text.joined.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let name = tag.prefix { $0 != UInt8(ascii: "=") }.filter { $0 != 0x20 && $0 != 0x09 }
      if name == [UInt8(ascii: "p")], let index = tag.firstIndex(where: Self.isMark) { return index }
    }
    return nil
  }

  /// What may stand before the name of a term: SP or a qualifier (RFC 7208 §4.6.1).
  private static let beforeTerm: Set<UInt8> = Set(" +-~?".utf8)

  private static func isMark(_ octet: UInt8) -> Bool { octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\") }

  /// Beginnings that cannot be the second half of a word: a domain, an address or a value cut in two never looks so.
  private static let starts: [MailText.Kind: [String]] = [
    .spf: ["include:", "ip4:", "ip6:", "exists:", "redirect=", "~all", "?all"],
    .dmarc: ["rua=", "ruf=", "adkim=", "aspf="]
  ]
}
