extension UInt8 {
  /// Whether the octet is white space or a part of a line end: what folding is made of (RFC 5322 §3.2.2).
  package var isFolding: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
  /// Whether the octet is a digit.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether the octet is a letter of ASCII.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// The value of a hexadecimal digit.
  package var hexadecimalValue: UInt8? {
    if isDigit { return self - 0x30 }
    return (0x61...0x66).contains(self | 0x20) ? (self | 0x20) - 0x57 : nil
  }
}

extension [UInt8] {
  /// `range` without the white space and line ends at both ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isFolding { start += 1 }
    while end > start, self[end - 1].isFolding { end -= 1 }
    return start..<end
  }

  /// The text of `range` with its line ends taken out (RFC 5322 §2.2.3); what is no UTF-8 becomes U+FFFD.
  package func unfolded(_ range: Range<Int>) -> String {
    String(decoding: unfoldedOctets(range), as: UTF8.self)
  }

  /// The octets of `range` with its line ends taken out (RFC 5322 §2.2.3).
  package func unfoldedOctets(_ range: Range<Int>) -> [UInt8] {
    self[range].filter { $0 != 0x0D && $0 != 0x0A }
  }

  /// The octets of `range` in lower case.
  package func lowercased(_ range: Range<Int>) -> String {
    String(decoding: self[range].map(\.lowercasedASCII), as: UTF8.self)
  }

  /// Whether the octets of `range` are `word`, which is in lower case, case aside.
  package func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.description.utf8.count
      && zip(self[range], word.description.utf8).allSatisfy { $0.lowercasedASCII == $1 }
  }

  /// The content of a quoted string or a comment without its delimiters, its backslashes and its line ends.
  package func unquoted(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for octet in self[range].dropFirst().dropLast() where octet != 0x0D && octet != 0x0A {
      if octet == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        result.append(octet)
        isEscaped = false
      }
    }
    return result
  }
}
