/// The lines of a heredoc, with the indentation of its end taken away.
struct HeredocBody {
  let octets: [UInt8]
  let isClosed: Bool

  /// Reads lines until one begins, after blanks, with `name`, and leaves the cursor behind that name.
  static func read(_ cursor: inout OctetCursor, until name: [UInt8]) -> HeredocBody {
    var lines: [ArraySlice<UInt8>] = []
    while !cursor.isAtEnd {
      let start = cursor.offset
      cursor.skip { !OctetCursor.isBlank($0) }
      let indentation = cursor.offset - start
      if ends(cursor, name) {
        cursor.offset += name.count
        return HeredocBody(octets: joined(lines, without: indentation), isClosed: true)
      }
      cursor.skip { $0 == UInt8(ascii: "\n") }
      lines.append(cursor.octets[start..<cursor.offset])
      if !cursor.isAtEnd { cursor.offset += 1 }
    }
    return HeredocBody(octets: joined(lines, without: 0), isClosed: false)
  }

  private static func ends(_ cursor: OctetCursor, _ name: [UInt8]) -> Bool {
    let end = cursor.offset + name.count
    guard end <= cursor.octets.count, cursor.octets[cursor.offset..<end].elementsEqual(name) else { return false }
    return end == cursor.octets.count
      || !OctetCursor.isNameStart(cursor.octets[end]) && !OctetCursor.isDigit(cursor.octets[end])
  }

  private static func joined(_ lines: [ArraySlice<UInt8>], without indentation: Int) -> [UInt8] {
    var result: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { result.append(UInt8(ascii: "\n")) }
      let blanks = line.prefix { OctetCursor.isBlank($0) }.count
      result += line.dropFirst(min(indentation, blanks))
    }
    if result.last == UInt8(ascii: "\r") { result.removeLast() }
    return result
  }
}

/// What a backslash means inside of double quotes.
enum TextEscape {
  /// `\n`, `\t`, `\x41` and so on. Before any other sign the backslash stands where the language keeps it (PHP), unless it
  /// is `$`, `\` or `"`.
  static func read(_ cursor: inout OctetCursor, into text: inout [UInt8], keepsBackslash: Bool) {
    let next = cursor.peek(1)
    if next == UInt8(ascii: "x"), let value = hexadecimal(cursor) {
      text.append(value.octet)
      cursor.offset += value.length
      return
    }
    cursor.offset += next == nil ? 1 : 2
    if let next, let plain = controls[next] { return text.append(plain) }
    if keepsBackslash, next.map({ !"$\\\"".utf8.contains($0) }) ?? true { text.append(UInt8(ascii: "\\")) }
    if let next { text.append(next) }
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "e"): 0x1B,
    UInt8(ascii: "f"): 0x0C, UInt8(ascii: "v"): 0x0B
  ]

  /// `\x4` or `\x41` at the cursor, with its length.
  private static func hexadecimal(_ cursor: OctetCursor) -> (octet: UInt8, length: Int)? {
    var digits = ""
    for distance in 2...3 {
      guard let octet = cursor.peek(distance), octet < 0x80 else { break }
      let character = Character(UnicodeScalar(octet))
      guard character.isHexDigit else { break }
      digits.append(character)
    }
    return UInt8(digits, radix: 16).map { ($0, digits.count + 2) }
  }
}
