/// Reads one JSON object (RFC 8259), member by member, and keeps strings, numbers and words; what is nested is passed
/// over.
struct FlatJSONReader {
  private let text: [UInt8]
  private var position = 0
  private var phase = Phase.start

  private enum Phase { case start, members, done, broken }

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Whether the whole text was one object.
  var isComplete: Bool { phase == .done }

  /// The next member with a plain value; nil at the end, or where the text is no JSON.
  mutating func nextMember() -> (name: String, value: String)? {
    while phase == .start || phase == .members {
      guard let name = nextName() else { return nil }
      skipBlanks()
      switch peek {
      case UInt8(ascii: "\"")?:
        guard let value = string() else { return fail() }
        return (name, value)
      case UInt8(ascii: "{")?, UInt8(ascii: "[")?: if !skipNested() { return fail() }
      default:
        guard let value = word() else { return fail() }
        return (name, value)
      }
    }
    return nil
  }

  private mutating func fail() -> (name: String, value: String)? {
    phase = .broken
    return nil
  }

  /// Reads up to the colon of the next member; nil when there is none.
  private mutating func nextName() -> String? {
    skipBlanks()
    if phase == .start, !take("{") { return broken() }
    skipBlanks()
    if take("}") { return end() }
    if phase == .members, !take(",") { return broken() }
    phase = .members
    skipBlanks()
    guard let name = string() else { return broken() }
    skipBlanks()
    return take(":") ? name : broken()
  }

  private mutating func broken() -> String? {
    phase = .broken
    return nil
  }

  private mutating func end() -> String? {
    skipBlanks()
    phase = position == text.count ? .done : .broken
    return nil
  }
}

extension FlatJSONReader {
  private var peek: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next = peek, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let next = peek, [0x20, 0x09, 0x0A, 0x0D].contains(next) { position += 1 }
  }

  /// A string, cut to a sensible length.
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var octets: [UInt8] = []
    while let next = peek {
      position += 1
      switch next {
      case UInt8(ascii: "\""): return String(decoding: octets.prefix(SASLLimits.reportOctets), as: UTF8.self)
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        guard let escaped = escape() else { return nil }
        octets += Array(String(escaped).utf8)
      default: octets.append(next)
      }
    }
    return nil
  }

  /// RFC 8259 §7. Half of a pair of surrogates becomes the replacement character.
  private mutating func escape() -> Unicode.Scalar? {
    guard let next = peek else { return nil }
    position += 1
    switch next {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(next)
    case UInt8(ascii: "u"):
      let digits = text[position...].prefix(4)
      guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      position += 4
      return Unicode.Scalar(value) ?? "\u{FFFD}"
    default: return nil
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() -> String? {
    let start = position
    while let next = peek, Self.isWordPart(next) { position += 1 }
    let octets = text[start..<position]
    return octets.isEmpty ? nil : String(decoding: octets.prefix(SASLLimits.reportOctets), as: UTF8.self)
  }

  private static func isWordPart(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// Passes an array or an object over; false when it does not end, or is nested too deep.
  private mutating func skipNested() -> Bool {
    var depth = 0
    while let next = peek {
      switch next {
      case UInt8(ascii: "\""): if string() == nil { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
        if depth > SASLLimits.reportDepth { return false }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
        if depth == 0 { return true }
      default: position += 1
      }
    }
    return false
  }
}
