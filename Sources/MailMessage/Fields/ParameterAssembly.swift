import Syntax

/// Puts the pieces of parameters together and decodes them (RFC 2231 §3, §4).
struct ParameterAssembly {
  let text: [UInt8]
  var faults = FieldFaults()

  /// The pieces of one parameter.
  private struct Gathered {
    /// The value where it is in one piece and not encoded.
    var plain: ParameterPiece?
    /// The numbered pieces; the number of one that is alone is 0.
    var pieces: [Int: (piece: ParameterPiece, isEncoded: Bool)] = [:]
    var place: Range<Int>
  }

  init(text: [UInt8]) { self.text = text }

  mutating func parameters(of pieces: [ParameterPiece]) -> [FieldParameter] {
    var names: [String] = []
    var gathered: [String: Gathered] = [:]
    for piece in pieces {
      let name = parse(piece.name)
      if gathered[name.base] == nil {
        names.append(name.base)
        gathered[name.base] = Gathered(place: piece.name.lowerBound..<piece.value.upperBound)
      }
      let isSecond: Bool
      if let number = name.number {
        isSecond = gathered[name.base]?.pieces.updateValue((piece, name.isEncoded), forKey: number) != nil
      } else {
        isSecond = gathered[name.base]?.plain != nil
        if !isSecond { gathered[name.base]?.plain = piece }
      }
      if isSecond { faults.add(piece.name, "a parameter that is written twice", "RFC 2045 §5") }
    }
    return names.compactMap { name in gathered[name].flatMap { parameter(name, $0) } }
  }

  /// `name`, `name*`, `name*0` or `name*0*`.
  private func parse(_ range: Range<Int>) -> (base: String, number: Int?, isEncoded: Bool) {
    var parts = text[range].split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    let whole = (text.lowercased(range), nil as Int?, false)
    guard parts.count > 1, parts.count <= 3, parts[0].count > 0 else { return whole }
    let isEncoded = parts.last?.isEmpty == true
    if isEncoded { parts.removeLast() }
    let base = text.lowercased(range.lowerBound..<parts[0].endIndex)
    if parts.count == 1 { return (base, 0, true) }
    guard parts.count == 2, (1...4).contains(parts[1].count), parts[1].allSatisfy(\.isDigit) else { return whole }
    return (base, parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }, isEncoded)
  }

  /// The extended value counts before the plain one, which is for old readers (RFC 6266 §4.3 says it for HTTP).
  private mutating func parameter(_ name: String, _ gathered: Gathered) -> FieldParameter? {
    let joined = gathered.pieces[0] == nil ? nil : join(gathered)
    if joined == nil, !gathered.pieces.isEmpty {
      faults.add(gathered.place, "pieces of a parameter without the first, *0", "RFC 2231 §3")
    }
    if let joined {
      return FieldParameter(name: name, value: joined.text, range: gathered.place, traits: joined.traits)
    }
    guard let plain = gathered.plain else { return nil }
    let value = plainValue(plain)
    return FieldParameter(name: name, value: value.text, range: gathered.place, traits: value.traits)
  }

  /// The value of a parameter in one piece; encoded words in it are wrong, and common.
  private mutating func plainValue(_ piece: ParameterPiece) -> (text: String, traits: TextTraits) {
    let octets = octets(of: piece)
    let inner = UnstructuredText.parse(octets)
    if let value = inner.value, value.traits.contains(.encodedWord) {
      faults.add(piece.value, "an encoded word in a parameter, where the standard has none", "RFC 2047 §5", .remark)
      return (value.text, value.traits)
    }
    return (String(decoding: octets, as: UTF8.self), inner.value?.traits ?? [])
  }

  private func octets(of piece: ParameterPiece) -> [UInt8] {
    piece.isQuoted ? text.unquoted(piece.value) : text.unfoldedOctets(piece.value)
  }

  private mutating func join(_ gathered: Gathered) -> (text: String, traits: TextTraits) {
    var octets: [UInt8] = []
    var (charset, number): (String?, Int) = (nil, 0)
    while let (piece, isEncoded) = gathered.pieces[number] {
      var content = self.octets(of: piece)[...]
      if isEncoded, number == 0 {
        let parts = content.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 {
          charset = String(decoding: parts[0], as: UTF8.self)
          content = parts[2]
        } else {
          faults.add(piece.value, "an extended value without its charset", "RFC 2231 §4")
        }
      }
      octets += isEncoded ? decodePercent(content, piece.value) : Array(content)
      number += 1
    }
    if number < gathered.pieces.count {
      faults.add(gathered.place, "a parameter with a piece missing: number \(number)", "RFC 2231 §3")
    }
    return decode(octets, charset, gathered.place)
  }

  private mutating func decode(_ octets: [UInt8], _ charset: String?, _ place: Range<Int>) -> (String, TextTraits) {
    guard let charset, !charset.isEmpty else { return (String(decoding: octets, as: UTF8.self), []) }
    guard let known = Charset(named: charset) else {
      faults.add(
        place, "a value in the charset \"\(charset.prefix(40))\", which is not read here", "RFC 2231 §4", .remark)
      return (String(decoding: octets, as: UTF8.self), .unknownCharset)
    }
    let decoded = known.decode(octets)
    if !decoded.isValid { faults.add(place, "octets that are not of the charset \(charset)", "RFC 2231 §4") }
    return (decoded.text, decoded.isValid ? [] : .brokenEncodedWord)
  }

  private mutating func decodePercent(_ octets: ArraySlice<UInt8>, _ place: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var index = octets.startIndex
    while index < octets.endIndex {
      if octets[index] == UInt8(ascii: "%") {
        if index + 2 < octets.endIndex, let high = octets[index + 1].hexadecimalValue,
          let low = octets[index + 2].hexadecimalValue
        {
          result.append(high << 4 | low)
          index += 3
          continue
        }
        faults.add(place, "a percent sign without two hexadecimal digits", "RFC 2231 §4")
      }
      result.append(octets[index])
      index += 1
    }
    return result
  }
}
