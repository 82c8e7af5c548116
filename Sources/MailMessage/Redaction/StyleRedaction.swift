/// Style sheets: words and measures stay, names of classes and everything long does not.
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
    // Names of classes and ids have a dot or a number sign somewhere; properties and values have not.
    let isWord = part.count <= 24 && part.allSatisfy { $0.isLetter || $0 == 0x2D || $0 == 0x21 }
    return isWord ? Array(part) : TextMask.masked(part)
  }

  /// `#fff` and `#a0b1c2`.
  private static func isColour(_ word: [UInt8]) -> Bool {
    word.first == UInt8(ascii: "#") && (word.count == 4 || word.count == 7)
      && word.dropFirst().allSatisfy { $0.hexadecimalValue != nil }
  }

  /// `12px`, `1.5em`, `100%`.
  private static func isMeasure(_ word: ArraySlice<UInt8>) -> Bool {
    let unit = word.drop { $0.isDigit || $0 == 0x2E || $0 == 0x2D }
    return word.count <= 7 && unit.count <= 3 && unit.count < word.count
      && unit.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "%") }
  }
}
