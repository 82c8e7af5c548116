import Syntax

/// Cuts a text into message identifiers.
struct MessageIDReader {
  let text: [UInt8]
  private(set) var identifiers: [MessageIDToken] = []
  private(set) var hasPhrase = false
  var faults = FieldFaults()
  private var phrase: Range<Int>?
  private var traits: MessageIDToken.Traits = []
  private static let reference = "RFC 5322 §3.6.4"

  init(text: [UInt8]) { self.text = text }

  mutating func readAll() {
    let tokens = MessageIDPieces.split(text)
    for piece in tokens {
      switch piece.kind {
      case .bracketed: readIdentifier(piece.range, content: piece.range.lowerBound + 1..<piece.range.upperBound - 1)
      case .unclosed: readUnclosed(piece.range)
      case .bare: readBare(piece.range)
      case .comment: faults.add(piece.range, "a comment, which is obsolete here", "RFC 5322 §4.5.4", .remark)
      }
    }
    tellPhrase()
  }

  private mutating func readUnclosed(_ range: Range<Int>) {
    traits = .noBrackets
    faults.add(range, "an identifier whose angle bracket is never closed", Self.reference)
    readIdentifier(range, content: range.lowerBound + 1..<range.upperBound)
  }

  /// A word without brackets is an identifier if it has an `@` or is the first thing that stands there.
  private mutating func readBare(_ range: Range<Int>) {
    guard text[range].contains(UInt8(ascii: "@")) else {
      hasPhrase = true
      phrase = (phrase?.lowerBound ?? range.lowerBound)..<range.upperBound
      return
    }
    traits = .noBrackets
    faults.add(range, "an identifier without angle brackets", Self.reference)
    readIdentifier(range, content: range)
  }

  /// Words are a phrase beside identifiers, and an identifier of their own where there is none.
  private mutating func tellPhrase() {
    guard let phrase else { return }
    if identifiers.isEmpty {
      traits = .noBrackets
      hasPhrase = false
      faults.add(phrase, "an identifier without angle brackets", Self.reference)
      return readIdentifier(phrase, content: phrase)
    }
    faults.add(phrase, "words that are no identifier", "RFC 5322 §4.5.4")
  }

  private mutating func readIdentifier(_ range: Range<Int>, content: Range<Int>) {
    defer { traits = [] }
    let at = text[content].lastIndex(of: UInt8(ascii: "@"))
    let (left, right) = (
      content.lowerBound..<(at ?? content.upperBound), (at.map { $0 + 1 } ?? content.upperBound)..<content.upperBound
    )
    checkParts(left, right, hasAt: at != nil, range)
    checkSpace(content)
    checkLeft(left)
    if !right.isEmpty { checkRight(right) }
    identifiers.append(
      MessageIDToken(
        text: text.unfolded(range), left: text.unfolded(left), right: text.unfolded(right), range: range, traits: traits
      ))
  }

  private mutating func checkParts(_ left: Range<Int>, _ right: Range<Int>, hasAt: Bool, _ range: Range<Int>) {
    guard hasAt else { return tell(.noAt, range, "an identifier without \"@\"") }
    if left.isEmpty { tell(.emptyLeft, range, "an identifier with nothing before the \"@\"") }
    if right.isEmpty { tell(.emptyRight, range, "an identifier with nothing behind the \"@\"") }
  }

  private mutating func checkSpace(_ content: Range<Int>) {
    if let index = content.first(where: { text[$0] == 0x0A || text[$0] == 0x0D }) {
      tell(.folded, index..<(index + 1), "a line end inside an identifier")
    }
    if RawOctets.range(in: text, content) != nil { traits.insert(.nonASCII) }
  }

