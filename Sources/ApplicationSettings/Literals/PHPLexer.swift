/// Cuts PHP into words: comments are left out, texts are decoded.
struct PHPLexer: LiteralLexer {
  var cursor: OctetCursor
  var tokens: [Token] = []
  var faults: [(offset: Int, message: String)] = []

  /// Cuts `octets`; a file without `<?` is read as PHP from its first octet, since examples are pasted so.
  static func tokens(_ octets: [UInt8]) -> (tokens: [Token], faults: [(offset: Int, message: String)]) {
    var lexer = PHPLexer(cursor: OctetCursor(octets: octets))
    if octets.indices.contains(where: { octets[$0] == lessThan && $0 + 1 < octets.count && octets[$0 + 1] == question })
    {
      lexer.skipPage()
    }
    while !lexer.cursor.isAtEnd { lexer.next() }
    return (lexer.tokens, lexer.faults)
  }

  private init(cursor: OctetCursor) { self.cursor = cursor }

  private static let lessThan = UInt8(ascii: "<")
  private static let question = UInt8(ascii: "?")
  private static let dollar = UInt8(ascii: "$")

  /// Skips what stands outside of PHP.
  private mutating func skipPage() {
    while !cursor.isAtEnd {
      if cursor.starts(with: "<?php") {
        cursor.offset += 5
        return
      }
      if cursor.starts(with: "<?") {
        cursor.offset += cursor.starts(with: "<?=") ? 3 : 2
        return
      }
      cursor.offset += 1
    }
  }

  private mutating func next() {
    guard let octet = cursor.peek() else { return }
    let start = cursor.offset
    switch octet {
    case Self.newline: cursor.offset += 1
    case _ where OctetCursor.isBlank(octet): cursor.offset += 1
    case UInt8(ascii: "#"): skipComment()
    case UInt8(ascii: "/") where cursor.peek(1) == UInt8(ascii: "/"): skipComment()
    case UInt8(ascii: "/") where cursor.peek(1) == UInt8(ascii: "*"): skipBlockComment()
    case Self.question where cursor.peek(1) == UInt8(ascii: ">"):
      cursor.offset += 2
      append(.sign(";"), start)
      skipPage()
    case UInt8(ascii: "'"): singleQuoted()
    case UInt8(ascii: "\""), UInt8(ascii: "`"): doubleQuoted(octet)
    case Self.dollar: variable()
    case Self.lessThan where cursor.starts(with: "<<<"): heredoc()
    case _ where OctetCursor.isDigit(octet): number()
    case _ where OctetCursor.isNameStart(octet): name()
    default: sign()
    }
  }

  private mutating func skipComment() {
    while let octet = cursor.peek(), octet != Self.newline, !cursor.starts(with: "?>") { cursor.offset += 1 }
  }

  private mutating func skipBlockComment() {
    let start = cursor.offset
    cursor.offset += 2
    while !cursor.isAtEnd, !cursor.starts(with: "*/") { cursor.offset += 1 }
    if cursor.isAtEnd { faults.append((start, "a comment that begins with /* does not end")) }
    cursor.offset = min(cursor.offset + 2, cursor.octets.count)
  }

  private mutating func variable() {
    let start = cursor.offset
    cursor.offset += 1
    let name = cursor.name()
    append(name.isEmpty ? .sign("$") : .variable("$" + name), start)
  }

  static let keepsBackslash = true
  static let signs: [StaticString] = [
    "===", "!==", "??=", "...", "=>", "==", "!=", ".=", "+=", "-=", "->", "::", "??", "&&", "||"
  ]

  /// Whether a variable begins here inside of a text: `$name`, `${` or `{$`.
  static func isInsertion(_ octet: UInt8, _ next: UInt8?) -> Bool {
    guard let next else { return false }
    if octet == dollar { return OctetCursor.isNameStart(next) || next == UInt8(ascii: "{") }
    return octet == UInt8(ascii: "{") && next == dollar
  }

  /// `<<<NAME`, `<<<"NAME"` and `<<<'NAME'`: the lines up to the one that begins with NAME.
  private mutating func heredoc() {
    let start = cursor.offset
    cursor.offset += 3
    cursor.skip { !OctetCursor.isBlank($0) }
    let quote = cursor.peek().flatMap { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") ? $0 : nil }
    if quote != nil { cursor.offset += 1 }
    let name = Array(cursor.name().utf8)
    guard !name.isEmpty else {
      cursor.offset = start + 3
      return append(.sign("<<<"), start)
    }
    cursor.skip { $0 == Self.newline }
    cursor.offset = min(cursor.offset + 1, cursor.octets.count)
    let body = HeredocBody.read(&cursor, until: name)
    if !body.isClosed { faults.append((start, "a heredoc does not end")) }
    let isLiteral = quote == UInt8(ascii: "'")
    let hasInsertion = body.octets.indices.contains {
      Self.isInsertion(body.octets[$0], $0 + 1 < body.octets.count ? body.octets[$0 + 1] : nil)
    }
    append(hasInsertion && !isLiteral ? .template : .string(String(decoding: body.octets, as: UTF8.self)), start)
  }
}
