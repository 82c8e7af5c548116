/// A piece of a text that was pasted, made even for matching, with the place in the paste that each octet came from.
struct MappedText: Sendable, Hashable {
  /// The octets as they are shown.
  private(set) var octets: [UInt8] = []
  /// The same with letters in lower case: what patterns run over.
  private(set) var folded: [UInt8] = []
  /// For each octet its offset in what was pasted.
  private(set) var places: [Int] = []

  /// Stands where a line was broken within a statement.
  static let wrap: UInt8 = 0x0A

  init() {}

  /// A text without a paste, each octet standing for itself.
  init(_ octets: some Sequence<UInt8>) {
    for (place, octet) in octets.enumerated() { append(octet, place) }
  }

  mutating func append(_ octet: UInt8, _ place: Int) {
    octets.append(octet)
    folded.append(octet.lowercased)
    places.append(place)
  }

  mutating func append(_ other: MappedText, _ range: Range<Int>) {
    octets += other.octets[range]
    folded += other.folded[range]
    places += other.places[range]
  }

  /// Appends a range, line ends as wraps, and one blank for several.
  mutating func append(folding other: MappedText, _ range: Range<Int>) {
    for index in range {
      let octet = other.octets[index]
      let isLineEnd = octet == Self.wrap || octet == PastedText.embeddedLineEnd
      if octet.isBlank || isLineEnd, let last = octets.last, last == 0x20 || last == Self.wrap { continue }
      append(isLineEnd ? Self.wrap : octet == 0x09 ? 0x20 : octet, other.places[index])
    }
  }

  /// A part of the text.
  subscript(range: Range<Int>) -> MappedText {
    var part = MappedText()
    part.append(self, range)
    return part
  }

  var count: Int { octets.count }
  var isEmpty: Bool { octets.isEmpty }

  /// The text of a range for people, on one line.
  func string(_ range: Range<Int>) -> String {
    String(
      decoding: octets[range].map { $0 == Self.wrap || $0 == PastedText.embeddedLineEnd ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Where `literal`, in lower case, begins at or behind `start`; nil when it does not stand there. Wraps end a search
  /// within the literal: words that steer the reading stand on one line.
  func firstIndex(of literal: StaticString, from start: Int = 0) -> Int? {
    firstIndex(ofOctets: Array("\(literal)".utf8), from: start)
  }

  func firstIndex(ofOctets literal: [UInt8], from start: Int = 0) -> Int? {
    guard let first = literal.first, folded.count >= literal.count, start >= 0 else { return nil }
    var index = start
    while index + literal.count <= folded.count {
      if folded[index] == first, folded[index..<(index + literal.count)].elementsEqual(literal) { return index }
      index += 1
    }
    return nil
  }

  /// Whether `literal`, in lower case, stands somewhere.
  func contains(_ literal: StaticString) -> Bool { firstIndex(of: literal) != nil }

  /// Whether the text begins with `literal`, in lower case.
  func hasPrefix(_ literal: StaticString) -> Bool { folded.starts(with: Array("\(literal)".utf8)) }
}
