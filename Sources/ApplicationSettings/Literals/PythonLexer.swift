/// Cuts Python into words: comments are left out, texts are decoded, ends of lines stay, except in brackets.
struct PythonLexer: LiteralLexer {
  var cursor: OctetCursor
  var tokens: [Token] = []
  var faults: [(offset: Int, message: String)] = []
  /// Brackets that are open.
  private var depth = 0

  /// Cuts `octets`.
  static func tokens(_ octets: [UInt8]) -> (tokens: [Token], faults: [(offset: Int, message: String)]) {
    var lexer = PythonLexer(cursor: OctetCursor(octets: octets))
    while !lexer.cursor.isAtEnd { lexer.next() }
    return (lexer.tokens, lexer.faults)
  }

  private init(cursor: OctetCursor) { self.cursor = cursor }

  private static let (quote, mark) = (UInt8(ascii: "\""), UInt8(ascii: "'"))

  private mutating func next() {
    guard let octet = cursor.peek() else { return }
    switch octet {
    case Self.newline:
      cursor.offset += 1
      if depth == 0 { append(.newline, cursor.offset - 1) }
    case Self.backslash where cursor.peek(1) == Self.newline: cursor.offset += 2
    case _ where OctetCursor.isBlank(octet): cursor.offset += 1
    case UInt8(ascii: "#"): cursor.skip { $0 == Self.newline }
    case Self.mark, Self.quote: quoted(isRaw: false, isTemplate: false, from: cursor.offset)
    case _ where OctetCursor.isDigit(octet): number()
    case _ where OctetCursor.isNameStart(octet): word()
    default: bracketOrSign(octet)
    }
  }

  private mutating func bracketOrSign(_ octet: UInt8) {
    if "([{".utf8.contains(octet) { depth += 1 }
    if ")]}".utf8.contains(octet) { depth = max(0, depth - 1) }
    sign()
  }

  /// A name, or the letters in front of a text: `r''`, `b""`, `f''`.
  private mutating func word() {
    let start = cursor.offset
    let name = cursor.name()
    if isAssigned(name, from: start) {
      // Brackets that were not closed end in front of a setting.
      if depth > 0 { tokens.append(Token(kind: .newline, range: start..<start)) }
      depth = 0
      return append(.variable(name), start)
    }
    guard let next = cursor.peek(), next == Self.mark || next == Self.quote, name.count < 3 else {
      return append(.name(name), start)
    }
    let letters = name.lowercased()
    guard letters.allSatisfy({ "rbfu".contains($0) }) else { return append(.name(name), start) }
    quoted(isRaw: letters.contains("r"), isTemplate: letters.contains("f"), from: start)
  }

  /// Whether `name` is that of a setting, in capitals, at the start of a line and in front of `=`.
  private func isAssigned(_ name: String, from start: Int) -> Bool {
    guard start == 0 || cursor.octets[start - 1] == Self.newline else { return false }
    guard name.utf8.allSatisfy({ ($0 | 0x20) == $0 ? !OctetCursor.isNameStart($0) || $0 == UInt8(ascii: "_") : true })
    else { return false }
    var place = cursor.offset
    while place < cursor.octets.count, OctetCursor.isBlank(cursor.octets[place]) { place += 1 }
    guard place < cursor.octets.count, cursor.octets[place] == UInt8(ascii: "=") else { return false }
    return place + 1 == cursor.octets.count || cursor.octets[place + 1] != UInt8(ascii: "=")
  }

  static let keepsBackslash = true
  static let signs: [StaticString] = ["**", "//", "==", "!=", "<=", ">=", "+=", "-=", ":=", "->", "|="]
  static func isInsertion(_ octet: UInt8, _ next: UInt8?) -> Bool { octet == UInt8(ascii: "{") }

  /// A text in one or three quotes.
  private mutating func quoted(isRaw: Bool, isTemplate: Bool, from start: Int) {
    guard let quote = cursor.peek() else { return }
    let isLong = cursor.peek(1) == quote && cursor.peek(2) == quote
    cursor.offset += isLong ? 3 : 1
    var (text, hasInsertion): ([UInt8], Bool) = ([], false)
    while let octet = cursor.peek(), !isEnd(quote, isLong) {
      if octet == Self.newline, !isLong { break }
      if octet == Self.backslash {
        backslash(isRaw, &text)
        continue
      }
      hasInsertion = hasInsertion || isTemplate && Self.isInsertion(octet, nil)
      text.append(octet)
      cursor.offset += 1
    }
    if isEnd(quote, isLong) {
      cursor.offset += isLong ? 3 : 1
    } else {
      faults.append((start, "a text in quotes does not end"))
    }
    append(hasInsertion ? .template : .string(String(decoding: text, as: UTF8.self)), start)
  }

  private func isEnd(_ quote: UInt8, _ isLong: Bool) -> Bool {
    cursor.peek() == quote && (!isLong || cursor.peek(1) == quote && cursor.peek(2) == quote)
  }

  private mutating func backslash(_ isRaw: Bool, _ text: inout [UInt8]) {
    if !isRaw, let next = cursor.peek(1), next == Self.newline || next == Self.mark {
      if next == Self.mark { text.append(next) }
      cursor.offset += 2
    } else if isRaw {
      text.append(Self.backslash)
      cursor.offset += 1
      guard let next = cursor.peek() else { return }
      text.append(next)
      cursor.offset += 1
    } else {
      TextEscape.read(&cursor, into: &text, keepsBackslash: Self.keepsBackslash)
    }
  }
}