  /// A dot-atom; quoted strings are obsolete (RFC 5322 §4.5.4).
  private mutating func checkLeft(_ left: Range<Int>) {
    var (isQuoted, isEscaped, dot) = (false, false, true)
    for index in left {
      let octet = text[index]
      if isEscaped {
        isEscaped = false
      } else if octet == UInt8(ascii: "\"") {
        isQuoted.toggle()
        traits.insert(.quotedLeft)
      } else if isQuoted {
        isEscaped = octet == UInt8(ascii: "\\")
      } else if octet == UInt8(ascii: "@") {
        tell(.severalAts, index..<(index + 1), "an identifier with more than one \"@\"")
      } else {
        checkAtom(index, follows: dot, .illegalLeft)
      }
      dot = !isQuoted && octet == UInt8(ascii: ".")
    }
    if isQuoted { tell(.illegalLeft, left, "a quotation mark that is never closed") }
    if traits.contains(.quotedLeft) {
      faults.add(left, "a quoted string in an identifier, which is obsolete", "RFC 5322 §4.5.4", .remark)
    }
    if dot, !left.isEmpty { tell(.illegalLeft, left, "a dot before the \"@\"") }
  }

  private mutating func checkRight(_ right: Range<Int>) {
    if text[right.lowerBound] == UInt8(ascii: "["), text[right.upperBound - 1] == UInt8(ascii: "]") {
      traits.insert(.domainLiteral)
      let content = right.dropFirst().dropLast()
      if let index = content.first(where: { "[]\\<>".utf8.contains(text[$0]) }) {
        tell(.illegalRight, index..<(index + 1), "a character that a literal may not have")
      }
      return
    }
    var dot = true
    for index in right {
      checkAtom(index, follows: dot, .illegalRight)
      dot = text[index] == UInt8(ascii: ".")
    }
    if dot { tell(.illegalRight, right, "a dot at the end of an identifier") }
  }

  private mutating func checkAtom(_ index: Int, follows dot: Bool, _ trait: MessageIDToken.Traits) {
    let octet = text[index]
    if octet == UInt8(ascii: ".") {
      if dot { tell(trait, index..<(index + 1), "a dot in an identifier that follows no character") }
    } else if octet.isWhiteSpace {
      tell(.blank, index..<(index + 1), "white space inside an identifier")
    } else if !octet.isFolding, !AddressReader.isAtomText(octet) {
      tell(trait, index..<(index + 1), "a character that an identifier may not have")
    }
  }

  private mutating func tell(_ trait: MessageIDToken.Traits, _ range: Range<Int>, _ message: String) {
    traits.insert(trait)
    faults.add(range, message, Self.reference)
  }
}

/// Where identifiers, words and comments stand.
struct MessageIDPieces {
  enum Kind { case bracketed, unclosed, bare, comment }

  static func split(_ text: [UInt8]) -> [(kind: Kind, range: Range<Int>)] {
    var pieces: [(kind: Kind, range: Range<Int>)] = []
    var (index, opensComments) = (0, true)
    while index < text.count {
      if text[index].isFolding || text[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let start = index
      if text[index] == UInt8(ascii: "<") {
        let end = bracketEnd(start, text)
        pieces.append((end.isClosed ? .bracketed : .unclosed, start..<end.place))
        index = end.place
      } else if text[index] == UInt8(ascii: "("), opensComments {
        guard let end = commentEnd(start, text) else {
          opensComments = false
          continue
        }
        pieces.append((.comment, start..<end))
        index = end
      } else {
        while index < text.count, !text[index].isFolding, text[index] != UInt8(ascii: "<") || index == start {
          index += 1
        }
        pieces.append((.bare, start..<index))
      }
    }
    return pieces
  }

  /// Behind the `>` that closes the bracket; at the next `<` or at the end of the text where there is none.
  private static func bracketEnd(_ start: Int, _ text: [UInt8]) -> (place: Int, isClosed: Bool) {
    var index = start + 1
    var isQuoted = false
    // Where the text would end if the quotation mark meant nothing.
    var plainEnd: (place: Int, isClosed: Bool)?
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        let end = text[index] == UInt8(ascii: ">") ? (index + 1, true) : (index, false)
        if !isQuoted || text[index] == UInt8(ascii: "<") { return isQuoted ? plainEnd ?? end : end }
        plainEnd = plainEnd ?? end
      default: break
      }
      index += 1
    }
    return plainEnd ?? (text.trimmed(start..<text.count).upperBound, false)
  }

  private static func commentEnd(_ start: Int, _ text: [UInt8]) -> Int? {
    var (index, depth) = (start, 0)
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if depth == 0 { return min(index + 1, text.count) }
      index += 1
    }
    return nil
  }
}
