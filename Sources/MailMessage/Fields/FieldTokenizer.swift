package import Syntax

/// Cuts the raw body of a structured field into tokens, each octet looked at a bounded number of times.
///
/// Comments nest as deep as they like: depth is counted, nothing recurses. What is opened and never closed is told, and
/// its opening mark loses its meaning; a second one is not searched for.
package struct FieldTokenizer {
  private let text: [UInt8]
  private let end: Int
  private let specials: FieldSpecials
  private let readsLiterals: Bool
  private var position: Int
  private var finder = EncodedWordFinder()
  private var unclosed: Set<UInt8> = []
  private var tokens: [FieldToken] = []
  private var faults = FieldFaults()

  private init(_ text: [UInt8], _ range: Range<Int>, _ specials: FieldSpecials, readsLiterals: Bool) {
    self.text = text
    self.specials = specials
    self.readsLiterals = readsLiterals
    position = range.lowerBound
    end = range.upperBound
  }

  /// The tokens of `range`, all of the text unless told, and the faults of their making.
  package static func read(
    _ text: [UInt8], in range: Range<Int>? = nil, specials: FieldSpecials, readsLiterals: Bool = true
  ) -> (tokens: [FieldToken], faults: [SyntaxFault]) {
    var reader = FieldTokenizer(text, range ?? 0..<text.count, specials, readsLiterals: readsLiterals)
    while reader.readToken() {}
    return (reader.tokens, reader.faults.sorted)
  }

  private mutating func readToken() -> Bool {
    let start = position
    while position < end, text[position].isFolding { position += 1 }
    guard position < end else { return false }
    let (kind, upper) = next()
    let token = FieldToken(kind: kind, range: position..<upper, hasSpaceBefore: position > start)
    if !token.range.isEmpty { tokens.append(token) }
    position = upper
    return true
  }

  private mutating func next() -> (FieldToken.Kind, Int) {
    switch text[position] {
    case UInt8(ascii: "\""):
      if let close = close(of: UInt8(ascii: "\"")) { return (.quotedString, close) }
      return tell("a quotation mark that is never closed", "RFC 5322 §3.2.4")
    case UInt8(ascii: "("):
      if let close = close(of: UInt8(ascii: "(")) { return (.comment, close) }
      return tell("a parenthesis that is never closed", "RFC 5322 §3.2.2")
    case UInt8(ascii: "[") where readsLiterals:
      if let close = close(of: UInt8(ascii: "[")) { return (.domainLiteral, close) }
      return tell("a square bracket that is never closed", "RFC 5322 §3.4.1")
    case let octet where specials.contains(octet): return (.special, position + 1)
    default: return atom()
    }
  }

  /// What is opened and never closed is read as an atom.
  private mutating func tell(_ message: String, _ reference: String) -> (FieldToken.Kind, Int) {
    if unclosed.insert(text[position]).inserted { faults.add(position..<(position + 1), message, reference) }
    position += 1
    while position < end, text[position].isFolding { position += 1 }
    return atom()
  }

  private mutating func atom() -> (FieldToken.Kind, Int) {
    if let word = finder.place(at: position, in: text, end: end, allowsBlanks: false) {
      return (.encodedWord, word.range.upperBound)
    }
    var upper = position
    while upper < end, !endsAtom(text[upper]) { upper += text[upper] == UInt8(ascii: "\\") ? 2 : 1 }
    upper = min(upper, end)
    return (.atom, upper)
  }

  private func endsAtom(_ octet: UInt8) -> Bool {
    octet.isFolding || specials.contains(octet) || octet == UInt8(ascii: "(") || octet == UInt8(ascii: "\"")
      || octet == UInt8(ascii: "[") && readsLiterals
  }

  /// Behind the mark that closes what is opened here; nil when there is none.
  private func close(of opening: UInt8) -> Int? {
    guard !unclosed.contains(opening) else { return nil }
    var (index, depth) = (position + 1, 1)
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "(") where opening == UInt8(ascii: "("): depth += 1
      case Self.closing(opening): depth -= 1
      default: break
      }
      if depth == 0 { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func closing(_ opening: UInt8) -> UInt8 {
    switch opening {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: opening
    }
  }
}
