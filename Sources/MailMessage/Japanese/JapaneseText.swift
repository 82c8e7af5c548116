/// Japanese text of the charsets that mail had before UTF-8: ISO-2022-JP (RFC 1468), EUC-JP and Shift_JIS.
///
/// All three write the characters of JIS X 0208 as a row and a cell, in different octets.
public enum JapaneseText {
  /// The text in UTF-8; nil for a form that is not Japanese. What is no character becomes U+FFFD; line ends stay.
  public static func read(_ octets: some Collection<UInt8>, _ form: CharsetForm) -> [UInt8]? {
    var reader = JapaneseReader(Array(octets))
    switch form {
    case .iso2022JP: reader.readISO2022()
    case .eucJP: reader.readEUC()
    case .shiftJIS: reader.readShiftJIS()
    case .singleOctet, .twoOctets: return nil
    }
    return reader.text
  }

  /// Whether an escape sequence stands there that switches to JIS X 0208 (RFC 1468), whatever the charset is said to be.
  public static func isISO2022(_ octets: some Collection<UInt8>) -> Bool {
    let octets = Array(octets)
    guard octets.count > 2 else { return false }
    return (0..<(octets.count - 2)).contains {
      octets[$0] == 0x1B && octets[$0 + 1] == UInt8(ascii: "$")
        && (octets[$0 + 2] == UInt8(ascii: "B") || octets[$0 + 2] == UInt8(ascii: "@"))
    }
  }

  /// How many cells a row has.
  static let cells = 94

  /// The character of a row and a cell, both from 1; nil where nothing is assigned.
  static func character(_ row: Int, _ cell: Int) -> UInt16? {
    guard (1...cells).contains(cell) else { return nil }
    let start: Int
    switch row {
    case 1...8: start = row - 1
    case 13: start = 8
    case 16...84: start = row - 7
    default: return nil
    }
    let unit = table[start * cells + cell - 1]
    return unit == 0xFFFD ? nil : unit
  }

  /// All rows that have characters, one after the other.
  private static let table: [UInt16] = (signs + kanji1 + kanji2).utf16.filter { $0 != 0x0A }
}

/// Reads octets of a Japanese charset.
private struct JapaneseReader {
  let octets: [UInt8]
  private(set) var text: [UInt8] = []
  private var index = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  private func at(_ offset: Int) -> UInt8 { index + offset < octets.count ? octets[index + offset] : 0 }

  private mutating func put(_ unit: UInt16?, _ count: Int) {
    text += String(decoding: [unit ?? 0xFFFD], as: UTF16.self).utf8
    index += count
  }

  private mutating func keep() {
    text.append(octets[index])
    index += 1
  }

  /// What escape sequences switch to.
  private enum Mode { case ascii, jis, katakana, unread }

  mutating func readISO2022() {
    // Octets above 127 are none of this charset: programs send EUC-JP or Shift_JIS under its name.
    if octets.contains(where: { $0 > 0x7F }) {
      if CharsetForm.eucJP.firstFault(in: octets) == nil { return readEUC() }
      return readShiftJIS()
    }
    var mode = Mode.ascii
    while index < octets.count {
      if octets[index] == 0x1B, let next = escape() {
        mode = next.mode
        index += next.count
      } else if octets[index] < 0x21 {
        // RFC 1468: a line ends in ASCII.
        if octets[index] == 0x0A { mode = .ascii }
        keep()
      } else {
        switch mode {
        case .ascii: keep()
        case .jis where at(1) < 0x21: put(nil, 1)
        case .jis: put(JapaneseText.character(Int(at(0)) - 0x20, Int(at(1)) - 0x20), 2)
        case .katakana: put(Self.halfWidth(at(0) | 0x80), 1)
        case .unread: put(nil, 2)
        }
      }
      index = min(index, octets.count)
    }
  }

  private func escape() -> (mode: Mode, count: Int)? {
    switch (at(1), at(2)) {
    case (UInt8(ascii: "$"), UInt8(ascii: "B")), (UInt8(ascii: "$"), UInt8(ascii: "@")): (.jis, 3)
    case (UInt8(ascii: "("), UInt8(ascii: "B")), (UInt8(ascii: "("), UInt8(ascii: "J")): (.ascii, 3)
    case (UInt8(ascii: "("), UInt8(ascii: "I")): (.katakana, 3)
    case (UInt8(ascii: "$"), UInt8(ascii: "(")): (.unread, 4)
    default: nil
    }
  }

  mutating func readEUC() {
    while index < octets.count {
      switch octets[index] {
      case 0..<0x80: keep()
      case 0x8E: put(Self.halfWidth(at(1)), 2)
      case 0x8F: put(nil, 3)
      default: put(JapaneseText.character(Int(at(0)) - 0xA0, Int(at(1)) - 0xA0), 2)
      }
      index = min(index, octets.count)
    }
  }

  mutating func readShiftJIS() {
    while index < octets.count {
      switch octets[index] {
      case 0..<0x80: keep()
      case 0xA1...0xDF: put(Self.halfWidth(at(0)), 1)
      default: shifted()
      }
      index = min(index, octets.count)
    }
  }

  /// Two rows share a lead octet of Shift_JIS; the second octet leaves out 0x7F.
  private mutating func shifted() {
    let lead = Int(at(0))
    let trail = Int(at(1))
    guard (0x40...0xFC).contains(trail), trail != 0x7F else { return put(nil, 1) }
    let pair = lead - (lead < 0xA0 ? 0x81 : 0xC1)
    let cell = trail - 0x40 - (trail > 0x7F ? 1 : 0)
    let row = pair * 2 + 1 + cell / JapaneseText.cells
    put(JapaneseText.character(row, cell % JapaneseText.cells + 1), 2)
  }

  /// Half-width katakana of JIS X 0201.
  private static func halfWidth(_ octet: UInt8) -> UInt16? {
    (0xA1...0xDF).contains(octet) ? UInt16(octet) - 0xA1 + 0xFF61 : nil
  }
}
