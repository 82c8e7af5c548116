import Syntax

/// Decodes a phrase: the words of a display name (RFC 5322 §3.2.5, RFC 2047 §5).
struct PhraseReader {
  let text: [UInt8]
  var decoded = DecodedText()
  private var last: FieldToken.Kind?

  init(text: [UInt8]) { self.text = text }

  /// Appends the words, with one blank where white space parts them.
  mutating func read(_ tokens: ArraySlice<FieldToken>) {
    for token in tokens where token.kind != .comment {
      let isJoined = last == .encodedWord && token.kind == .encodedWord
      if token.hasSpaceBefore, last != nil, !isJoined { decoded.append([0x20]) }
      append(token)
      last = token.kind
    }
    decoded.flush()
  }

  private mutating func append(_ token: FieldToken) {
    switch token.kind {
    case .encodedWord: appendWord(at: token.range)
    case .quotedString:
      guard let word = encodedContent(of: token.range) else { return decoded.append(text.unquoted(token.range)) }
      decoded.tell(word, "an encoded word in quotation marks, which standard readers leave undecoded", "RFC 2047 §5")
      appendWords(in: word)
    default: decoded.append(text.unfoldedOctets(token.range))
    }
  }

  private mutating func appendWord(at range: Range<Int>) {
    var finder = EncodedWordFinder()
    guard let place = finder.place(at: range.lowerBound, in: text, end: range.upperBound, allowsBlanks: true) else {
      return decoded.append(text.unfoldedOctets(range))
    }
    decoded.append(EncodedWord(place, in: text), source: text)
  }

  /// The content of a quoted string that begins with an encoded word.
  private func encodedContent(of range: Range<Int>) -> Range<Int>? {
    let content = text.trimmed(range.lowerBound + 1..<range.upperBound - 1)
    return EncodedWordFinder.head(at: content.lowerBound, in: text, end: content.upperBound) == nil ? nil : content
  }

  /// Decodes encoded words in quotation marks as if there were none.
  private mutating func appendWords(in range: Range<Int>) {
    let inner = UnstructuredText.parse(Array(text[range]))
    decoded.append(inner.value?.text.utf8 ?? "".utf8)
    decoded.insert(inner.value?.traits ?? [])
  }
}
