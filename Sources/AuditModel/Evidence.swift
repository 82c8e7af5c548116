/// What was seen, and where.
public struct Evidence: Sendable {
  private let text: Text
  /// The part of the excerpt that matters, as offsets of its UTF-8 octets; nil when all of it does.
  public let highlight: Range<Int>?
  /// The server or the file that gave it, when known.
  public let server: String?
  /// The place in a file of the owner, when the text was read from one.
  public let location: SourceLocation?

  private enum Text {
    case written(source: String, excerpt: String)
    case read(any EvidenceText)
  }

  /// Makes the value of its parts.
  public init(
    source: String, excerpt: String, highlight: Range<Int>? = nil, server: String? = nil,
    location: SourceLocation? = nil
  ) {
    text = .written(source: source, excerpt: excerpt)
    self.highlight = highlight
    self.server = server
    self.location = location
  }

  /// The same with words that are made when somebody reads them.
  public init(_ text: any EvidenceText, server: String? = nil, location: SourceLocation? = nil) {
    self.text = .read(text)
    highlight = nil
    self.server = server
    self.location = location
  }

  /// The place: owner and type of a record, a command, a header field, or file and line.
  public var source: String {
    switch text {
    case .written(let source, _): source
    case .read(let text): text.source
    }
  }

  /// The text as it was seen.
  public var excerpt: String {
    switch text {
    case .written(_, let excerpt): excerpt
    case .read(let text): text.excerpt
    }
  }
}

/// Something that was seen, and can be put into words: a list of a million domains shows the evidence of none of them.
public protocol EvidenceText: Sendable {
  /// The place, as in ``Evidence/source``.
  var source: String { get }
  /// The text as it was seen.
  var excerpt: String { get }
}

extension Evidence: Hashable {
  /// Compares what is read.
  public static func == (left: Evidence, right: Evidence) -> Bool {
    left.source == right.source && left.excerpt == right.excerpt && left.highlight == right.highlight
      && left.server == right.server && left.location == right.location
  }

  /// Feeds source and excerpt.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(excerpt)
  }
}
