/// Replaces letters and digits by others of their kind, octet for octet: lengths, case and validity stay.
enum TextMask {
  /// `octets` with `x`, `X` and `0` for letters and digits, and other characters of as many octets for those beyond ASCII.
  static func masked(_ octets: some Collection<UInt8>) -> [UInt8] {
    let octets = Array(octets)
    var result: [UInt8] = []
    result.reserveCapacity(octets.count)
    var index = 0
    while index < octets.count {
      if octets[index] < 0x80 {
        result.append(masked(octets[index]))
        index += 1
      } else {
        let length = length(of: octets[index...])
        result += length == 1 ? [octets[index] < 0xA0 ? 0x95 : 0xE9] : Self.characters[length - 2]
        index += length
      }
    }
    return result
  }

  /// The replacement of an octet of ASCII.
  static func masked(_ octet: UInt8) -> UInt8 {
    if octet.isDigit { return UInt8(ascii: "0") }
    return octet.isLetter ? UInt8(ascii: "X") | octet & 0x20 : octet
  }

  /// What stands for an octet of which nothing but its kind may be told: white space, control, visible, or its place in
  /// UTF-8, so that what is UTF-8 stays it and what is not does not become it (RFC 3629 §4).
  static func filler(_ octet: UInt8) -> UInt8 {
    switch octet {
    case 0, 0x09, 0x0A, 0x0D, 0x20: octet
    case ..<0x20: 1
    case ..<0x80: UInt8(ascii: "x")
    case 0x80...0x8F: 0x8F
    case 0x90...0x9F: 0x9F
    case 0xA0...0xBF: 0xA9
    case 0xC0, 0xC1: 0xC0
    case 0xC2...0xDF: 0xC3
    case 0xE1...0xEC, 0xEE, 0xEF: 0xE3
    case 0xF1...0xF3: 0xF1
    case 0xF5...: 0xFF
    // The four leads behind which not every octet may come.
    default: octet
    }
  }

  /// é, あ and 🙂.
  private static let characters: [[UInt8]] = [[0xC3, 0xA9], [0xE3, 0x81, 0x82], [0xF0, 0x9F, 0x99, 0x82]]

  /// The octets of the character of UTF-8 at the beginning; 1 when there is none.
  private static func length(of octets: ArraySlice<UInt8>) -> Int {
    guard let first = octets.first else { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, octets.count >= length,
      String(validating: octets.prefix(length), as: UTF8.self) != nil
    else { return 1 }
    return length
  }

  /// `octets` masked and then numbered in their last letters and digits, so that different originals stay different.
  /// Hexadecimal text stays hexadecimal.
  static func numbered(_ octets: [UInt8], _ number: Int) -> [UInt8] {
    let isHexadecimal = octets.allSatisfy { $0.hexadecimalValue != nil || !$0.isLetter && $0 < 0x80 }
    var (result, rest) = (masked(octets), number)
    for index in result.indices.reversed() where result[index] < 0x80 {
      if octets[index].isDigit {
        result[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } else if octets[index].isLetter {
        let (first, count) = isHexadecimal ? (0, 6) : (23, 26)
        let letter = UInt8((first + rest % count) % 26) + UInt8(ascii: "A")
        result[index] = letter | octets[index] & 0x20
        rest /= count
      }
    }
    return result
  }

  /// The end of a URL: `%` and its digits become a letter in that form, all else is masked.
  static func maskedURL(_ octets: some Collection<UInt8>) -> [UInt8] {
    var result = masked(octets)
    let octets = Array(octets)
    for index in octets.indices.dropLast(2) where octets[index] == UInt8(ascii: "%") {
      guard octets[index + 1].hexadecimalValue != nil, octets[index + 2].hexadecimalValue != nil else { continue }
      (result[index + 1], result[index + 2]) = (UInt8(ascii: "7"), UInt8(ascii: "8"))
    }
    return result
  }
}
