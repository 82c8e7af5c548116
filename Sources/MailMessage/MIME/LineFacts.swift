/// What is to be said of a run of lines as they were found.
public struct LineFacts: Sendable, Hashable {
  /// The lines, one without an end counted.
  public private(set) var count = 0
  /// Lines that end in CRLF, as they must (RFC 5322 §2.3).
  public private(set) var crlf = Occurrences()
  /// Lines that end in LF alone.
  public private(set) var bareLF = Occurrences()
  /// CR without LF behind it.
  public private(set) var bareCR = Occurrences()
  /// Octets of zero.
  public private(set) var nul = Occurrences()
  /// Octets above 127.
  public private(set) var eightBit = Occurrences()
  /// Lines of more than 998 octets (RFC 5322 §2.1.1).
  public private(set) var overlong = Occurrences()
  /// Lines of more than 78 octets, the advised length.
  public private(set) var overAdvised = Occurrences()
  /// The octets of the longest line, without its end.
  public private(set) var longest = 0
  /// The number of the longest line; 0 without lines.
  public private(set) var longestLine = 0
  /// Lines that begin with a dot, which SMTP doubles (RFC 5321 §4.5.2).
  public private(set) var dotLines = Occurrences()
  /// Lines that end in white space.
  public private(set) var trailingBlanks = Occurrences()
  /// Whether the last line has no end.
  public private(set) var endsWithoutLineEnd = false

  /// No lines.
  public init() {}

  /// The facts of `octets`, which begin at `offset` of the source and on line `line`.
  public init(_ octets: [UInt8], offset: Int = 0, line: Int = 1) {
    var (start, line) = (0, line)
    while start < octets.count {
      var end = start
      while end < octets.count, octets[end] != 0x0A { end += 1 }
      var tally = LineTally(start: SourcePlace(offset: offset + start, line: line, column: 1))
      tally.take(octets.span.extracting(start..<end))
      add(tally, hasEnd: end < octets.count)
      start = end + 1
      line += 1
    }
  }

  /// Adds a line.
  mutating func add(_ line: LineTally, hasEnd: Bool) {
    let isCRLF = hasEnd && line.last == 0x0D
    let length = isCRLF ? line.count - 1 : line.count
    count += 1
    if isCRLF { crlf.add(at: line.start) }
    if hasEnd, !isCRLF { bareLF.add(at: line.start.advanced(by: length)) }
    endsWithoutLineEnd = !hasEnd
    // The CR of a CRLF is the last one of its line: the first one is bare if there is another.
    bareCR.add(isCRLF ? line.carriageReturns - 1 : line.carriageReturns, at: line.place(line.firstCarriageReturn))
    nul.add(line.nul, at: line.place(line.firstNUL))
    eightBit.add(line.eightBit, at: line.place(line.firstEightBit))
    if length > MIMELimits.lineOctets { overlong.add(at: line.start) }
    if length > 78 { overAdvised.add(at: line.start) }
    if length > longest || longestLine == 0 { (longest, longestLine) = (length, line.start.line) }
    if line.beginsWithDot { dotLines.add(at: line.start) }
    let end = isCRLF ? line.beforeLast : line.last
    if length > 0, end == 0x20 || end == 0x09 { trailingBlanks.add(at: line.start.advanced(by: length - 1)) }
  }
}

/// Counts the octets of one line, which comes in pieces and without its LF.
struct LineTally {
  let start: SourcePlace
  private(set) var count = 0
  private(set) var carriageReturns = 0
  private(set) var nul = 0
  private(set) var eightBit = 0
  private(set) var firstCarriageReturn = 0
  private(set) var firstNUL = 0
  private(set) var firstEightBit = 0
  private(set) var beginsWithDot = false
  private(set) var last: UInt8 = 0
  private(set) var beforeLast: UInt8 = 0

  init(start: SourcePlace) { self.start = start }

  /// The place of an octet of the line.
  func place(_ offset: Int) -> SourcePlace { start.advanced(by: offset) }

  /// Takes a piece.
  mutating func take(_ piece: Span<UInt8>) {
    guard !piece.isEmpty else { return }
    if count == 0 { beginsWithDot = piece[0] == 0x2E }
    var (returns, zeros, high) = (0, 0, 0)
    for index in piece.indices {
      let octet = piece[index]
      returns &+= octet == 0x0D ? 1 : 0
      zeros &+= octet == 0 ? 1 : 0
      high &+= Int(octet >> 7)
    }
    if carriageReturns == 0, returns > 0 { firstCarriageReturn = count + Self.first(in: piece) { $0 == 0x0D } }
    if nul == 0, zeros > 0 { firstNUL = count + Self.first(in: piece) { $0 == 0 } }
    if eightBit == 0, high > 0 { firstEightBit = count + Self.first(in: piece) { $0 >= 0x80 } }
    carriageReturns += returns
    nul += zeros
    eightBit += high
    beforeLast = piece.count > 1 ? piece[piece.count - 2] : last
    last = piece[piece.count - 1]
    count += piece.count
  }

  private static func first(in piece: Span<UInt8>, _ matches: (UInt8) -> Bool) -> Int {
    var index = 0
    while index < piece.count, !matches(piece[index]) { index += 1 }
    return index
  }
}
