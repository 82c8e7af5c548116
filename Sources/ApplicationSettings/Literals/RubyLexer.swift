/// Cuts Ruby into words: comments are left out, texts are decoded, ends of lines stay.
struct RubyLexer: LiteralLexer {
  var cursor: OctetCursor
  var tokens: [Token] = []
  var faults: [(offset: Int, message: String)] = []
  /// The names of heredocs whose lines follow the current one.
  private var heredocs: [[UInt8]] = []

  /// Cuts `octets`.
  static func tokens(_ octets: [UInt8]) -> (tokens: [Token], faults: [(offset: Int, message: String)]) {
    var lexer = RubyLexer(cursor: OctetCursor(octets: octets))
    lexer.skipBlockComment()
    while !lexer.cursor.isAtEnd { lexer.next() }
    return (lexer.tokens, lexer.faults)
  }

  private init(cursor: OctetCursor) { self.cursor = cursor }

  private static let colon = UInt8(ascii: ":")

  private mutating func next() {
    guard let octet = cursor.peek() else { return }
    let start = cursor.offset
    switch octet {
    case Self.newline: endLine()
    case Self.backslash where cursor.peek(1) == Self.newline: cursor.offset += 2
    case _ where OctetCursor.isBlank(octet): cursor.offset += 1
    case UInt8(ascii: "#"): cursor.skip { $0 == Self.newline }
    case UInt8(ascii: "'"): singleQuoted()
    case UInt8(ascii: "\""), UInt8(ascii: "`"): doubleQuoted(octet)
    case UInt8(ascii: "<") where cursor.starts(with: "<<"): heredoc()
    case Self.colon where cursor.peek(1).map(OctetCursor.isNameStart) == true && !isBehindName:
      cursor.offset += 1
      let name = cursor.name()
      append(.string(name), start)
    case _ where OctetCursor.isDigit(octet): number()
    case _ where OctetCursor.isNameStart(octet): name()
    default: sign()
    }
  }

  /// Whether a name stands directly before the cursor, as in `key:value`.
  private var isBehindName: Bool {
    guard let last = tokens.last, case .name = last.kind else { return false }
    return last.range.upperBound == cursor.offset
  }

  static let keepsBackslash = false

  /// Whether a value is inserted here: `#{`.
  static func isInsertion(_ octet: UInt8, _ next: UInt8?) -> Bool {
    octet == UInt8(ascii: "#") && next == UInt8(ascii: "{")
  }

  static let signs: [StaticString] = ["||=", "===", "=>", "==", "!=", "=~", "+=", "<<", "::", "&&", "||"]

  private mutating func endLine() {
    cursor.offset += 1
    append(.newline, cursor.offset - 1)
    for name in heredocs {
      let body = HeredocBody.read(&cursor, until: name)
      if !body.isClosed { faults.append((cursor.octets.count, "a heredoc does not end")) }
    }
    heredocs = []
    skipBlockComment()
  }

  /// `=begin` to `=end`, each at the start of a line.
  private mutating func skipBlockComment() {
    guard cursor.starts(with: "=begin") else { return }
    while !cursor.isAtEnd, !cursor.starts(with: "=end") {
      cursor.skip { $0 == Self.newline }
      cursor.offset = min(cursor.offset + 1, cursor.octets.count)
    }
    cursor.skip { $0 == Self.newline }
  }

  /// `<<NAME`, `<<-NAME` and `<<~NAME`: the value counts as computed, its lines are passed over.
  private mutating func heredoc() {
    let start = cursor.offset
    var place = start + 2
    if let mark = cursor.peek(2), mark == UInt8(ascii: "~") || mark == UInt8(ascii: "-") { place += 1 }
    if let quote = cursor.peek(place - start), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") { place += 1 }
    guard place < cursor.octets.count, OctetCursor.isNameStart(cursor.octets[place]) else { return sign() }
    cursor.offset = place
    heredocs.append(Array(cursor.name().utf8))
    if let quote = cursor.peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") { cursor.offset += 1 }
    append(.template, start)
  }
}
