/// Style sheets: properties, values and measures stay, names of classes, fonts and pictures do not.
enum StyleRedaction {
  /// What stands for a word of a style sheet.
  static func replacement(of word: [UInt8], _ table: inout RedactionTable) -> [UInt8] {
    if word.contains(UInt8(ascii: "/")) || word.contains(UInt8(ascii: "@")) || word.count > 64 {
      return table.replacement(of: word, in: .text)
    }
    if isColour(word) { return word }
    let parts = word.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") }
    return Array(parts.map { part($0) }.joined(separator: [UInt8(ascii: ":")]))
  }

  private static func part(_ part: ArraySlice<UInt8>) -> [UInt8] {
    if isColour(Array(part)) || isMeasure(part) { return Array(part) }
    let words = part.split { "-!@*+>~%=#".utf8.contains($0) }
    let isKept = words.allSatisfy { StyleVocabulary.keeps(String(decoding: $0.map(\.lowercasedASCII), as: UTF8.self)) }
    return isKept ? Array(part) : TextMask.masked(part)
  }

  /// `#fff` and `#a0b1c2`.
  private static func isColour(_ word: [UInt8]) -> Bool {
    word.first == UInt8(ascii: "#") && (word.count == 4 || word.count == 7)
      && word.dropFirst().allSatisfy { $0.hexadecimalValue != nil }
  }

  /// `12px`, `1.5em`, `100%`.
  private static func isMeasure(_ word: ArraySlice<UInt8>) -> Bool {
    let unit = word.drop { $0.isDigit || $0 == 0x2E || $0 == 0x2D }
    let digits = word.count - unit.count
    return (1...5).contains(digits) && unit.count <= 3
      && unit.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "%") }
  }
}
