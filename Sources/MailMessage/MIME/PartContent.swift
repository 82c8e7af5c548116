/// The decoded content of a part.
public struct PartContent: Sendable, Hashable {
  /// How many octets it has when decoded.
  public internal(set) var size = 0
  /// The first octets, at most ``MIMELimits/headOctets``; of a text with kept octets too.
  public internal(set) var head: [UInt8] = []
  /// The octets of a text, at most ``MIMELimits/textOctets``; nil for other parts.
  public internal(set) var text: [UInt8]?
  /// Whether the text is longer than what was kept.
  public var isTextCut: Bool { text.map { $0.count < size } ?? false }
  /// The last octets of an archive, at most ``MIMELimits/tailOctets``; nil for other parts.
  public internal(set) var tail: [UInt8]?
  /// Octets above 127, by the lines of the source.
  public internal(set) var eightBit = Occurrences()
  /// Octets 128 to 159: no characters in ISO-8859, and some in windows-1252.
  public internal(set) var controls = Occurrences()
  /// Sequences that are not UTF-8 (RFC 3629 §4).
  public internal(set) var notUTF8 = Occurrences()
  /// Where the lines of the source begin in the octets of the text.
  var lineStarts: [LineStart] = []

  /// A line of the source begins at an octet of the text.
  struct LineStart: Sendable, Hashable {
    let octet: Int32
    let line: Int32
  }

  /// Whether all of it is UTF-8; ASCII is.
  public var isUTF8: Bool { notUTF8.count == 0 }
  /// Whether all of it is ASCII.
  public var isASCII: Bool { eightBit.count == 0 }

  /// The line of the source that the octet `offset` of the text comes from.
  public func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle].octet) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 1 : Int(lineStarts[low - 1].line)
  }

  /// The text in `charset`; of UTF-8 where the charset is not known. What is no character becomes U+FFFD.
  public func decodedText(_ charset: String?) -> String? {
    text.map { (charset.flatMap { Charset(named: $0) } ?? .utf8).decode($0).text }
  }
}

extension MIMEPart {
  /// The decoded text, as far as it was kept; nil for a part that is no text.
  public var text: String? { content?.decodedText(contentType.charset) }
  /// The charset, if it is one that is read here.
  public var charset: Charset? { Charset(named: contentType.charset ?? "us-ascii") }
}
