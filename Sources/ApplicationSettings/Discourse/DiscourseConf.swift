/// Reads `discourse.conf`: lines of `smtp_address = value`, which stand for the same as `DISCOURSE_SMTP_ADDRESS` in the
/// environment. Ruby between `<%` and `%>` is not executed: such a value is computed.
struct DiscourseConf {
  private var cursor: OctetCursor
  private var script = LiteralScript()

  /// What `octets` set, as elements of `env` under the names of the environment.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    var reader = DiscourseConf(cursor: OctetCursor(octets: octets))
    while !reader.cursor.isAtEnd { reader.line() }
    return reader.script
  }

  /// The name in `discourse.conf` of a variable of the environment.
  static func name(_ variable: String) -> String {
    (variable.hasPrefix("DISCOURSE_") ? String(variable.dropFirst(10)) : variable).lowercased()
  }

  private init(cursor: OctetCursor) { self.cursor = cursor }

  private static let newline = UInt8(ascii: "\n")

  private mutating func line() {
    cursor.skip { !OctetCursor.isBlank($0) }
    let start = cursor.offset
    let name = cursor.name()
    cursor.skip { !OctetCursor.isBlank($0) }
    if cursor.peek() == UInt8(ascii: "=") {
      cursor.offset += 1
      cursor.skip { !OctetCursor.isBlank($0) }
      keep(name, value())
    } else if let octet = cursor.octets.dropFirst(start).first, octet != Self.newline, octet != UInt8(ascii: "#") {
      script.fault(start, "this is no name = value")
    }
    cursor.skip { $0 == Self.newline }
    if !cursor.isAtEnd { cursor.offset += 1 }
  }

  private mutating func keep(_ name: String, _ value: Literal) {
    guard !name.isEmpty, script.assignments.count < SettingsLimits.assignments else { return }
    script.assignments.append(
      Assignment(variable: "env", path: ["DISCOURSE_" + name.uppercased()], value: value, isConditional: false))
  }

  /// A text in quotes of one line, or what stands before `#`.
  private mutating func value() -> Literal {
    let start = cursor.offset
    if let quote = cursor.peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      var end = cursor
      end.offset += 1
      end.skip { $0 == quote || $0 == Self.newline }
      if end.peek() == quote {
        cursor.offset = end.offset + 1
        return literal(cursor.text(start + 1..<end.offset), start..<cursor.offset)
      }
    }
    cursor.skip { $0 == UInt8(ascii: "#") || $0 == Self.newline }
    var end = cursor.offset
    while end > start, OctetCursor.isBlank(cursor.octets[end - 1]) { end -= 1 }
    return literal(cursor.text(start..<end), start..<end)
  }

  private func literal(_ text: String, _ range: Range<Int>) -> Literal {
    Literal(value: text.contains("<%") ? .computed : text.isEmpty ? .null : .string(text), range: range)
  }
}

extension SettingsFile {
  /// Whether it is `discourse.conf`, by its name or by its first setting of mail.
  var isDiscourseConf: Bool {
    if baseName.hasSuffix(".conf") { return true }
    if baseName.hasSuffix(".yml") || baseName.hasSuffix(".yaml") { return false }
    return octets.split(separator: UInt8(ascii: "\n")).contains { line in
      line.starts(with: "smtp_".utf8) && line.contains(UInt8(ascii: "="))
    }
  }
}
