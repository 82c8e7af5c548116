/// The beginning or the end of an element, without a string of its own.
public struct XMLToken: Sendable, Hashable {
  /// Which of the two.
  public enum Kind: UInt8, Sendable {
    /// A start tag.
    case start
    /// An end tag, or the end of an empty element.
    case end
  }

  /// Which of the two.
  public let kind: Kind
  /// The place of the name in the vocabulary; -1 for one that is not in it.
  public let name: Int16
  /// The place of the namespace in ``XMLPushParser/namespaces``; -1 outside of any.
  public let namespace: Int16
  /// Whether the text is longer than what was kept.
  public let isCut: Bool
  /// The line on which the tag ends, from 1.
  public let line: Int32
  private let textStart: Int32
  private let textEnd: Int32

  init(
    _ kind: Kind, name: Int16, namespace: Int16, line: Int, text: Range<Int>, isCut: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.isCut = isCut
    self.line = Int32(clamping: line)
    (textStart, textEnd) = (Int32(clamping: text.lowerBound), Int32(clamping: text.upperBound))
  }

  /// Octets of the piece: of an end the character data behind the tag before it, which in an element without elements is
  /// all of it; of a beginning with a name that is not in the vocabulary the name.
  public var text: Range<Int> { Int(textStart)..<Int(textEnd) }
}

/// What one piece of a text held.
public struct XMLPiece: Sendable {
  /// The tags in order.
  public let tokens: [XMLToken]
  /// What their ranges of text point into.
  public let octets: [UInt8]
}
