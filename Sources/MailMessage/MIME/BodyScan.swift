/// Reads the body of a message in one pass, piece by piece: its lines, its parts, and what is in them. The memory that
/// it needs does not depend on the size of the body.
public struct BodyScan: Sendable {
  let headerLines: LineFacts
  var lines = LineFacts()
  /// Where the next octet stands in the source.
  var offset: Int
  /// The line that is being read.
  var tally: LineTally
  var mode = LineMode.undecided
  /// The line so far, its end included, while it may be a boundary or belongs to a header.
  var head: [UInt8] = []
  /// The octets of the end of the line before, which are content unless a boundary follows (RFC 2046 §5.1.1).
  var pendingEnd = 0
  /// The octets of the end of this line.
  var lineEnd = 0
  /// Whether the last octet was a CR that may belong to the line end.
  var holdsCR = false
  /// The part whose content this line is; nil for boundaries and headers.
  var owner: Int?
  /// The part whose header this line is of.
  var headerOwner: Int?

  var parts: [MIMEPart] = []
  var frames: [PartFrame] = []
  /// The open boundaries, each with its frame.
  var boundaries: [[UInt8]: Int] = [:]
  /// The frames of open multiparts, the innermost last.
  var multiparts: [Int] = []
  var sink = ContentSink()
  var log = MIMEFaultLog()
  var textBudget = MIMELimits.textOctetsInAll
  var headerBudget = MIMELimits.headerOctetsInAll

  /// Begins at the body of `message`, whose octets are to follow.
  public init(_ message: Message) {
    let first = message.envelopeLine == nil ? 1 : 2
    headerLines = LineFacts(message.header, offset: message.headerStart, line: first)
    let lineEnds = message.header.count { $0 == 0x0A }
    let line = first + lineEnds + (message.hasBody ? 1 : 0)
    offset = message.body.lowerBound
    tally = LineTally(start: SourcePlace(offset: offset, line: line, column: 1))
    openRoot(message)
  }

  /// Takes the next octets of the body.
  public mutating func consume(_ piece: Span<UInt8>) {
    var start = 0
    while start < piece.count {
      var end = start
      while end < piece.count, piece[end] != 0x0A { end += 1 }
      let endsLine = end < piece.count
      tally.take(piece.extracting(start..<end))
      let next = endsLine ? end + 1 : end
      take(piece.extracting(start..<next))
      offset += next - start
      if endsLine { finishLine() }
      start = next
    }
  }

  /// Ends the body: everything that was found.
  public consuming func finish() -> MessageBody {
    if tally.count > 0 {
      if mode == .undecided { judge() }
      if holdsCR { giveCR(at: offset - 1) }
      lines.add(tally, hasEnd: false)
      if let owner { finishContentLine(of: owner, hasEnd: false) }
      finishHeaderLine()
    } else {
      givePendingEnd()
    }
    closeFrames(above: -1, at: offset)
    return MessageBody(
      headerLines: headerLines, lines: lines, parts: parts, faults: log.sorted, droppedFaults: log.dropped)
  }

  /// Reads the body of `message` from where it is.
  public static func body(of message: Message) throws(MessageReadError) -> MessageBody {
    var scan = BodyScan(message)
    try message.source.read(all: message.body) { piece in scan.consume(piece) }
    return scan.finish()
  }
}

/// What is done with the rest of a line.
enum LineMode {
  /// It may be a boundary, or belongs to a header: it is gathered.
  case undecided
  /// It is content.
  case passing
  /// It is longer than anything that counts.
  case dropping
}

/// A part that is open.
struct PartFrame {
  let part: Int
  var role: Role
  var boundary: [UInt8] = []
  /// Where text stands behind the end boundary.
  var epilogue = Occurrences()
  var boundaryInText = Occurrences()
  var boundaryAfterEnd = Occurrences()

  enum Role {
    /// Its header is being read.
    case header
    /// Its content has no parts.
    case leaf
    /// A multipart before its first boundary.
    case preamble
    /// A multipart with a part open.
    case inside
    /// A multipart behind its end boundary.
    case epilogue
    /// A multipart of which no more is looked at.
    case skipped
    /// A message inside (RFC 2046 §5.2.1).
    case message
    /// Groups of fields with empty lines between them (RFC 3464 §2.1).
    case groups
  }
}
