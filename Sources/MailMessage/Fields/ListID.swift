public import Syntax

/// The body of List-Id (RFC 2919 §3).
public struct ListID: Sendable, Hashable {
  /// The words before the identifier, decoded; nil when there are none.
  public let phrase: String?
  /// The identifier, without angle brackets.
  public let identifier: String

  /// Reads the body of a field; no value when it holds no identifier.
  public static func parse(_ text: [UInt8]) -> Parsed<ListID> {
    var faults = FieldFaults()
    faults.addOctets(of: text)
    let content = text.trimmed(0..<text.count)
    let close = text[content].lastIndex(of: UInt8(ascii: ">"))
    guard let open = text[content].lastIndex(of: UInt8(ascii: "<")), open < close ?? text.count else {
      let hasValue = !content.isEmpty && !text[content].contains(where: \.isFolding)
      let words = content.isEmpty ? "no list identifier" : "a list identifier without angle brackets"
      faults.add(content, words, "RFC 2919 §3", hasValue ? .ignored : .fatal)
      let value = hasValue ? ListID(phrase: nil, identifier: text.unfolded(content)) : nil
      return Parsed(text: text, value: value, faults: faults.sorted)
    }
    let identifier = open + 1..<(close ?? content.upperBound)
    if close == nil { faults.add(open..<(open + 1), "an angle bracket that is never closed", "RFC 2919 §3") }
    if let close, close + 1 < content.upperBound {
      faults.add(close + 1..<content.upperBound, "text behind the identifier", "RFC 2919 §3", .remark)
    }
    check(text, identifier, &faults)
    let (tokens, _) = FieldTokenizer.read(text, in: content.lowerBound..<open, specials: .address)
    var phrase = PhraseReader(text: text)
    phrase.read(tokens[...])
    faults.add(phrase.decoded.faults.sorted)
    let value = ListID(
      phrase: phrase.decoded.text.isEmpty ? nil : phrase.decoded.text, identifier: text.unfolded(identifier))
    return Parsed(text: text, value: value, faults: faults.sorted)
  }

  /// A label, a dot and a name: a dot-atom (RFC 2919 §2).
  private static func check(_ text: [UInt8], _ identifier: Range<Int>, _ faults: inout FieldFaults) {
    let parts = text[identifier].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDotAtom = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(AddressReader.isAtomText) }
    if !isDotAtom || parts.count < 2 {
      faults.add(identifier, "an identifier that is no name with a dot", "RFC 2919 §2")
    }
  }
}
