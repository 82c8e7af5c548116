/// One entry of a zone text: a line, or several that parentheses join (RFC 1035 §5.1).
struct ZoneTextEntry {
  /// The parts, quotes taken off.
  var tokens: [Token] = []
  /// Whether the entry begins with a blank: the owner is that of the entry before.
  var startsBlank = false
  /// What is wrong with the entry as a text.
  var faults: [(line: Int, column: Int, message: String)] = []

  /// One part of an entry.
  struct Token {
    /// The octets with their escapes.
    let raw: ArraySlice<UInt8>
    /// Whether it stood in quotes.
    let isQuoted: Bool
    /// The line, from 1.
    let line: Int
    /// The octet within the line, from 1.
    let column: Int

    /// The octets as text.
    var text: String { String(decoding: raw, as: UTF8.self) }
  }
}

/// Splits zone text into entries and tokens; a single pass.
struct ZoneTextTokenizer {
  private let text: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var opened: [(line: Int, column: Int)] = []
  private var entry = ZoneTextEntry()

  init(_ text: [UInt8]) {
    // A byte order mark is what some editors leave in front of a text (RFC 3629 §6).
    self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  /// The next entry that holds anything; nil at the end.
  mutating func next() -> ZoneTextEntry? {
    while position < text.count {
      entry = ZoneTextEntry()
      entry.startsBlank = text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "\t")
      readEntry()
      if !entry.tokens.isEmpty || !entry.faults.isEmpty { return entry }
    }
    return nil
  }

  private mutating func readEntry() {
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\n"):
        endLine()
        if opened.isEmpty { return }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case UInt8(ascii: ";"): skipToLineEnd()
      case UInt8(ascii: "("): open()
      case UInt8(ascii: ")"): close()
      default: readToken()
      }
    }
    if let first = opened.first { entry.faults.append((first.line, first.column, "the parenthesis is never closed")) }
    opened = []
  }

  private mutating func endLine() {
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func skipToLineEnd() {
    while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func open() {
    opened.append((line, position - lineStart + 1))
    position += 1
  }

  private mutating func close() {
    if opened.popLast() == nil { fault(at: position, "a closing parenthesis without an opening one") }
    position += 1
  }

  private mutating func fault(at place: Int, _ message: String) {
    entry.faults.append((line, place - lineStart + 1, message))
  }

  private mutating func readToken() {
    let start = position
    let isQuoted = text[start] == UInt8(ascii: "\"")
    if isQuoted { skipQuoted() } else { skipPlain() }
    let inner = isQuoted ? (start + 1)..<max(start + 1, position - 1) : start..<position
    if text[inner].contains(0) { fault(at: start, "an octet of value 0; write it as \\000") }
    let column = start - lineStart + 1
    entry.tokens.append(.init(raw: text[inner], isQuoted: isQuoted, line: line, column: column))
  }

  /// Moves behind the closing quote; a string ends on its line.
  private mutating func skipQuoted() {
    let start = position
    position += 1
    while position < text.count, text[position] != UInt8(ascii: "\n") {
      if text[position] == UInt8(ascii: "\"") {
        position += 1
        return
      }
      skipOctet()
    }
    fault(at: start, "the quoted string is not closed on its line")
  }

  /// Moves to the next blank, comment or parenthesis; quotes inside, as in `alpn="h2,h3"`, belong to the token.
  private mutating func skipPlain() {
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\""): skipQuoted()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ";"),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        return
      default: skipOctet()
      }
    }
  }

  /// Moves behind one octet and, when it is a backslash, the octet that it escapes (RFC 1035 §5.1).
  private mutating func skipOctet() {
    guard text[position] == UInt8(ascii: "\\") else {
      position += 1
      return
    }
    let hasNext = position + 1 < text.count && text[position + 1] != UInt8(ascii: "\n")
    if !hasNext { fault(at: position, "a backslash at the end of the line") }
    position += hasNext ? 2 : 1
  }
}
