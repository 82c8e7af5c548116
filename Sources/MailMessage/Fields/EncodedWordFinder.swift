/// Where the parts of an encoded word stand (RFC 2047 §2).
package struct EncodedWordPlace: Sendable, Equatable {
  /// All of it, `=?` and `?=` in the range.
  package let range: Range<Int>
  /// The name of the charset, with a language where one is written (RFC 2231 §5).
  package let charset: Range<Int>
  /// `B` or `Q`, in either case.
  package let encoding: Int
  /// The encoded text.
  package let content: Range<Int>
}

/// Finds encoded words, in time linear in the text however often it is asked for places from left to right.
package struct EncodedWordFinder {
  /// Before this place no encoded text ends that begins behind the places asked so far.
  private var deadEnd = 0

  package init() {}

  /// The encoded word that begins at `start`.
  ///
  /// `allowsBlanks` reads one whose text has blanks in it too, which many programs write and many read.
  package mutating func place(
    at start: Int, in text: [UInt8], end: Int, allowsBlanks: Bool
  ) -> EncodedWordPlace? {
    guard let head = Self.head(at: start, in: text, end: end), head.content >= deadEnd else { return nil }
    var index = head.content
    while index < end, allowsBlanks || !text[index].isFolding {
      if index + 1 < end, text[index] == UInt8(ascii: "?"), text[index + 1] == UInt8(ascii: "=") {
        return EncodedWordPlace(
          range: start..<(index + 2), charset: head.charset, encoding: head.content - 2, content: head.content..<index)
      }
      // Another one begins: this one has no end.
      if text[index] == UInt8(ascii: "="), Self.head(at: index, in: text, end: end) != nil { break }
      index += 1
    }
    deadEnd = index
    return nil
  }

  /// `=?charset?X?`: the charset, and where the encoded text begins.
  package static func head(at start: Int, in text: [UInt8], end: Int) -> (charset: Range<Int>, content: Int)? {
    guard start + 1 < end, text[start] == UInt8(ascii: "="), text[start + 1] == UInt8(ascii: "?") else { return nil }
    let mark = UInt8(ascii: "?")
    // The charset is shorter than the word.
    let limit = min(end, start + FieldLimits.encodedWord)
    guard let question = text[(start + 2)..<max(start + 2, limit)].firstIndex(where: { $0 == mark || $0.isFolding }),
      text[question] == mark, question > start + 2, question + 2 < end, text[question + 2] == mark,
      text[question + 1] | 0x20 == UInt8(ascii: "q") || text[question + 1] | 0x20 == UInt8(ascii: "b")
    else { return nil }
    return (start + 2..<question, question + 3)
  }
}
