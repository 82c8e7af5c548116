/// Reads a file of `NAME=value`, as applications load into their environment; nothing is executed.
///
/// `${NAME}` is replaced when NAME stands above; otherwise, and with commands, the value is computed.
struct DotenvScript {
  /// What differs between the libraries.
  enum Dialect: Sendable {
    /// phpdotenv: a value with blanks needs quotes, and only `${NAME}` is replaced.
    case php
    /// The gem dotenv: `$NAME` is replaced as well.
    case ruby
  }

  private var cursor: OctetCursor
  private let dialect: Dialect
  private var script = LiteralScript()
  /// The values above, by their names.
  private var known: [String: String] = [:]

  /// What `octets` set: each name is a variable.
  static func read(_ octets: [UInt8], _ dialect: Dialect) -> LiteralScript {
    var reader = DotenvScript(cursor: OctetCursor(octets: octets), dialect: dialect)
    while !reader.cursor.isAtEnd { reader.line() }
    return reader.script
  }

  private init(cursor: OctetCursor, dialect: Dialect) {
    self.cursor = cursor
    self.dialect = dialect
  }

  private static let newline = UInt8(ascii: "\n")

  private mutating func line() {
    skipBlanks()
    guard let octet = cursor.peek(), octet != Self.newline, octet != UInt8(ascii: "#") else { return skipLine() }
    let start = cursor.offset
    var name = word()
    skipBlanks()
    if name == "export", cursor.peek() != UInt8(ascii: "=") {
      name = word()
      skipBlanks()
    }
    guard cursor.peek() == UInt8(ascii: "=") else {
      // A name alone is taken over from the environment.
      if name.isEmpty || cursor.peek().map({ $0 != Self.newline }) == true {
        script.fault(start, "this is no NAME=value")
      }
      return skipLine()
    }
    cursor.offset += 1
    skipBlanks()
    keep(name, value())
    skipLine()
  }

  private mutating func keep(_ name: String, _ literal: Literal) {
    guard !name.isEmpty, script.assignments.count < SettingsLimits.assignments else { return }
    if case .string(let text) = literal.value { known[name] = text } else { known[name] = nil }
    script.assignments.append(Assignment(variable: name, path: [], value: literal, isConditional: false))
  }

  private mutating func skipBlanks() { cursor.skip { !OctetCursor.isBlank($0) } }

  private mutating func skipLine() {
    cursor.skip { $0 == Self.newline }
    if !cursor.isAtEnd { cursor.offset += 1 }
  }

  private mutating func word() -> String {
    let start = cursor.offset
    cursor.skip { !OctetCursor.isNameStart($0) && !OctetCursor.isDigit($0) && $0 != UInt8(ascii: ".") }
    return cursor.text(start..<cursor.offset)
  }

  // MARK: Values

  private mutating func value() -> Literal {
    switch cursor.peek() {
    case UInt8(ascii: "'"): quoted(UInt8(ascii: "'"))
    case UInt8(ascii: "\""): quoted(UInt8(ascii: "\""))
    default: bare()
    }
  }

  /// A text in quotes, which may run over several lines; only double ones know `\n` and `${NAME}`.
  private mutating func quoted(_ quote: UInt8) -> Literal {
    let start = cursor.offset
    let isTemplate = quote == UInt8(ascii: "\"")
    var text = DotenvText(known: known, dialect: dialect)
    cursor.offset += 1
    while let octet = cursor.peek(), octet != quote {
      if octet == UInt8(ascii: "\\"), isTemplate {
        text.escape(&cursor)
      } else if isTemplate {
        text.take(&cursor)
      } else {
        text.octets.append(octet)
        cursor.offset += 1
      }
    }
    if cursor.isAtEnd {
      script.fault(start, "a text in quotes does not end")
    } else {
      cursor.offset += 1
      restOfLine()
    }
    return Literal(value: text.value, range: start..<cursor.offset)
  }

  /// What stands behind a closed quote, which may be a comment only.
  private mutating func restOfLine() {
    var rest = cursor
    rest.skip { !OctetCursor.isBlank($0) }
    guard let octet = rest.peek(), octet != Self.newline, octet != UInt8(ascii: "#") else { return }
    script.fault(rest.offset, "something stands behind the closing quote")
  }

  /// A text without quotes: `#` begins a comment, blanks at its end are left out.
  private mutating func bare() -> Literal {
    let start = cursor.offset
    var text = DotenvText(known: known, dialect: dialect)
    while let octet = cursor.peek(), octet != Self.newline, octet != UInt8(ascii: "#") { text.take(&cursor) }
    var end = cursor.offset
    while end > start, OctetCursor.isBlank(cursor.octets[end - 1]) { end -= 1 }
    while let last = text.octets.last, OctetCursor.isBlank(last) { text.octets.removeLast() }
    if dialect == .php, cursor.octets[start..<end].contains(where: OctetCursor.isBlank) {
      script.fault(start, "a value with blanks needs quotes")
    }
    return Literal(value: text.value, range: start..<end)
  }
}

/// The text of a value while it is read.
struct DotenvText {
  let known: [String: String]
  let dialect: DotenvScript.Dialect
  var octets: [UInt8] = []
  private var isComputed = false

  init(known: [String: String], dialect: DotenvScript.Dialect) {
    self.known = known
    self.dialect = dialect
  }

  /// The value: computed when a part of it is.
  var value: Literal.Value {
    isComputed || octets.count > SettingsLimits.insertedOctets
      ? .computed : .string(String(decoding: octets, as: UTF8.self))
  }

  /// `\n`, `\"` and so on.
  mutating func escape(_ cursor: inout OctetCursor) {
    TextEscape.read(&cursor, into: &octets, keepsBackslash: false)
  }

  /// One octet, or a name whose value is inserted.
  mutating func take(_ cursor: inout OctetCursor) {
    guard let octet = cursor.peek() else { return }
    let next = cursor.peek(1)
    guard octet == UInt8(ascii: "$"), let next else { return plain(octet, &cursor) }
    if next == UInt8(ascii: "{") { return braced(&cursor) }
    guard dialect == .ruby else { return plain(octet, &cursor) }
    if next == UInt8(ascii: "(") {
      isComputed = true
    } else if OctetCursor.isNameStart(next) {
      cursor.offset += 1
      return insert(cursor.name())
    }
    plain(octet, &cursor)
  }

  private mutating func plain(_ octet: UInt8, _ cursor: inout OctetCursor) {
    // A file may be one value; what is too long for a setting is not kept.
    if octets.count <= SettingsLimits.fileOctets { octets.append(octet) }
    cursor.offset += 1
  }

  /// `${NAME}`; with a default behind the name, the value is known only when NAME is.
  private mutating func braced(_ cursor: inout OctetCursor) {
    let start = cursor.offset
    cursor.offset += 2
    let name = cursor.name()
    cursor.skip { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\"") }
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.offset += 1
    } else {
      cursor.offset = max(cursor.offset, start + 1)
      isComputed = true
    }
    insert(name)
  }

  private mutating func insert(_ name: String) {
    guard let text = known[name], octets.count + text.utf8.count <= SettingsLimits.insertedOctets else {
      isComputed = true
      return
    }
    octets += text.utf8
  }
}
