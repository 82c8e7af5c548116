/// Undoes what terminals, web pages and string literals do to a text.
struct PasteDecoder {
  private let octets: [UInt8]
  private var index = 0
  private var result = MappedText()

  init(_ octets: [UInt8]) { self.octets = octets }

  mutating func decode() -> MappedText {
    if octets.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < octets.count { step() }
    return result
  }

  private mutating func emit(_ octet: UInt8, from place: Int) { result.append(octet, place) }

  private func at(_ offset: Int) -> UInt8? { index + offset < octets.count ? octets[index + offset] : nil }

  private mutating func step() {
    let octet = octets[index]
    switch octet {
    case 0x0D: lineEnd()
    case 0x1B: escapeSequence()
    case UInt8(ascii: "&"): entity()
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "\\"): backslash()
    case 0xC2, 0xE2, 0xEF: typography()
    case 0x0A, 0x09, 0x20...0x7E, 0x80...0xFF: take(1, as: octet)
    // NUL of UTF-16, and control characters that show nothing.
    default: index += 1
    }
  }

  private mutating func take(_ count: Int, as octet: UInt8) {
    emit(octet, from: index)
    index += count
  }

  private mutating func lineEnd() {
    if at(1) == 0x0A || at(1) == 0x0D { index += 1 } else { take(1, as: 0x0A) }
  }

  /// ECMA-48 §5.4: `ESC [` up to a letter; `ESC ]` up to BEL.
  private mutating func escapeSequence() {
    let isTitle = at(1) == UInt8(ascii: "]")
    guard isTitle || at(1) == UInt8(ascii: "[") else {
      index += 1
      return
    }
    var end = index + 2
    let limit = min(octets.count, index + FailureLimits.escapeOctets)
    while end < limit, isTitle ? octets[end] != 0x07 : !(0x40...0x7E).contains(octets[end]) { end += 1 }
    index = min(octets.count, end + 1)
  }

  private static let entities: [(name: [UInt8], octet: UInt8)] = [
    (Array("lt;".utf8), UInt8(ascii: "<")), (Array("gt;".utf8), UInt8(ascii: ">")),
    (Array("amp;".utf8), UInt8(ascii: "&")), (Array("quot;".utf8), UInt8(ascii: "\"")),
    (Array("apos;".utf8), UInt8(ascii: "'")), (Array("#39;".utf8), UInt8(ascii: "'")),
    (Array("#039;".utf8), UInt8(ascii: "'")), (Array("#x27;".utf8), UInt8(ascii: "'")),
    (Array("#34;".utf8), UInt8(ascii: "\"")), (Array("nbsp;".utf8), 0x20), (Array("#160;".utf8), 0x20)
  ]

  private mutating func entity() {
    for (name, octet) in Self.entities where octets[(index + 1)...].starts(with: name) {
      return take(1 + name.count, as: octet)
    }
    take(1, as: octets[index])
  }

  private static let tags: Set<String> = [
    "br", "p", "b", "i", "em", "strong", "pre", "code", "span", "div", "font", "li", "ul", "ol", "td", "tr", "tt", "h1",
    "h2", "h3", "table", "tbody"
  ]
  private static let breakingTags: Set<String> = ["br", "p", "div", "li", "tr", "pre", "h1", "h2", "h3"]
  /// A tag of an error page with a class and a style.
  private static let tagOctets = 200

  /// A tag of HTML is left out; `<a@example.org>` is none.
  private mutating func tag() {
    var end = index + 1
    if end < octets.count, octets[end] == UInt8(ascii: "/") { end += 1 }
    let start = end
    while end < octets.count, end - start < 8, octets[end].isLetter || octets[end].isDigit { end += 1 }
    let name = String(decoding: octets[start..<end], as: UTF8.self).lowercased()
    guard Self.tags.contains(name) else { return take(1, as: octets[index]) }
    let limit = min(octets.count, index + Self.tagOctets)
    let isClosed = end < limit && [0x20, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(octets[end])
    while end < limit, octets[end] != UInt8(ascii: ">"), octets[end] != 0x0A { end += 1 }
    guard isClosed, end < limit, octets[end] == UInt8(ascii: ">") else { return take(1, as: octets[index]) }
    let place = index
    index = end + 1
    if Self.breakingTags.contains(name) { emit(0x0A, from: place) }
  }

  /// Escapes of string literals: `\n`, `\"`, `\u0027`, and the same with more backslashes. Others stay, as in
  /// `EXCHANGE\Default`.
  private mutating func backslash() {
    var end = index
    while end < octets.count, octets[end] == UInt8(ascii: "\\") { end += 1 }
    guard end < octets.count else { return take(1, as: octets[index]) }
    let place = index
    switch octets[end] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"):
      if octets[end] == UInt8(ascii: "n") { emit(PastedText.embeddedLineEnd, from: place) }
      index = end + 1
    case UInt8(ascii: "t"):
      emit(0x20, from: place)
      index = end + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
      emit(octets[end], from: place)
      index = end + 1
    case UInt8(ascii: "u"): unicode(end)
    default:
      for offset in index..<end { emit(octets[offset], from: offset) }
      index = end
    }
  }

  private mutating func unicode(_ letter: Int) {
    let digits = octets[(letter + 1)...].prefix(4)
    let place = index
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      for offset in index..<letter { emit(octets[offset], from: offset) }
      index = letter
      return
    }
    index = letter + 5
    let octets = scalar.value < 0x20 ? [0x20] : Array(String(scalar).utf8)
    for octet in octets { emit(octet, from: place) }
  }

  /// Quotation marks and spaces of word processors; invisible characters are left out.
  private mutating func typography() {
    switch (octets[index], at(1), at(2)) {
    case (0xC2, 0xA0, _): take(2, as: 0x20)
    case (0xC2, 0xAD, _): index += 2
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xB2): take(3, as: UInt8(ascii: "'"))
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): take(3, as: UInt8(ascii: "\""))
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F), (0xEF, 0xBB, 0xBF): index += 3
    case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91), (0xE2, 0x80, 0x93): take(3, as: UInt8(ascii: "-"))
    default: take(1, as: octets[index])
    }
  }
}
