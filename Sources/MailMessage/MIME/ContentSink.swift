/// Decodes the content of one part as it comes, and keeps what is worth keeping.
struct ContentSink: Sendable {
  private var encoding: ContentTransferEncoding = .sevenBit
  private var base64 = Base64Stream()
  private var quoted = QuotedPrintableStream()
  private var buffer: [UInt8] = []
  private var content = PartContent()
  private var utf8 = UTF8Check()
  private var isText = false
  private var textLimit = 0
  private var line = SourcePlace(offset: 0, line: 1, column: 1)
  private var longLines = Occurrences()

  init() {}

  /// A sink for the content of `part`, of which `textLimit` octets are kept if it is text.
  init(of part: MIMEPart, textLimit: Int) {
    encoding = part.encoding
    isText = part.contentType.type == "text" || part.contentType.type == "message"
    self.textLimit = textLimit
    if isText { content.text = [] }
    line = SourcePlace(offset: part.body.lowerBound, line: part.bodyLine, column: 1)
  }

  /// A line of the source begins.
  mutating func beginLine(_ start: SourcePlace) {
    line = start
    if isText, content.size < textLimit {
      content.lineStarts.append(.init(octet: Int32(content.size), line: Int32(clamping: start.line)))
    }
  }

  /// A line of so many octets has ended.
  mutating func endLine(octets: Int) {
    switch encoding {
    case .base64, .quotedPrintable: if octets > MIMELimits.encodedLineOctets { longLines.add(at: line) }
    default: break
    }
  }

  /// Takes octets of a line, or the end of the line before.
  mutating func take(_ octets: Span<UInt8>, at place: SourcePlace) {
    switch encoding {
    case .base64:
      buffer.removeAll(keepingCapacity: true)
      base64.decode(octets, at: place, into: &buffer)
      keepBuffer()
    case .quotedPrintable:
      buffer.removeAll(keepingCapacity: true)
      quoted.decode(octets, at: place, into: &buffer)
      keepBuffer()
    case .sevenBit, .eightBit, .binary, .other: keep(octets)
    }
  }

  private mutating func keepBuffer() {
    let decoded = buffer
    buffer = []
    keep(decoded.span)
    buffer = decoded
  }

  private mutating func keep(_ octets: Span<UInt8>) {
    if content.head.count < MIMELimits.headOctets {
      for index in 0..<min(octets.count, MIMELimits.headOctets - content.head.count) {
        content.head.append(octets[index])
      }
    }
    if isText { keepText(octets) } else { keepTail(octets) }
    content.size += octets.count
  }

  private mutating func keepText(_ octets: Span<UInt8>) {
    let room = textLimit - content.size
    if room > 0 { for index in 0..<min(octets.count, room) { content.text?.append(octets[index]) } }
    var (high, controls) = (0, 0)
    for index in octets.indices {
      high &+= Int(octets[index] >> 7)
      controls &+= octets[index] >> 5 == 4 ? 1 : 0
    }
    if high > 0 || !utf8.isComplete {
      content.eightBit.add(high, at: line)
      content.controls.add(controls, at: line)
      content.notUTF8.add(utf8.take(octets), at: line)
    }
  }

  /// Keeps the last octets of an archive, whose directory is at its end; the array is cut when it is twice as long.
  private mutating func keepTail(_ octets: Span<UInt8>) {
    guard ZipArchive.mayBegin(content.head) else { return content.tail = nil }
    var tail = content.tail ?? []
    content.tail = nil
    for index in max(0, octets.count - MIMELimits.tailOctets)..<octets.count { tail.append(octets[index]) }
    if tail.count > 2 * MIMELimits.tailOctets { tail.removeFirst(tail.count - MIMELimits.tailOctets) }
    content.tail = tail
  }

  /// The content is complete.
  mutating func finish() -> PartContent {
    buffer.removeAll(keepingCapacity: true)
    switch encoding {
    case .base64: base64.finish(at: line)
    case .quotedPrintable: quoted.finish(at: line, into: &buffer)
    default: break
    }
    if !buffer.isEmpty { keepBuffer() }
    if !utf8.isComplete { content.notUTF8.add(at: line) }
    if let count = content.tail?.count, count > MIMELimits.tailOctets {
      content.tail?.removeFirst(count - MIMELimits.tailOctets)
    }
    return content
  }

  /// Tells of the faults of the encoding.
  func tell(_ part: Int, _ log: inout MIMEFaultLog) {
    log.add(.encodedLineTooLong, part, longLines)
    log.add(.base64Character, part, base64.illegal)
    log.add(.base64AfterPadding, part, base64.afterPadding)
    log.add(.base64Truncated, part, base64.truncated)
    log.add(.quotedEscape, part, quoted.badEscapes)
    log.add(.quotedLowerCase, part, quoted.lowerCase)
    log.add(.quotedEightBit, part, quoted.eightBit)
    log.add(.quotedTrailingBlank, part, quoted.trailingBlanks)
  }
}
