/// Redacts the content of a part as it comes, in the encoding that it has.
struct ContentRedaction {
  /// What is done.
  var output: [UInt8] = []
  private var filter: TextFilter
  /// What takes content that is not encoded, in which lines may look like boundaries.
  private var lines: BoundaryLineFilter
  private var form: Form
  private var base64 = Base64Stream()
  private var inPlace: Base64InPlace
  private var quoted: QuotedRedaction

  private enum Form {
    /// As it is.
    case plain
    case quoted
    /// Decoded and encoded again.
    case base64(Base64Writer)
    /// Base64 of which each character is replaced where it stands.
    case base64InPlace
  }

  /// - Parameters:
  ///   - part: the part.
  ///   - isSound: whether its encoding has no faults; what has some is replaced where it stands, so that they stay.
  ///   - head: the first octets of the content, which tell how long the lines are.
  ///   - lineEnd: the line end of the message, for a content of one line.
  init(_ part: MIMEPart, isSound: Bool, head: [UInt8], lineEnd: [UInt8]) {
    quoted = QuotedRedaction(lineEnd: lineEnd)
    let isText = part.contentType.type == "text" || part.contentType.type == "message" || part.isMultipart
    var kind = TextFilter.Kind.filler(isText: isText)
    if isText { kind = Self.markupTypes.contains(part.mediaType) ? .html : .plain }
    inPlace = Base64InPlace(isText: isText)
    form = .plain
    switch part.encoding {
    case .sevenBit, .eightBit, .binary: break
    case .other: kind = .filler(isText: isText)
    case .quotedPrintable: form = .quoted
    case .base64: form = isText && isSound ? .base64(Self.writer(head, lineEnd)) : .base64InPlace
    }
    if case .quoted = form { filter = TextFilter(kind, keepsRuns: true) } else { filter = TextFilter(kind) }
    lines = BoundaryLineFilter(TextFilter(kind))
  }

  private static let markupTypes: Set<String> = ["text/html", "text/x-amp-html", "text/watch-html"]

  /// Whether the content is decoded and encoded again, so that what stands around it is not kept by itself.
  var isEncodedAgain: Bool {
    if case .base64 = form { return true }
    return false
  }

  /// What is done since this was asked last.
  mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Lines as long as the first one, with its line end.
  private static func writer(_ head: [UInt8], _ lineEnd: [UInt8]) -> Base64Writer {
    let line = head.drop { $0.isFolding }
    guard let end = line.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) else {
      return Base64Writer(width: head.count <= MIMELimits.encodedLineOctets ? 76 : .max, lineEnd: lineEnd)
    }
    let isOnly = !line[end...].contains { !$0.isFolding }
    let width = max(4, (isOnly ? max(end - line.startIndex, 76) : end - line.startIndex) / 4 * 4)
    return Base64Writer(width: width, lineEnd: line[end] == 0x0D ? [0x0D, 0x0A] : [0x0A])
  }

  /// Takes octets of the content.
  mutating func take(_ octets: Span<UInt8>, _ table: inout RedactionTable) {
    switch form {
    case .plain:
      for index in octets.indices { lines.take(octets[index], &table) }
      output += lines.takeOutput()
    case .quoted:
      for index in octets.indices { quoted.take(octets[index], &filter, &table) }
      output += quoted.output
      quoted.output.removeAll(keepingCapacity: true)
    case .base64(var writer):
      var decoded: [UInt8] = []
      base64.decode(octets, at: SourcePlace(offset: 0, line: 1, column: 1), into: &decoded)
      for octet in decoded { filter.take(octet, &table) }
      encode(&writer)
    case .base64InPlace:
      for index in octets.indices { inPlace.take(octets[index]) }
      output += inPlace.output
      inPlace.output.removeAll(keepingCapacity: true)
    }
  }

  /// The content is complete; `tail` are the line ends at its end.
  mutating func finish(tail: [UInt8], _ table: inout RedactionTable) {
    switch form {
    case .plain:
      lines.finish(&table)
      output += lines.takeOutput()
    case .quoted:
      quoted.finish(&filter, &table)
      output += quoted.output
    case .base64(var writer):
      filter.finish(&table)
      encode(&writer)
      writer.finish()
      output += writer.output + tail
    case .base64InPlace:
      inPlace.finish()
      output += inPlace.output
    }
  }

  private mutating func encode(_ writer: inout Base64Writer) {
    writer.take(filter.output[...])
    filter.output.removeAll(keepingCapacity: true)
    output += writer.output
    writer.output.removeAll(keepingCapacity: true)
    form = .base64(writer)
  }
}
