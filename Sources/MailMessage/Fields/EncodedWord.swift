public import Syntax

/// An encoded word: text of another charset in ASCII (RFC 2047 §2).
public struct EncodedWord: Sendable, Hashable {
  /// Where it stands in the text.
  public let range: Range<Int>
  /// The name of the charset as it is written, without a language (RFC 2231 §5).
  public let charset: String
  /// Whether the text is in base64 (`B`), not in the `Q` encoding.
  public let isBase64: Bool
  /// The octets it stands for, in its charset.
  public let octets: [UInt8]
  /// All faults, with ranges into the text.
  public let faults: [SyntaxFault]

  /// Reads the encoded word that is the whole text but for white space around it.
  public static func parse(_ text: [UInt8]) -> Parsed<EncodedWord> {
    var finder = EncodedWordFinder()
    let content = text.trimmed(0..<text.count)
    let place = finder.place(at: content.lowerBound, in: text, end: content.upperBound, allowsBlanks: true)
    guard let place, place.range.upperBound == content.upperBound else {
      let fault = SyntaxFault(content, "this is no encoded word", "RFC 2047 §2")
      return Parsed(text: text, value: nil, faults: [fault])
    }
    let word = EncodedWord(place, in: text)
    return Parsed(text: text, value: word, faults: word.faults)
  }

  /// The text; nil for a charset that is not known here. Octets that are not of the charset become U+FFFD.
  public var decoded: String? { Charset(named: charset)?.decode(octets).text }

  /// Decodes the word at `place`.
  package init(_ place: EncodedWordPlace, in text: [UInt8]) {
    let name = text[place.charset].prefix { $0 != UInt8(ascii: "*") }
    range = place.range
    charset = String(decoding: name, as: UTF8.self)
    isBase64 = text[place.encoding] | 0x20 == UInt8(ascii: "b")
    var decoder = EncodedTextDecoder(text: text, range: place.content)
    octets = isBase64 ? decoder.base64() : decoder.quoted()
    var faults = decoder.faults
    if place.range.count > FieldLimits.encodedWord {
      faults.add(
        place.range, "an encoded word of \(place.range.count) characters, \(FieldLimits.encodedWord) are the limit",
        "RFC 2047 §2", .remark)
    }
    self.faults = faults.sorted
  }
}

/// Decodes the text of an encoded word.
private struct EncodedTextDecoder {
  let text: [UInt8]
  let range: Range<Int>
  var faults = FieldFaults()
  private static let reference = "RFC 2047 §4"

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The `Q` encoding (RFC 2047 §4.2).
  mutating func quoted() -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let octet = text[index]
      if octet == UInt8(ascii: "="), let value = hexadecimal(at: index + 1) {
        result.append(value)
        index += 2
      } else {
        if octet == UInt8(ascii: "=") || octet.isFolding || octet >= 0x80 || octet == UInt8(ascii: "?") {
          report(index)
        }
        if octet != 0x0D, octet != 0x0A { result.append(octet == UInt8(ascii: "_") ? 0x20 : octet) }
      }
      index += 1
    }
    return result
  }

  private func hexadecimal(at index: Int) -> UInt8? {
    guard index + 1 < range.upperBound, let high = text[index].hexadecimalValue,
      let low = text[index + 1].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }

  /// The `B` encoding (RFC 2047 §4.1). What is no base64 is left out.
  mutating func base64() -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count, padding): (UInt32, Int, Int) = (0, 0, 0)
    for index in range {
      guard let value = Self.base64Value(text[index]) else {
        if text[index] == UInt8(ascii: "=") { padding += 1 } else { report(index) }
        continue
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count % 4 != 1 { result.append(UInt8(truncatingIfNeeded: bits >> UInt32(2 * (3 - (count - 1) % 4)))) }
    }
    if (count + padding) % 4 != 0 || padding > 2 {
      faults.add(range, "the base64 of an encoded word is cut off", "RFC 2047 §4.1")
    }
    return result
  }

  private mutating func report(_ index: Int) {
    faults.add(index..<(index + 1), "an encoded word with an octet that it may not have", Self.reference)
  }

  private static func base64Value(_ octet: UInt8) -> UInt8? {
    switch octet {
    case 0x41...0x5A: octet - 0x41
    case 0x61...0x7A: octet - 0x61 + 26
    case 0x30...0x39: octet - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
