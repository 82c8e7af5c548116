import AuditModel

extension StandardsIndex {
  /// The references in a text, written as `RFC 7208 §4.6.4`; further sections may follow: `RFC 7208 §3.1, §4.5`.
  static func references(in text: [UInt8]) -> Set<StandardReference> {
    var found: Set<StandardReference> = []
    var position = 0
    while let start = next("RFC ", in: text, from: position) {
      position = start + 4
      let number = text[position...].prefix { (48...57).contains($0) }
      guard !number.isEmpty else { continue }
      position = number.endIndex
      let document = "RFC " + String(decoding: number, as: UTF8.self)
      while let section = section(in: text, at: &position) {
        found.insert(StandardReference(document: document, section: section))
      }
    }
    return found
  }

  /// The section that begins at `position` behind blanks, a comma or `and`; moves behind it.
  private static func section(in text: [UInt8], at position: inout Int) -> String? {
    var start = position
    for separator in [",", " and", " "] where text[start...].starts(with: separator.utf8) {
      start += separator.utf8.count
    }
    guard text[start...].starts(with: "§".utf8) else { return nil }
    start += "§".utf8.count
    // A section is numbers, or a letter and numbers, with dots between them; a full stop behind it is not part of it.
    var section = text[start...].prefix { (48...57).contains($0) || $0 == 0x2E || (65...90).contains($0) }
    while section.last == 0x2E { section.removeLast() }
    position = section.endIndex
    return section.isEmpty ? nil : String(decoding: section, as: UTF8.self)
  }

  private static func next(_ word: String, in text: [UInt8], from position: Int) -> Int? {
    guard position < text.count else { return nil }
    return text[position...].indices.first { text[$0] == 0x52 && text[$0...].starts(with: word.utf8) }
  }
}
