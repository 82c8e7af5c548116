/// The words of a text, for comparing texts.
struct TextWords {
  /// Each word once, in lower case, web addresses left out. A sign of a script without blanks is a word.
  let words: Set<String>

  init(_ text: String) {
    var words: Set<String> = []
    for token in text.split(whereSeparator: \.isWhitespace) where words.count < Self.limit {
      if token.contains("://") || token.hasPrefix("www.") { continue }
      Self.add(token, to: &words)
    }
    self.words = words
  }

  private static func add(_ token: Substring, to words: inout Set<String>) {
    var word = ""
    for character in token.lowercased() {
      let isSign = character.unicodeScalars.first.map { $0.value >= firstSign } ?? false
      if character.isLetter || character.isNumber, !isSign {
        if word.utf8.count < longest { word.append(character) }
        continue
      }
      if !word.isEmpty { words.insert(word) }
      word = ""
      if isSign, character.isLetter { words.insert(String(character)) }
    }
    if !word.isEmpty { words.insert(word) }
  }

  /// The share of the words that `other` has too, in percent; 100 without words.
  func share(in other: TextWords) -> Int {
    words.isEmpty ? 100 : words.count { other.words.contains($0) } * 100 / words.count
  }

  /// Thai, and from the radicals of Han on: scripts that put no blanks between words begin here.
  private static let firstSign: UInt32 = 0x2E80
  /// Different words that are kept of a text: novels have fewer.
  private static let limit = 20_000
  private static let longest = 64
}
