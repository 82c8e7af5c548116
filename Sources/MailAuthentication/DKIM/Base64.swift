import DNS
public import Syntax

/// Base64 (RFC 4648 §4), with folding white space anywhere, as the `base64string` of RFC 6376 §2.10 allows.
public struct Base64: Sendable, Equatable {
  /// The decoded octets, without what does not belong into base64.
  public let octets: [UInt8]
  /// All faults, with ranges of the text that was decoded.
  public let faults: [SyntaxFault]

  /// Whether every reader decodes the text to the same octets.
  public var isValid: Bool { !faults.contains { $0.gravity == .fatal } }

  /// Decodes the octets of `text` in `range`.
  public init(_ text: [UInt8], in range: Range<Int>) {
    var decoder = Base64Decoder(text: text, range: range)
    decoder.decodeAll()
    octets = decoder.octets
    faults = decoder.faults
  }

  /// The place in `text` of the character that carries the first bits of a decoded octet.
  public static func place(ofOctet offset: Int, in text: [UInt8], range: Range<Int>) -> Range<Int> {
    var characters = offset / 3 * 4 + offset % 3
    for index in range where Base64Decoder.values[Int(text[index])] < 64 {
      if characters == 0 { return index..<(index + 1) }
      characters -= 1
    }
    return range.upperBound..<range.upperBound
  }
}

/// The state of a decoding.
private struct Base64Decoder {
  let text: [UInt8]
  let range: Range<Int>
  var octets: [UInt8] = []
  var faults: [SyntaxFault] = []
  private var bits: UInt32 = 0
  private var characters = 0
  private var padding = 0

  /// For each octet its value, or 64 for white space, 65 for the padding, 255 for what does not belong there.
  static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
    for space in " \t\r\n".utf8 { table[Int(space)] = white }
    table[Int(UInt8(ascii: "="))] = pad
    return table
  }()
  private static let white: UInt8 = 64
  private static let pad: UInt8 = 65

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func decodeAll() {
    octets.reserveCapacity(range.count * 3 / 4)
    let values = Self.values
    var strange = 0..<0
    for index in range {
      let value = values[Int(text[index])]
      if value < 64, padding == 0 {
        take(value)
      } else if value == Self.pad {
        padding += 1
      } else if value != Self.white {
        if strange.isEmpty { strange = index..<index }
        strange = strange.lowerBound..<(index + 1)
        continue
      }
      if !strange.isEmpty { report(strange) }
      strange = 0..<0
    }
    report(strange)
    checkEnd()
  }

  private mutating func take(_ value: UInt8) {
    bits = bits << 6 | UInt32(value)
    characters += 1
    if characters % 4 != 1 { octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(2 * (3 - (characters - 1) % 4)))) }
  }

  /// RFC 4648 §3.2, §3.5: padding to a multiple of four characters, and no bits left over.
  private mutating func checkEnd() {
    guard faults.isEmpty else { return }
    let end = range.upperBound..<range.upperBound
    let rest = characters % 4
    if rest == 1 {
      return report(end, "base64 with one character too few or too many: a part is missing", .fatal)
    }
    let needed = (4 - rest) % 4
    if padding < needed {
      report(end, "base64 without its padding \"\(String(repeating: "=", count: needed))\", which some readers demand")
    } else if padding > needed {
      report(end, "base64 with more padding than it needs, which some readers refuse")
    }
    if rest > 0, bits & (rest == 2 ? 0xF : 0x3) != 0 {
      report(end, "base64 whose last character has bits left over, which some readers refuse")
    }
  }

  private mutating func report(_ strange: Range<Int>) {
    guard let first = strange.first, faults.count < Base64Limits.faults else { return }
    let message = Self.values[Int(text[first])] < 64 ? "base64 that goes on behind its padding" : name(of: text[first])
    report(strange, message, .fatal)
  }

  private mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity = .ignored) {
    faults.append(SyntaxFault(range, message, "RFC 6376 §2.10", gravity: gravity))
  }

  private func name(of octet: UInt8) -> String {
    switch octet {
    case UInt8(ascii: "\""): "a quotation mark in base64: the strings of the record were joined by hand"
    case UInt8(ascii: "\\"): "a backslash in base64: an escape of zone text came into the record"
    case UInt8(ascii: "-"), UInt8(ascii: "_"):
      "\"\(UnicodeScalar(octet))\" in base64: it is of another alphabet or of PEM"
    case 0x21...0x7E: "\"\(UnicodeScalar(octet))\" in base64"
    default: "octet \(octet) in base64"
    }
  }
}

/// The limits of base64.
enum Base64Limits {
  /// More faults than this say nothing new.
  static let faults = 8
}
