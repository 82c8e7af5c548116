/// Encoded words: decoded, redacted and encoded again in the same way.
enum EncodedWordRedaction {
  /// What stands for the encoded word at `place`.
  static func redacted(_ place: EncodedWordPlace, in text: [UInt8], _ table: inout RedactionTable) -> [UInt8] {
    let word = EncodedWord(place, in: text)
    let head = charset(text[place.charset])
    let content = text[place.content]
    let start = [0x3D, 0x3F] + head + text[place.charset.upperBound..<place.content.lowerBound]
    let end: [UInt8] = [0x3F, 0x3D]
    let redacted = TextFilter.redacted(word.octets, .plain, &table)
    let room = max(place.range.count, FieldLimits.encodedWord) - start.count - end.count
    if word.isBase64 {
      if !word.faults.isEmpty, word.octets.isEmpty { return start + TextMask.masked(content) + end }
      let encoded = base64(redacted)
      return start + (encoded.count <= room ? encoded : base64(TextMask.masked(word.octets))) + end
    }
    let encoded = redacted.count == word.octets.count ? nil : quoted(redacted)
    if let encoded, encoded.count <= room { return start + encoded + end }
    return start + inPlace(content, redacted.count == word.octets.count ? redacted : TextMask.masked(word.octets)) + end
  }

  private static func charset(_ name: ArraySlice<UInt8>) -> [UInt8] {
    let parts = name.split { !$0.isLetter && !$0.isDigit }
    let isKnown = parts.allSatisfy { part in
      part.count <= 4 && part.allSatisfy(\.isDigit)
        || RedactionVocabulary.mime.contains(String(decoding: part.map(\.lowercasedASCII), as: UTF8.self))
    }
    return isKnown ? Array(name) : TextMask.masked(name)
  }

  /// The encoding `Q`, all but letters, digits and what is safe everywhere escaped (RFC 2047 §4.2, §5).
  private static func quoted(_ octets: [UInt8]) -> [UInt8] {
    octets.flatMap { octet -> [UInt8] in
      if octet == 0x20 { return [UInt8(ascii: "_")] }
      if octet.isLetter || octet.isDigit || "!*+-/".utf8.contains(octet) { return [octet] }
      return QuotedOctet.escape(octet, isLower: false)
    }
  }

  /// `Q` with each octet in the form that it was written in.
  private static func inPlace(_ content: ArraySlice<UInt8>, _ octets: [UInt8]) -> [UInt8] {
    var (result, index, rest): ([UInt8], Int, ArraySlice<UInt8>) = ([], content.startIndex, octets[...])
    while index < content.endIndex {
      let isEscape =
        content[index] == UInt8(ascii: "=") && index + 2 < content.endIndex
        && content[index + 1].hexadecimalValue != nil && content[index + 2].hexadecimalValue != nil
      let octet = rest.popFirst() ?? UInt8(ascii: "x")
      if isEscape {
        result += QuotedOctet.escape(octet, isLower: content[index + 1] >= 0x61 || content[index + 2] >= 0x61)
        index += 3
      } else {
        result.append(octet == 0x20 ? content[index] : octet)
        index += 1
      }
    }
    return result
  }

  private static func base64(_ octets: [UInt8]) -> [UInt8] {
    var encoder = Base64Writer(width: .max, lineEnd: [])
    encoder.take(octets[...])
    encoder.finish()
    return encoder.output
  }
}

/// An octet in quoted-printable.
enum QuotedOctet {
  /// `=` and two hexadecimal digits.
  static func escape(_ octet: UInt8, isLower: Bool) -> [UInt8] {
    [UInt8(ascii: "="), digit(octet >> 4, isLower), digit(octet & 15, isLower)]
  }

  private static func digit(_ value: UInt8, _ isLower: Bool) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: isLower ? "a" : "A") + value - 10
  }
}

/// Writes base64 in lines.
struct Base64Writer {
  /// What is done.
  var output: [UInt8] = []
  private let width: Int
  private let lineEnd: [UInt8]
  private var column = 0
  private var group: [UInt8] = []

  /// Lines of `width` characters, a multiple of 4, with `lineEnd` between.
  init(width: Int, lineEnd: [UInt8]) {
    self.width = width
    self.lineEnd = lineEnd
  }

  /// Takes octets.
  mutating func take(_ octets: ArraySlice<UInt8>) {
    for octet in octets {
      group.append(octet)
      if group.count == 3 { writeGroup() }
    }
  }

  /// Writes what is left, with padding.
  mutating func finish() { if !group.isEmpty { writeGroup() } }

  private mutating func writeGroup() {
    if column >= width {
      output += lineEnd
      column = 0
    }
    var bits: UInt32 = 0
    for index in 0..<3 { bits = bits << 8 | (index < group.count ? UInt32(group[index]) : 0) }
    for index in 0..<4 {
      let value = Int(bits >> UInt32(18 - 6 * index) & 63)
      output.append(index > group.count ? UInt8(ascii: "=") : Self.alphabet[value])
    }
    column += 4
    group.removeAll(keepingCapacity: true)
  }

  /// The characters of base64 by their values (RFC 4648 §4).
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
