extension JSON {
  /// The value as UTF-8, a line feed at its end: one member or element a line, indented by two blanks, or, unless
  /// `isIndented`, all in one line.
  public func octets(isIndented: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isIndented: isIndented)
    writer.write(self)
    return writer.octets + [UInt8(ascii: "\n")]
  }
}

/// Puts values in writing.
private struct JSONWriter {
  let isIndented: Bool
  var octets: [UInt8] = []
  var depth = 0

  init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: octets += "null".utf8
    case .boolean(let flag): octets += (flag ? "true" : "false").utf8
    case .number(let number): octets += String(number).utf8
    case .string(let text): write(text)
    case .array(let values):
      open("[")
      for (index, element) in values.enumerated() {
        separate(index)
        write(element)
      }
      close("]", isEmpty: values.isEmpty)
    case .object(let members):
      open("{")
      for (index, member) in members.enumerated() {
        separate(index)
        write(member.name)
        octets += (isIndented ? ": " : ":").utf8
        write(member.value)
      }
      close("}", isEmpty: members.isEmpty)
    }
  }

  private mutating func open(_ bracket: String) {
    octets += bracket.utf8
    depth += 1
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { octets.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func close(_ bracket: String, isEmpty: Bool) {
    depth -= 1
    if !isEmpty { breakLine() }
    octets += bracket.utf8
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    octets.append(UInt8(ascii: "\n"))
    octets += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  /// RFC 8259 §7, and beyond it every character that a terminal or an editor acts on instead of showing it.
  private mutating func write(_ text: String) {
    octets.append(UInt8(ascii: "\""))
    // Nearly all texts are harmless ASCII throughout, and are copied as they are.
    if Self.isPlain(text) {
      octets += text.utf8
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    octets.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ text: String) -> Bool {
    let span = text.utf8.span
    for index in span.indices where !isPlain(span[index]) { return false }
    return true
  }

  /// Whether an octet stands for itself: printable ASCII, no quote and no backslash.
  private static func isPlain(_ octet: UInt8) -> Bool {
    (0x20...0x7E).contains(octet) && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      octets.append(UInt8(ascii: "\\"))
      octets.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": octets += "\\n".utf8
    case "\t": octets += "\\t".utf8
    case _ where scalar.isASCII && scalar.isHarmless: octets.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where scalar.isHarmless: octets += String(scalar).utf8
    default: for unit in String(scalar).utf16 { escape(unit) }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16, uppercase: true)
    octets += "\\u".utf8
    octets += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    octets += digits.utf8
  }
}
