/// Reads a JSON file (RFC 8259) as data: each name of the outermost object is a variable. An array at the outside is the
/// variable called "".
///
/// A fault ends the reading; what stands before it was read.
struct JSONScript {
  private var cursor: OctetCursor
  private var script = LiteralScript()
  private let wanted: Set<String>
  private var isBroken = false
  private var left = SettingsLimits.values

  /// What `octets` say of the names in `wanted`, in the outermost object or in the objects of the outermost array; all
  /// others are passed over, since exports may hold every user.
  static func read(_ octets: [UInt8], keeping wanted: Set<String>) -> LiteralScript {
    var reader = JSONScript(cursor: OctetCursor(octets: octets), wanted: wanted)
    reader.file()
    return reader.script
  }

  private init(cursor: OctetCursor, wanted: Set<String>) {
    self.cursor = cursor
    self.wanted = wanted
  }

  private mutating func file() {
    if cursor.octets.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.offset = 3 }
    guard let first = peek() else { return }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return fault("the file does not begin with { or [")
    }
    let whole = value(depth: 0, isFiltered: true)
    if case .list(let entries) = whole.value, first == UInt8(ascii: "{") {
      script.assignments = entries.prefix(SettingsLimits.assignments).map {
        Assignment(variable: $0.key ?? "", path: [], value: $0.value, isConditional: false)
      }
    } else {
      script.assignments = [Assignment(variable: "", path: [], value: whole, isConditional: false)]
    }
    if !isBroken, peek() != nil { fault("text stands behind the end") }
  }

  private mutating func value(depth: Int, isFiltered: Bool = false) -> Literal {
    guard let octet = peek() else {
      fault("a value is missing at the end of the file")
      return Literal(value: .missing, range: cursor.offset..<cursor.offset)
    }
    let start = cursor.offset
    left -= 1
    if depth >= SettingsLimits.depth || left <= 0 {
      skipValue()
      return Literal(value: .computed, range: start..<cursor.offset)
    }
    let value: Literal.Value
    switch octet {
    case UInt8(ascii: "{"): value = .list(members(depth: depth, isFiltered: isFiltered))
    case UInt8(ascii: "["): value = .list(elements(depth: depth, isFiltered: isFiltered))
    case UInt8(ascii: "\""): value = string().map { TemplateText.isTemplate($0) ? .computed : .string($0) } ?? .missing
    default: value = word()
    }
    return Literal(value: value, range: start..<max(start, cursor.offset))
  }

  private mutating func members(depth: Int, isFiltered: Bool) -> [Literal.Entry] {
    var entries: [Literal.Entry] = []
    let start = cursor.offset
    cursor.offset += 1
    if take("}") { return entries }
    repeat {
      guard peek() == UInt8(ascii: "\"") else {
        fault(peek() == nil ? "an object that begins here does not end" : "a name in quotes is missing here", at: start)
        return entries
      }
      guard let name = string() else { return entries }
      guard take(":") else {
        fault("a colon is missing behind a name")
        return entries
      }
      if isFiltered, !wanted.contains(name) {
        skipValue()
      } else {
        entries.append(Literal.Entry(key: name, value: value(depth: depth + 1)))
      }
    } while !isBroken && take(",")
    if !isBroken, !take("}") { fault("a comma or } is missing here", at: start) }
    return entries
  }

  private mutating func elements(depth: Int, isFiltered: Bool) -> [Literal.Entry] {
    var entries: [Literal.Entry] = []
    let start = cursor.offset
    cursor.offset += 1
    if take("]") { return entries }
    repeat {
      entries.append(Literal.Entry(key: nil, value: value(depth: depth + 1, isFiltered: isFiltered && depth == 0)))
    } while !isBroken && take(",")
    if !isBroken, !take("]") { fault("a comma or ] is missing here", at: start) }
    return entries
  }

  private mutating func word() -> Literal.Value {
    let start = cursor.offset
    cursor.skip { !OctetCursor.isNameStart($0) && !OctetCursor.isDigit($0) && !"+-.".utf8.contains($0) }
    let text = cursor.text(start..<cursor.offset)
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default:
      if let number = Int(text) { return .number(number) }
      if Double(text) != nil { return .string(text) }
      cursor.offset = start
      fault("no value of JSON stands here")
      return .missing
    }
  }
}

extension JSONScript {
  /// The text in quotes at the cursor; nil after a fault.
  private mutating func string() -> String? {
    let start = cursor.offset
    var octets: [UInt8] = []
    cursor.offset += 1
    while let octet = cursor.peek(), octet != UInt8(ascii: "\"") {
      if octet < 0x20 { break }
      guard octet == UInt8(ascii: "\\") else {
        octets.append(octet)
        cursor.offset += 1
        continue
      }
      guard let scalar = JSONEscape.read(&cursor) else {
        fault("JSON knows no such sign behind a backslash")
        return nil
      }
      octets += Array(String(scalar).utf8)
    }
    guard cursor.peek() == UInt8(ascii: "\"") else {
      fault("a text in quotes does not end on its line", at: start)
      return nil
    }
    cursor.offset += 1
    return String(decoding: octets, as: UTF8.self)
  }

  /// Moves behind the value at the cursor and keeps nothing of it.
  private mutating func skipValue() {
    let start = cursor.offset
    var depth = 0
    while !isBroken, let octet = peek() {
      switch octet {
      case UInt8(ascii: "\""): _ = string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        cursor.offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what lies around a missing value.
        if depth == 0 { return fault("a value is missing here") }
        depth -= 1
        cursor.offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return fault("a value is missing here") }
        cursor.offset += 1
        continue
      default: _ = word()
      }
      if depth == 0 { return }
    }
    if !isBroken { fault("a list or an object that begins here does not end", at: start) }
  }

  private mutating func peek() -> UInt8? {
    cursor.skip { !OctetCursor.isBlank($0) && $0 != UInt8(ascii: "\n") }
    return cursor.peek()
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let octet = peek(), UInt32(octet) == sign.value else { return false }
    cursor.offset += 1
    return true
  }

  /// Tells the fault at the cursor; at the end of the file, at what `start` began.
  private mutating func fault(_ message: String, at start: Int? = nil) {
    if isBroken { return }
    isBroken = true
    script.fault(
      start.map { cursor.isAtEnd || cursor.peek() == UInt8(ascii: "\n") ? $0 : cursor.offset } ?? cursor.offset, message
    )
    cursor.offset = cursor.octets.count
  }
}

/// What a backslash means in JSON, RFC 8259 §7.
enum JSONEscape {
  /// The sign at the cursor, which moves behind it; half a pair of surrogates is the replacement character.
  static func read(_ cursor: inout OctetCursor) -> Unicode.Scalar? {
    guard let next = cursor.peek(1) else { return nil }
    if next == UInt8(ascii: "u") { return unicode(&cursor) }
    guard let scalar = plain[next] else { return nil }
    cursor.offset += 2
    return scalar
  }

  private static let plain: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/"
  ]

  private static func unicode(_ cursor: inout OctetCursor) -> Unicode.Scalar? {
    guard let first = unit(cursor, at: 2) else { return nil }
    cursor.offset += 6
    guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard cursor.starts(with: "\\u"), let second = unit(cursor, at: 2), 0xDC00...0xDFFF ~= second else {
      return "\u{FFFD}"
    }
    cursor.offset += 6
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private static func unit(_ cursor: OctetCursor, at distance: Int) -> UInt32? {
    let start = cursor.offset + distance
    guard start + 4 <= cursor.octets.count else { return nil }
    let digits = cursor.octets[start..<start + 4]
    guard digits.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
