/// Finds the messages of an mbox file in one pass (RFC 4155). Nothing is unquoted: `>From ` stays as it is, because
/// it cannot be known whether a program or a person wrote it.
public struct MboxScan: Sendable {
  /// The rules for where a message begins.
  public enum Dialect: Sendable, Hashable {
    /// A line `From sender date` behind an empty line: mboxo and mboxrd.
    case lines
    /// The same, and Content-Length tells where a message ends, when another one begins there: mboxcl, mboxcl2.
    case contentLength
  }

  /// How many lines begin with `>From `, any number of `>`: quoted, or written so.
  public private(set) var quotedLines = 0
  /// Lines that begin with `From ` and begin no message: without an empty line before them, or without a date.
  public private(set) var unquotedLines = 0
  private let dialect: Dialect
  private var offset = 0
  private var lineStart = 0
  private var head: [UInt8] = []
  private var lineCount = 0
  /// Whether the line before was empty, or there is none.
  private var mayBegin = true
  private var start: Int?
  private var startLine = 0
  private var inHeader = false
  private var contentLength: Int?
  /// Where the content ends by its length; nil without one, or when it has turned out to be untrue.
  private var promisedEnd: Int?
  /// Where messages would begin before that end.
  private var inside: [(start: Int, line: Int)] = []

  /// The messages that a length may hide before it is taken for untrue.
  private static let insideLimit = 100_000
  /// The octets of a line that are looked at.
  private static let headOctets = 512

  /// Begins at the beginning of a file.
  public init(_ dialect: Dialect = .contentLength) { self.dialect = dialect }

  /// Takes the next octets; `found` gets each message that is complete.
  public mutating func consume(_ piece: Span<UInt8>, _ found: (MboxEntry) -> Void) {
    for index in piece.indices {
      let octet = piece[index]
      offset += 1
      if octet == 0x0A {
        take(found)
      } else if head.count < Self.headOctets {
        head.append(octet)
      }
    }
  }

  /// The file ends.
  public mutating func finish(_ found: (MboxEntry) -> Void) {
    if lineStart < offset { take(found) }
    if let promisedEnd, !(0...2).contains(offset - promisedEnd) { distrust(found) }
    if let start { found(MboxEntry(range: start..<offset, line: startLine)) }
    start = nil
  }

  private mutating func take(_ found: (MboxEntry) -> Void) {
    if head.last == 0x0D { head.removeLast() }
    lineCount += 1
    if let promisedEnd, !head.isEmpty, lineStart >= promisedEnd { judgeLength(promisedEnd, found) }
    if head.starts(with: "From ".utf8) {
      takeFrom(found)
    } else if inHeader {
      takeHeader()
    } else if head.first == UInt8(ascii: ">"), head.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8)
    {
      quotedLines += 1
    }
    mayBegin = head.isEmpty
    head.removeAll(keepingCapacity: true)
    lineStart = offset
  }

  private mutating func takeFrom(_ found: (MboxEntry) -> Void) {
    guard mayBegin || start == nil, Self.hasDate(head) else {
      unquotedLines += 1
      return
    }
    if promisedEnd != nil {
      inside.append((lineStart, lineCount))
      if inside.count > Self.insideLimit { distrust(found) }
    } else {
      begin(lineStart, lineCount, found)
    }
  }

  private mutating func begin(_ place: Int, _ line: Int, _ found: (MboxEntry) -> Void) {
    if let start { found(MboxEntry(range: start..<place, line: startLine)) }
    (start, startLine) = (place, line)
    (inHeader, contentLength) = (true, nil)
  }

  /// The first line with text behind the end by length: the length is true if a message begins there.
  private mutating func judgeLength(_ end: Int, _ found: (MboxEntry) -> Void) {
    guard lineStart - end <= 2, head.starts(with: "From ".utf8), Self.hasDate(head) else { return distrust(found) }
    promisedEnd = nil
    inside = []
    mayBegin = true
  }

  /// The length is not true: messages begin where they seem to.
  private mutating func distrust(_ found: (MboxEntry) -> Void) {
    promisedEnd = nil
    for message in inside { begin(message.start, message.line, found) }
    if !inside.isEmpty { inHeader = false }
    inside = []
  }

  private mutating func takeHeader() {
    if head.isEmpty {
      inHeader = false
      if dialect == .contentLength, let contentLength { promisedEnd = offset + contentLength }
    } else if let (name, colon) = HeaderLine.name(in: head), head.matches(0..<name, "content-length") {
      let digits = head[(colon + 1)...].drop { $0.isWhiteSpace }
      if digits.count <= 15, !digits.isEmpty, digits.allSatisfy(\.isDigit) {
        contentLength = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      }
    }
  }

  /// Whether the line has a time and, behind it, a year: `From a@b Fri Jan  1 12:00:00 2027`.
  private static func hasDate(_ line: [UInt8]) -> Bool {
    let words = line.split { $0.isWhiteSpace }
    let time = words.firstIndex { word in
      let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      return (2...3).contains(parts.count)
        && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isDigit) }
    }
    guard let time else { return false }
    return words[time...].contains { $0.count == 4 && $0.allSatisfy(\.isDigit) }
  }
}

/// A message in an mbox file.
public struct MboxEntry: Sendable, Hashable {
  /// Its octets in the file, with its line `From `.
  public let range: Range<Int>
  /// The line of the file on which it begins, from 1.
  public let line: Int
}

extension MessageOctets {
  /// The octets of `range` as octets of their own; nothing is copied.
  public func slice(_ range: Range<Int>) -> MessageOctets {
    let range = range.clamped(to: 0..<count)
    let whole = self
    return MessageOctets(count: range.count) { part throws(MessageReadError) in
      let start = range.lowerBound + part.lowerBound
      return try whole.octets(start..<(start + part.count), limit: MessageLimits.pieceOctets)
    }
  }
}
