/// Text of a manual page, in the macros of man(7).
struct ManualText {
  private(set) var lines: [String] = []

  /// The text, a line feed at its end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Writes a macro with its arguments as they are.
  mutating func macro(_ line: String) { lines.append(line) }

  /// Writes running text.
  mutating func words(_ text: String) { lines.append(Self.escaped(text)) }

  /// Writes words of a discussion: paragraphs, lists that are indented, and headings in capitals.
  mutating func discussion(_ text: String) {
    var isVerbatim = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let indented = line.hasPrefix("  ")
      if indented != isVerbatim {
        macro(indented ? ".nf" : ".fi")
        isVerbatim = indented
      }
      if line.isEmpty {
        // An empty line before a heading would be one too many.
        if lines.last != ".PP" { macro(".PP") }
      } else if !indented, Self.isHeading(line) {
        if lines.last == ".PP" { lines.removeLast() }
        macro(".SH " + Self.escaped(line))
      } else {
        words(indented ? String(line.dropFirst(2)) : line)
      }
    }
    if isVerbatim { macro(".fi") }
    if lines.last == ".PP" { lines.removeLast() }
  }

  private static func isHeading(_ line: String) -> Bool {
    line.allSatisfy { $0.isUppercase || $0 == " " } && line.contains { $0.isUppercase }
  }

  /// Text without a meaning to roff: a backslash, a line that begins like a macro, and a hyphen that is to be typed.
  static func escaped(_ text: String) -> String {
    let body = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "\n": " "
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "`": "\\(ga"
      case "'": "\\(aq"
      default: String(character)
      }
    }.joined()
    return body.first == "." ? "\\&" + body : body
  }
}
