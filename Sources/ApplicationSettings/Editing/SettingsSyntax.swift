/// How a kind of file writes settings.
struct SettingsSyntax: Sendable {
  /// Reads a file of the kind.
  let read: @Sendable ([UInt8]) -> LiteralScript
  /// A value as it stands behind the name; nil for one that the kind of file cannot hold.
  let literal: @Sendable (SettingAssignment.Value) -> String?
  /// The lines that set one setting, without their end; nil when the value cannot be written.
  let line: @Sendable (SettingAssignment) -> String?
  /// Whether the file is a program: what stands in a comment, a text or a condition of it is no setting.
  var isCode = false
  /// The lines of a new file.
  var block: (@Sendable ([SettingAssignment]) -> [String])?
  /// How an element of a list stands on lines of its own.
  var members: [MemberStyle] = []
  /// How a setting stands in the line of its neighbours, as one word of several.
  var word: (@Sendable (SettingAssignment) -> String)?
  /// Whether a text may stand without quotes.
  var allowsBare = false
  /// A value of which the file takes a part for a comment, between quotes that keep it; nil where none do.
  var kept: (@Sendable (String) -> String?)?
  /// Whether a name that is there may stand once more, with other settings below it.
  var repeatsBlocks = true
  /// The first line of a new file, when it needs one.
  var opening: String?
  /// What ends a file early: nothing may be written behind it.
  var closing: String?

  /// An element of a list: how its line begins, and what it is.
  struct MemberStyle: Sendable {
    /// The text in front of the value, for a key.
    let mark: @Sendable (String) -> String
    /// The lines for a path and a value as it is written.
    let lines: @Sendable (ArraySlice<String>, String) -> [String]?
  }

  /// The lines of a whole new file.
  func lines(_ all: [SettingAssignment]) -> [String] { block?(all) ?? all.compactMap(line) }

  /// `value` in the place of `old`, between the same quotes when it can stand there.
  func literal(_ value: SettingAssignment.Value, inPlaceOf old: ArraySlice<UInt8>) -> String? {
    guard case .text(let text) = value, text.allSatisfy(Self.isPlain), let first = old.first, let last = old.last else {
      return literal(value)
    }
    let quotes = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
    if old.count > 1, first == last, let quote = quotes.first(where: { $0 == first }) {
      let sign = String(decoding: [quote], as: UTF8.self)
      return sign + text + sign
    }
    return allowsBare && text.first?.isLetter == true ? text : literal(value)
  }

  /// Signs that mean nothing else in any kind of file.
  static func isPlain(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isLetter || sign.isNumber || ".-_@+".contains(sign))
  }

  /// Where the last line of a file may be written.
  func end(of octets: [UInt8]) -> Int {
    let blank = octets.reversed().prefix {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ")
    }
    let text = octets.dropLast(blank.count)
    guard let closing, text.count >= closing.utf8.count, text.suffix(closing.utf8.count).elementsEqual(closing.utf8)
    else { return octets.count }
    return text.count - closing.utf8.count
  }
}

extension SettingAssignment.Value {
  /// A text in single quotes, a number, or a word for true and false.
  func quoted(yes: String = "true", no: String = "false") -> String {
    switch self {
    case .text(let text) where Self.isSymbol(text): text
    // By scalars: a quote with a mark above it is one character, and still a quote.
    case .text(let text):
      "'" + text.unicodeScalars.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
    case .number(let number): String(number)
    case .flag(let flag): flag ? yes : no
    }
  }

  /// Whether a text is a symbol of Ruby, such as `:smtp`; no other setting begins with a colon.
  static func isSymbol(_ text: String) -> Bool {
    text.hasPrefix(":") && text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
  }

  /// The text itself.
  func bare(yes: String = "true", no: String = "false") -> String {
    if case .text(let text) = self { return text }
    return quoted(yes: yes, no: no)
  }
}
