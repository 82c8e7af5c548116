/// Character references (HTML Living Standard §13.5): numbers, and the names that mail uses.
enum HTMLEntities {
  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "copy": 0xA9, "reg": 0xAE,
    "shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
    "ldquo": 0x201C, "rdquo": 0x201D, "hellip": 0x2026, "euro": 0x20AC, "trade": 0x2122, "bull": 0x2022,
    "middot": 0xB7, "laquo": 0xAB, "raquo": 0xBB, "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4,
    "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "agrave": 0xE0, "ccedil": 0xE7,
    "emsp": 0x2003, "ensp": 0x2002, "thinsp": 0x2009, "times": 0xD7, "colon": 0x3A, "sol": 0x2F, "period": 0x2E,
    "commat": 0x40, "Tab": 0x09, "NewLine": 0x0A
  ]

  /// The longest reference that is looked for, without `&`.
  private static let longest = 12

  /// The text of `range`, references replaced; what is no UTF-8 becomes U+FFFD.
  static func decode(_ octets: [UInt8], _ range: Range<Int>) -> String {
    var result: [UInt8] = []
    append(octets, range, to: &result) { result, octet in result.append(octet) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the octets of `range`, references replaced; those above 127 as `high` does it.
  static func append(
    _ octets: [UInt8], _ range: Range<Int>, to result: inout [UInt8], _ high: (inout [UInt8], UInt8) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let octet = octets[index]
      if octet == UInt8(ascii: "&"), let (scalar, next) = reference(octets, index + 1, range.upperBound) {
        result += Array(String(scalar).utf8)
        index = next
      } else {
        if octet < 0x80 { result.append(octet) } else { high(&result, octet) }
        index += 1
      }
    }
  }

  private static func reference(_ octets: [UInt8], _ start: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    let limit = min(end, start + longest)
    var index = start
    while index < limit, octets[index].isLetter || octets[index].isDigit || index == start && octets[index] == 0x23 {
      index += 1
    }
    guard index > start else { return nil }
    let next = index < end && octets[index] == UInt8(ascii: ";") ? index + 1 : index
    let word = String(decoding: octets[start..<index], as: UTF8.self)
    let value = word.hasPrefix("#") ? number(word.dropFirst()) : names[word]
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, next) }
  }

  private static func number(_ word: Substring) -> UInt32? {
    let isHexadecimal = word.first == "x" || word.first == "X"
    return isHexadecimal ? UInt32(word.dropFirst(), radix: 16) : UInt32(word)
  }
}
