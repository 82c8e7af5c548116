/// A word of a programming language.
struct Token: Sendable, Hashable {
  /// What it is.
  let kind: Kind
  /// The octets that it takes.
  let range: Range<Int>

  /// The kinds that tell values apart; whatever else there is, is a sign.
  enum Kind: Sendable, Hashable {
    case name(String)
    case variable(String)
    case string(String)
    /// A text with something computed inside.
    case template
    case number(Int)
    case sign(String)
    /// The end of a line, where the language cares.
    case newline
  }
}

/// Reads octets of a file, one after the other.
struct OctetCursor {
  let octets: [UInt8]
  var offset = 0

  var isAtEnd: Bool { offset >= octets.count }

  func peek(_ distance: Int = 0) -> UInt8? {
    let place = offset + distance
    return place < octets.count ? octets[place] : nil
  }

  func starts(with text: StaticString) -> Bool {
    offset < octets.count && octets[offset...].starts(with: text.description.utf8)
  }

  /// Moves to the first octet that `isEnd`, or to the end of the file.
  mutating func skip(until isEnd: (UInt8) -> Bool) {
    while offset < octets.count, !isEnd(octets[offset]) { offset += 1 }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: octets[range], as: UTF8.self) }

  static func isNameStart(_ octet: UInt8) -> Bool {
    octet == UInt8(ascii: "_") || (octet | 0x20) >= UInt8(ascii: "a") && (octet | 0x20) <= UInt8(ascii: "z")
      || octet >= 0x80
  }

  static func isDigit(_ octet: UInt8) -> Bool { octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9") }

  static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 || octet == 0x0D || octet == 0x0C }

  /// The name at the cursor.
  mutating func name() -> String {
    let start = offset
    skip { !Self.isNameStart($0) && !Self.isDigit($0) }
    return text(start..<offset)
  }

  /// The number at the cursor, with `_` between its digits; nil for a fraction or a number that is too large.
  mutating func number() -> Int? {
    let start = offset
    skip { !Self.isDigit($0) && !Self.isNameStart($0) && $0 != UInt8(ascii: ".") }
    return Int(text(start..<offset).filter { $0 != "_" })
  }
}
