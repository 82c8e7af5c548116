public import Syntax

/// The body of an unstructured field such as Subject (RFC 5322 §3.2.5), unfolded and decoded (RFC 2047).
public struct UnstructuredText: Sendable, Hashable {
  /// The text, without white space at both ends.
  public let text: String
  /// What is to be said of it.
  public let traits: TextTraits

  /// Reads the body of a field. Every text is one.
  public static func parse(_ text: [UInt8]) -> Parsed<UnstructuredText> {
    var reader = UnstructuredReader(text: text, range: text.trimmed(0..<text.count))
    reader.readAll()
    return Parsed(
      text: text, value: UnstructuredText(text: reader.decoded.text, traits: reader.traits),
      faults: reader.faults.sorted)
  }
}

/// Reads words and the white space between them.
private struct UnstructuredReader {
  let text: [UInt8]
  let range: Range<Int>
  var decoded = DecodedText()
  var faults = FieldFaults()
  var traits: TextTraits = []
  private var finder = EncodedWordFinder()
  /// Where the plain octets begin that are not appended yet.
  private var plain: Int
  /// Where the encoded word before them ends.
  private var wordEnd: Int?

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
    plain = range.lowerBound
  }

  mutating func readAll() {
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index] == UInt8(ascii: "="),
        EncodedWordFinder.head(at: index, in: text, end: range.upperBound) != nil
      else {
        index += 1
        continue
      }
      index = readWord(at: index)
    }
    appendPlain(to: range.upperBound)
    decoded.flush()
    traits.formUnion(decoded.traits)
    faults.add(decoded.faults.sorted)
    checkOctets()
  }

  /// Reads the encoded word at `index`; returns where to go on.
  private mutating func readWord(at index: Int) -> Int {
    guard let place = finder.place(at: index, in: text, end: range.upperBound, allowsBlanks: true) else {
      traits.insert(.brokenEncodedWord)
      faults.add(index..<(index + 2), "an encoded word without its end", "RFC 2047 §2")
      return index + 2
    }
    // White space between two encoded words is not part of the text (RFC 2047 §6.2).
    let gap = plain..<index
    let word = EncodedWord(place, in: text)
    let isKnown = Charset(named: word.charset) != nil
    let isJoined = isKnown && wordEnd == gap.lowerBound && text[gap].allSatisfy(\.isFolding)
    if !isJoined { appendPlain(to: index) }
    checkNeighbours(of: place)
    decoded.append(word, source: text)
    plain = place.range.upperBound
    wordEnd = isKnown ? plain : nil
    return plain
  }

  /// RFC 2047 §5 (1): white space parts an encoded word from what stands beside it.
  private mutating func checkNeighbours(of place: EncodedWordPlace) {
    let (before, after) = (place.range.lowerBound - 1, place.range.upperBound)
    let touches =
      before >= range.lowerBound && !text[before].isFolding || after < range.upperBound && !text[after].isFolding
    if touches {
      faults.add(
        place.range, "an encoded word that touches other text, which some readers leave undecoded", "RFC 2047 §5")
    }
  }

  private mutating func appendPlain(to end: Int) {
    if plain < end { decoded.append(text.unfoldedOctets(plain..<end)) }
    plain = end
  }

  private mutating func checkOctets() {
    faults.addOctets(of: text)
    guard let eight = RawOctets.range(in: text, range) else { return }
    traits.insert(RawOctets.isUTF8(text[eight]) ? .rawUTF8 : .rawOctets)
  }
}
