public import Syntax

/// A place in the octets of a message. Lines count from 1 and end at LF; columns are octets, from 1.
public struct SourcePlace: Sendable, Hashable {
  /// The octet, counted from the beginning of the source.
  public let offset: Int
  /// The line, that of a mailbox before the message counted.
  public let line: Int
  /// The octet within the line.
  public let column: Int

  /// Joins the parts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Line and column.
  public var position: TextPosition { TextPosition(line: line, column: column) }

  /// The place so many octets further on the same line.
  func advanced(by distance: Int) -> SourcePlace {
    SourcePlace(offset: offset + distance, line: line, column: column + distance)
  }
}

/// How often something occurs, and where first.
public struct Occurrences: Sendable, Hashable {
  /// How often.
  public private(set) var count = 0
  /// Where first; nil when it does not occur.
  public private(set) var first: SourcePlace?

  /// None.
  public init() {}

  /// Counts `more` of them, the first of which is at `place`.
  mutating func add(_ more: Int = 1, at place: SourcePlace) {
    guard more > 0 else { return }
    if first == nil { first = place }
    count += more
  }
}
