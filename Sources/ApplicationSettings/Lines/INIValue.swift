/// The value behind a key of an INI file.
struct INIValue {
  var value: Literal.Value
  var range: Range<Int>
  var fault: (offset: Int, message: String)?

  private static let (quote, mark, backquote) = (UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"))

  /// Reads what stands in `range`, which ends with its line.
  static func read(_ text: LineOctets, _ range: Range<Int>, _ dialect: INIDialect) -> INIValue {
    var result =
      switch dialect.quoting {
      case .go: go(text, range, dialect)
      case .php: php(text, range, dialect)
      }
    if dialect.insertions.contains(where: { result.holds($0, text) }) { result.value = .computed }
    return result
  }

  private func holds(_ sign: [UInt8], _ text: LineOctets) -> Bool {
    range.contains { text.stands(sign, at: $0, before: range.upperBound) }
  }

  // MARK: go-ini

  private static func go(_ text: LineOctets, _ range: Range<Int>, _ dialect: INIDialect) -> INIValue {
    for sign in [[quote, quote, quote], [backquote]] where range.count > sign.count {
      if text.stands(sign, at: range.lowerBound, before: range.upperBound) { return kept(text, range, sign) }
    }
    let cut = text.place(of: dialect.comments, in: range)
    let value = text.trimmed(range.lowerBound..<(cut ?? range.upperBound))
    var result = INIValue(value: .string(text.text(unquoted(text, value))), range: value)
    // A comment that follows a blank is one; a sign within a word was meant to belong to it.
    if let cut, cut > range.lowerBound, !OctetCursor.isBlank(text.octets[cut - 1]) {
      result.fault = (cut, "the value ends in front of this sign, which begins a comment: `backquotes` keep it")
    }
    return result
  }

  /// A text between two `sign`, which may run over several lines.
  private static func kept(_ text: LineOctets, _ range: Range<Int>, _ sign: [UInt8]) -> INIValue {
    let start = range.lowerBound + sign.count
    var close = (start..<range.upperBound).last { text.stands(sign, at: $0, before: range.upperBound) }
    if close == nil {
      close = (range.upperBound..<text.octets.count).first { text.stands(sign, at: $0, before: text.octets.count) }
    }
    guard let close else {
      return INIValue(
        value: .computed, range: range.lowerBound..<text.octets.count,
        fault: (range.lowerBound, "a text in quotes does not end"))
    }
    return INIValue(value: .string(text.text(start..<close)), range: range.lowerBound..<close + sign.count)
  }

  /// Without quotes that surround all of it.
  private static func unquoted(_ text: LineOctets, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, let first = text.first(range), first == quote || first == mark else { return range }
    let inner = range.lowerBound + 1..<range.upperBound
    return text.place(of: [first], in: inner) == range.upperBound - 1 ? inner.dropLast() : range
  }

  // MARK: PHP

  private static func php(_ text: LineOctets, _ range: Range<Int>, _ dialect: INIDialect) -> INIValue {
    var octets: [UInt8] = []
    // What stands in front of here is kept, blanks included.
    var solid = 0
    var place = range.lowerBound
    while place < range.upperBound, !dialect.comments.contains(text.octets[place]) {
      let octet = text.octets[place]
      place += 1
      guard octet == quote || octet == mark else {
        octets.append(octet)
        continue
      }
      guard let close = text.place(of: [octet], in: place..<range.upperBound) else {
        return INIValue(value: .computed, range: range, fault: (place - 1, "a text in quotes does not end"))
      }
      octets += text.octets[place..<close]
      (solid, place) = (octets.count, close + 1)
    }
    while octets.count > solid, octets.last.map(OctetCursor.isBlank) == true { octets.removeLast() }
    let whole = text.trimmed(range.lowerBound..<place)
    return INIValue(value: .string(String(decoding: octets, as: UTF8.self)), range: whole)
  }
}
