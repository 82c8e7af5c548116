/// What was seen, and where.
public struct Evidence: Sendable, Hashable {
  /// The place: owner and type of a record, a command, a header field, or file and line.
  public let source: String
  /// The text as it was seen.
  public let excerpt: String
  /// The part of the excerpt that matters, as offsets of its UTF-8 octets; nil when all of it does.
  public let highlight: Range<Int>?
  /// The server or the file that gave it, when known.
  public let server: String?
  /// The place in a file of the owner, when the text was read from one.
  public let location: SourceLocation?

  /// Makes the value of its parts.
  public init(
    source: String, excerpt: String, highlight: Range<Int>? = nil, server: String? = nil,
    location: SourceLocation? = nil
  ) {
    self.source = source
    self.excerpt = excerpt
    self.highlight = highlight
    self.server = server
    self.location = location
  }
}
