extension JSON {
  /// The value as UTF-8, a line feed at its end.
  ///
  /// - Parameter isIndented: one member or element a line, indented by two blanks; otherwise all in one line.
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
      list("[", "]", values) { writer, element in writer.write(element) }
    case .object(let members):
      list("{", "}", members) { writer, member in
        writer.write(member.name)
        writer.octets += (isIndented ? ": " : ":").utf8
        writer.write(member.value)
      }
    }
  }

  private mutating func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    octets += open.utf8
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { octets.append(UInt8(ascii: ",")) }
      breakLine()
      write(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    octets += close.utf8
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    octets.append(UInt8(ascii: "\n"))
    octets += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  /// RFC 8259 §7, and beyond it every character that a terminal or an editor acts on instead of showing it.
  private mutating func write(_ text: String) {
    octets.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": octets += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\n": octets += "\\n".utf8
      case "\t": octets += "\\t".utf8
      case _ where scalar.isHarmless: octets += String(scalar).utf8
      default: for unit in String(scalar).utf16 { escape(unit) }
      }
    }
    octets.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16, uppercase: true)
    octets += "\\u".utf8
    octets += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    octets += digits.utf8
  }
}
