import MailMessage

/// Reads what a message reports: in its attachments, in the parts of a failure report or a bounce, or in its text.
struct MailReader {
  private let reading: FeedbackReading
  private let source: ReportSource
  private let layer: Int

  init(_ source: ReportSource, layer: Int = 0, _ reading: FeedbackReading) {
    self.source = source
    self.layer = layer
    self.reading = reading
  }

  /// Reads a message in memory.
  func read(_ octets: [UInt8]) { read(MessageOctets(octets)) }

  /// Reads a message from where it is.
  func read(_ octets: MessageOctets) {
    do throws(MessageReadError) {
      let message = try Message(reading: octets)
      let body = try BodyScan.body(of: message)
      try read(message, body)
    } catch {
      reading.give(.unreadable(ReportFault(.unreadable(error.description)), source))
    }
  }

  private func read(_ message: Message, _ body: MessageBody) throws(MessageReadError) {
    let types = Set(body.parts.map(\.mediaType))
    // Such a message holds the one that it speaks of, whose attachments are not reports to us.
    if types.contains("message/feedback-report") { return reading.readFailureReport(message, source) }
    if !types.isDisjoint(with: ["message/delivery-status", "message/global-delivery-status"]) {
      return reading.readBounce(message, source)
    }
    let attachments = body.leaves.filter { Self.mayHoldReport($0) }
    for part in attachments.prefix(FeedbackLimits.attachments) { try read(part, message, body) }
    if attachments.count > FeedbackLimits.attachments {
      let words = "a message with more than \(FeedbackLimits.attachments) attachments"
      reading.give(.unreadable(ReportFault(.tooMuch(words)), source))
    }
    if attachments.isEmpty { reading.readOtherMessage(message, source) }
  }

  /// Whether a part is, or should be, a report: by its octets, and where they say nothing by its type.
  private static func mayHoldReport(_ part: MIMEPart) -> Bool {
    guard let content = part.content else { return false }
    let kind = ContentKind(content.head)
    if part.contentType.type == "text", part.contentType.subtype != "xml" {
      let text = content.head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      return kind == .gzip || kind == .zip || text.starts(with: "<?xml".utf8) || text.starts(with: "<feedback".utf8)
    }
    switch kind {
    case .gzip, .zip, .xml, .json: return true
    case .empty, .mail, .other: return isNamedAsReport(part)
    }
  }

  private static func isNamedAsReport(_ part: MIMEPart) -> Bool {
    let types: Set<String> = [
      "application/gzip", "application/x-gzip", "application/zip", "application/x-zip-compressed", "text/xml",
      "application/xml", "application/tlsrpt+gzip", "application/tlsrpt+json"
    ]
    return types.contains(part.mediaType) || part.fileName.flatMap { ReportFileName($0) } != nil
  }

  private func read(
    _ part: MIMEPart, _ message: Message, _ body: MessageBody
  ) throws(MessageReadError) {
    var source = source
    source.part = part.fileName ?? part.mediaType
    source.carrier = ReportCarrier(message: Self.message(around: part, body)).carrying(part)
    let reader = ContentReader(source, layer: layer, reading)
    var decoder = PartDecoder(part.encoding)
    try message.source.read(part.body) { piece in
      decoder.decode(piece) { reader.feed($0) }
      return !reader.isDone
    }
    decoder.finish { reader.feed($0) }
    reader.finish()
  }

  /// The message that a part is of: the mail, or one that it forwards.
  private static func message(around part: MIMEPart, _ body: MessageBody) -> MIMEPart {
    var part = part
    while let parent = part.parent {
      if body.parts[parent].contentType.type == "message" { return part }
      part = body.parts[parent]
    }
    return part
  }
}

/// Undoes the transfer encoding of a part in pieces (RFC 2045 §6).
struct PartDecoder {
  private let encoding: ContentTransferEncoding
  private var base64 = Base64Stream()
  private var quoted = QuotedPrintableStream()
  private var buffer: [UInt8] = []
  private static let place = SourcePlace(offset: 0, line: 1, column: 1)

  init(_ encoding: ContentTransferEncoding) { self.encoding = encoding }

  mutating func decode(_ piece: Span<UInt8>, _ take: (Span<UInt8>) -> Void) {
    switch encoding {
    case .base64: base64.decode(piece, at: Self.place, into: &buffer)
    case .quotedPrintable: quoted.decode(piece, at: Self.place, into: &buffer)
    case .sevenBit, .eightBit, .binary, .other: return take(piece)
    }
    take(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }

  mutating func finish(_ take: (Span<UInt8>) -> Void) {
    guard case .quotedPrintable = encoding else { return }
    quoted.finish(at: Self.place, into: &buffer)
    take(buffer.span)
  }
}
