/// What PHP and Ruby have in common when they are cut into words.
protocol LiteralLexer {
  /// Where the lexer stands.
  var cursor: OctetCursor { get set }
  /// The words so far.
  var tokens: [Token] { get set }
  /// What is wrong, and where.
  var faults: [(offset: Int, message: String)] { get set }
  /// Signs of more than one octet, the longer ones first.
  static var signs: [StaticString] { get }
  /// Whether a backslash in double quotes stands before signs that it does not change.
  static var keepsBackslash: Bool { get }
  /// Whether a value is inserted into a text here.
  static func isInsertion(_ octet: UInt8, _ next: UInt8?) -> Bool
}

extension LiteralLexer {
  static var newline: UInt8 { UInt8(ascii: "\n") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }

  mutating func append(_ kind: Token.Kind, _ start: Int) {
    tokens.append(Token(kind: kind, range: start..<cursor.offset))
  }

  mutating func number() {
    let start = cursor.offset
    let number = cursor.number()
    append(number.map { .number($0) } ?? .string(cursor.text(start..<cursor.offset)), start)
  }

  mutating func name() {
    let start = cursor.offset
    let name = cursor.name()
    append(.name(name), start)
  }

  mutating func sign() {
    let start = cursor.offset
    for sign in Self.signs where cursor.starts(with: sign) {
      cursor.offset += sign.utf8CodeUnitCount
      return append(.sign("\(sign)"), start)
    }
    cursor.offset += 1
    append(.sign(cursor.text(start..<start + 1)), start)
  }

  mutating func singleQuoted() {
    let start = cursor.offset
    var text: [UInt8] = []
    cursor.offset += 1
    while let octet = cursor.peek(), octet != UInt8(ascii: "'") {
      let next = cursor.peek(1)
      let isEscape = octet == Self.backslash && (next == UInt8(ascii: "'") || next == Self.backslash)
      text.append(isEscape ? next ?? octet : octet)
      cursor.offset += isEscape ? 2 : 1
    }
    close(start)
    append(.string(String(decoding: text, as: UTF8.self)), start)
  }

  /// A text in double quotes, or a command in back quotes, whose value nobody knows.
  mutating func doubleQuoted(_ quote: UInt8) {
    let start = cursor.offset
    var text: [UInt8] = []
    var isTemplate = quote == UInt8(ascii: "`")
    cursor.offset += 1
    while let octet = cursor.peek(), octet != quote {
      if octet == Self.backslash {
        TextEscape.read(&cursor, into: &text, keepsBackslash: Self.keepsBackslash)
        continue
      }
      isTemplate = isTemplate || Self.isInsertion(octet, cursor.peek(1))
      text.append(octet)
      cursor.offset += 1
    }
    close(start)
    append(isTemplate ? .template : .string(String(decoding: text, as: UTF8.self)), start)
  }

  private mutating func close(_ start: Int) {
    if cursor.isAtEnd {
      faults.append((start, "a text in quotes does not end"))
    } else {
      cursor.offset += 1
    }
  }
}
