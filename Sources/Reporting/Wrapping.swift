/// Breaks text into lines between words.
enum Wrapping {
  /// The lines of `text`, each of at most `width` columns unless one word is longer: a name or a URL stays whole, so
  /// that it can be copied. A record in quotes stays in one line when it fits into one.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var (line, columns) = ("", 0)
    for word in words(text, width: width) {
      let size = word.columns
      if columns > 0, columns + 1 + size > width {
        lines.append(line)
        (line, columns) = (word, size)
      } else {
        line += columns > 0 ? " " + word : word
        columns += columns > 0 ? 1 + size : size
      }
    }
    if columns > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func words(_ text: String, width: Int) -> [String] {
    var words: [String] = []
    var quoted: [Substring] = []
    for word in text.split(separator: " ") {
      let opens = quoted.isEmpty && word.hasPrefix("\"v=") && !closes(word.dropFirst())
      if opens || !quoted.isEmpty {
        quoted.append(word)
        if !opens, closes(word) { flush(&quoted, into: &words, width: width) }
      } else {
        words.append(String(word))
      }
    }
    words += quoted.map(String.init)
    return words
  }

  private static func closes(_ word: Substring) -> Bool { word.utf8.contains(UInt8(ascii: "\"")) }

  private static func flush(_ quoted: inout [Substring], into words: inout [String], width: Int) {
    let record = quoted.joined(separator: " ")
    if record.columns <= width { words.append(record) } else { words += quoted.map(String.init) }
    quoted = []
  }
}
