import MailMessage

/// Reads bounces: reports of RFC 3464, and messages in which servers tell in words of their own.
enum BounceReader {
  private static let telling: [HeaderName] = [
    "From", "Subject", "Date", "Message-ID", "Received", "Return-Path", "MIME-Version", "Content-Type", "Auto-Submitted"
  ]

  /// The statements of a bounce, a paste for each part of the message; nil when `pasted` is no message.
  static func read(_ pasted: some Collection<UInt8>) -> [FailurePaste]? {
    let octets = Array(pasted.prefix(FailureLimits.pasteOctets))
    let pieces = BounceMailbox.pieces(octets)
    guard let first = pieces.first, var pastes = message(Array(octets[first.range]), first.line) else { return nil }
    for piece in pieces.dropFirst() { pastes += message(Array(octets[piece.range]), piece.line) ?? [] }
    return pastes
  }

  /// The statements of one message that begins on the line `line`.
  private static func message(_ octets: [UInt8], _ line: Int) -> [FailurePaste]? {
    let message = Message(octets)
    guard message.hasBody, beginsAsMessage(message), telling.count(where: { message.field($0) != nil }) >= 3 else {
      return nil
    }
    guard let body = try? BodyScan.body(of: message) else { return nil }
    var pastes: [FailurePaste] = []
    for part in body.parts where !isInOriginal(part, body) { read(part, octets, line, &pastes) }
    if body.parts.contains(where: ReportKind.isComplaint) { pastes.append(FailurePaste(ReportKind.complaint)) }
    // Parts that cannot be told apart, since the message has no delimiters or no boundary: its text is read as it is.
    if pastes.allSatisfy({ $0.statements.isEmpty && $0.notes.isEmpty }), let root = body.parts.first,
      root.contentType.type == "multipart", !body.parts.contains(where: { $0.mediaType == "message/rfc822" })
    {
      let whole = root.body.lowerBound..<octets.count
      pastes = [words(Array(octets[whole.clamped(to: octets.indices)]), firstLine: root.bodyLine + line - 1)]
    }
    if let note = ReportKind.automaticReply(message) { pastes.append(FailurePaste(note)) }
    return pastes
  }

  private static func read(_ part: MIMEPart, _ octets: [UInt8], _ line: Int, _ pastes: inout [FailurePaste]) {
    let firstLine = part.bodyLine + line - 1
    switch part.mediaType {
    case "message/delivery-status", "message/global-delivery-status":
      let fields = Array(octets[part.body.clamped(to: octets.indices)])
      let paste = PastedText(JapaneseText.isISO2022(fields) ? utf8(fields, .iso2022JP) : fields, firstLine: firstLine)
      pastes.insert(DeliveryStatusReader.read(paste, 0..<paste.text.count), at: 0)
    case "message/feedback-report":
      pastes.append(FailurePaste(ReportKind.feedback(octets[part.body.clamped(to: octets.indices)])))
    default:
      guard part.contentType.type == "text", part.contentType.subtype != "rfc822-headers", let text = text(of: part)
      else { return }
      if let note = ReportKind.notifiedComplaint(text) {
        pastes.append(FailurePaste(note))
        return
      }
      let isHTML = part.contentType.subtype == "html"
      if isHTML, pastes.contains(where: { !$0.statements.isEmpty }) { return }
      pastes.append(words(text, firstLine: firstLine))
    }
  }

  /// The text of a part in UTF-8, as far as its charset is known.
  private static func text(of part: MIMEPart) -> [UInt8]? {
    guard let content = part.content, let octets = content.text else { return nil }
    if JapaneseText.isISO2022(octets) { return utf8(octets, .iso2022JP) }
    guard !content.isASCII else { return octets }
    if let form = part.contentType.charset.flatMap({ CharsetForm(named: $0) }) { return utf8(octets, form) }
    if content.isUTF8 { return octets }
    return part.charset == nil ? octets : content.decodedText(part.contentType.charset).map { Array($0.utf8) }
  }

  private static func utf8(_ octets: [UInt8], _ form: CharsetForm) -> [UInt8] {
    JapaneseText.read(octets, form) ?? octets
  }

  /// Whether the first line is that of a message: transcripts hold header fields too, further down.
  private static func beginsAsMessage(_ message: Message) -> Bool {
    guard let first = message.fields.first else { return false }
    if message.envelopeLine != nil { return true }
    let name = message.name(of: first).lowercased()
    return name.hasPrefix("x-") || name.contains("-") || ["received", "from", "to", "date", "subject"].contains(name)
  }

  /// Whether a part belongs to the message that bounced.
  private static func isInOriginal(_ part: MIMEPart, _ body: MessageBody) -> Bool {
    var next: MIMEPart? = part
    var steps = 0
    while let current = next, steps < MIMELimits.depth {
      if current.mediaType == "message/rfc822" || current.mediaType == "message/global" { return true }
      next = current.parent.flatMap { $0 < body.parts.count ? body.parts[$0] : nil }
      steps += 1
    }
    return false
  }

  /// What stands before the copy of the message that bounced, in lower case.
  private static let copies = [
    "below this line is a copy", "this is a copy of", "- original message", "original message follows",
    "message header follows", "unsent message",
    "undelivered message", "header of the original", "message headers follow", "returned message follows",
    "message follows", "message text follows", "copy of the message", "copy of your message",
    "copy of the original message", "original mail as follows", "returned message --", "\nreceived: ",
    "\nreturn-path: ",
    "original headers", "begin message", "start of header", "transcript of returned"
  ].map { Array($0.utf8) }

  /// The statements of a text; fields of a delivery report that stand in it are read as such.
  private static func words(_ text: [UInt8], firstLine: Int) -> FailurePaste {
    let paste = PastedText(text, firstLine: firstLine)
    let end = copies.compactMap { paste.text.firstIndex(ofOctets: $0, from: 1) }.min() ?? paste.text.count
    let fields = DeliveryStatusReader.start(in: paste.text[0..<end]) ?? end
    var (statements, session) = StatementReader.read(paste.text[0..<fields])
    for index in statements.indices { statements[index].isBounce = true }
    var delivery = DeliveryFacts()
    if fields < end {
      let read = DeliveryStatusReader.read(paste, fields..<end)
      delivery = read.delivery
      statements = read.statements + statements
    }
    delivery.headings = RecipientHeadings.find(in: paste.text, 0..<fields)
    return FailurePaste(paste: paste, statements: statements, session: session, delivery: delivery)
  }
}
