import Syntax

/// Puts the text of encoded words and of plain octets together (RFC 2047 §6).
struct DecodedText {
  private(set) var text = ""
  private(set) var faults = FieldFaults()
  private(set) var traits: TextTraits = []
  /// Octets of encoded words in a row with one charset: some programs cut a character in two.
  private var pending: [UInt8] = []
  private var charset: Charset?
  private var place = 0..<0

  /// Appends plain octets.
  mutating func append(_ octets: some Sequence<UInt8>) {
    flush()
    text += String(decoding: Array(octets), as: UTF8.self)
  }

  /// Appends an encoded word; the caller left out the white space between two of them.
  mutating func append(_ word: EncodedWord, source: [UInt8]) {
    traits.insert(.encodedWord)
    faults.add(word.faults)
    if word.faults.contains(where: { $0.gravity > .remark }) { traits.insert(.brokenEncodedWord) }
    if word.range.count > FieldLimits.encodedWord { traits.insert(.longEncodedWord) }
    guard let known = Charset(named: word.charset) else {
      append(source.unfoldedOctets(word.range))
      traits.insert(.unknownCharset)
      return faults.add(
        word.range, "an encoded word in the charset \"\(word.charset)\", which is not read here", "RFC 2047 §2", .remark
      )
    }
    if known != charset { flush() }
    if known == .utf8, Self.endsInside(pending) {
      faults.add(word.range, "a character that is cut in two by the ends of encoded words", "RFC 2047 §5", .remark)
    }
    charset = known
    pending += word.octets
    place = pending.isEmpty ? word.range : min(place.lowerBound, word.range.lowerBound)..<word.range.upperBound
  }

  /// Tells of a fault.
  mutating func tell(_ range: Range<Int>, _ message: String, _ reference: String) {
    faults.add(range, message, reference, .remark)
  }

  /// Notes what is to be said of a part that was decoded elsewhere.
  mutating func insert(_ others: TextTraits) { traits.formUnion(others) }

  /// Ends what is pending.
  mutating func flush() {
    defer { (pending, charset) = ([], nil) }
    guard !pending.isEmpty, let charset else { return }
    let decoded = charset.decode(pending)
    text += decoded.text
    if !decoded.isValid {
      traits.insert(.brokenEncodedWord)
      faults.add(place, "an encoded word with octets that are not of its charset \(charset.rawValue)", "RFC 2047 §2")
    }
  }

  /// Whether the octets end in the middle of a character of UTF-8.
  private static func endsInside(_ octets: [UInt8]) -> Bool {
    guard let lead = octets.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return false }
    let length = octets[lead] >= 0xF0 ? 4 : octets[lead] >= 0xE0 ? 3 : 2
    return octets.count - lead < length
  }
}

/// What is to be said of a text.
public struct TextTraits: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int
  /// Makes a set of its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It has an encoded word.
  public static let encodedWord = TextTraits(rawValue: 1 << 0)
  /// An encoded word is broken: its text cannot be decoded, or not to characters.
  public static let brokenEncodedWord = TextTraits(rawValue: 1 << 1)
  /// An encoded word has more than 75 characters (RFC 2047 §2).
  public static let longEncodedWord = TextTraits(rawValue: 1 << 2)
  /// An encoded word names a charset that is not known; it is kept as it is written.
  public static let unknownCharset = TextTraits(rawValue: 1 << 3)
  /// It has characters outside ASCII as they are, in UTF-8 (RFC 6532 §3.1).
  public static let rawUTF8 = TextTraits(rawValue: 1 << 4)
  /// It has octets outside ASCII that are no UTF-8.
  public static let rawOctets = TextTraits(rawValue: 1 << 5)
}
