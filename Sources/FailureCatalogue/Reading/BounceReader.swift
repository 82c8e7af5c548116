import MailMessage

/// Reads bounces: reports of RFC 3464, and messages in which servers tell in words of their own.
enum BounceReader {
  private static let telling: [HeaderName] = [
    "From", "Subject", "Date", "Message-ID", "Received", "Return-Path", "MIME-Version", "Content-Type", "Auto-Submitted"
  ]

  /// The statements of a bounce, a paste for each part of the message; nil when `pasted` is no message.
  static func read(_ pasted: some Collection<UInt8>) -> [FailurePaste]? {
    let octets = Array(pasted.prefix(FailureLimits.pasteOctets))
    let message = Message(octets)
    guard message.hasBody, beginsAsMessage(message), telling.count(where: { message.field($0) != nil }) >= 3 else {
      return nil
    }
    guard let body = try? BodyScan.body(of: message) else { return nil }
    var pastes: [FailurePaste] = []
    for part in body.parts where !isInOriginal(part, body) {
      if part.mediaType == "message/delivery-status" || part.mediaType == "message/global-delivery-status" {
        let fields = octets[part.body.clamped(to: octets.indices)]
        pastes.insert(DeliveryStatusReader.read(Array(fields), firstLine: part.bodyLine), at: 0)
        continue
      }
      guard let text = part.content?.text else { continue }
      if part.contentType.type == "text", part.contentType.subtype != "rfc822-headers" {
        let isHTML = part.contentType.subtype == "html"
        if isHTML, pastes.contains(where: { !$0.statements.isEmpty }) { continue }
        pastes.append(words(text, firstLine: part.bodyLine))
      }
    }
    return pastes
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
    "message follows", "copy of the message", "copy of your message", "\nreceived: ", "\nreturn-path: ",
    "original headers", "begin message", "start of header", "transcript of returned"
  ].map { Array($0.utf8) }

  private static func words(_ text: [UInt8], firstLine: Int) -> FailurePaste {
    let paste = PastedText(text, firstLine: firstLine)
    let end = copies.compactMap { paste.text.firstIndex(ofOctets: $0, from: 1) }.min() ?? paste.text.count
    var (statements, session) = StatementReader.read(paste.text[0..<end])
    for index in statements.indices { statements[index].isBounce = true }
    return FailurePaste(paste: paste, statements: statements, session: session)
  }
}

/// Reads the fields of a delivery report (RFC 3464 §2), a statement for each recipient.
enum DeliveryStatusReader {
  static func read(_ octets: [UInt8], firstLine: Int) -> FailurePaste {
    let paste = PastedText(octets, firstLine: firstLine)
    var statements: [FailureStatement] = []
    var group = Group()
    var last: Range<Int>?
    for line in lines(of: paste.text) + [0..<0] {
      if !line.isEmpty, paste.text.octets[line.lowerBound].isBlank, let open = last {
        last = open.lowerBound..<line.upperBound
        continue
      }
      if let open = last { group.take(open, in: paste.text) }
      last = line.isEmpty ? nil : line
      guard line.isEmpty else { continue }
      if let statement = group.statement, statements.count < FailureLimits.statements { statements.append(statement) }
      group = Group()
    }
    return FailurePaste(paste: paste, statements: statements, session: SessionFacts())
  }

  private static func lines(of text: MappedText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in 0...text.count where index == text.count || text.octets[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    return lines
  }

  /// The fields about one recipient.
  private struct Group {
    var diagnostic: MappedText?
    var status: MappedText?
    var host: String?
    var action = ""

    /// Takes a field with its folded lines.
    mutating func take(_ field: Range<Int>, in text: MappedText) {
      guard let colon = text.octets[field].firstIndex(of: UInt8(ascii: ":")) else { return }
      var start = colon + 1
      while start < field.upperBound, text.octets[start].isBlank || text.octets[start] == 0x0A { start += 1 }
      let value = start..<max(start, field.upperBound)
      switch String(decoding: text.folded[field.lowerBound..<colon], as: UTF8.self) {
      case "status": status = text[value]
      case "action": action = text[value].string(0..<value.count).lowercased()
      case "diagnostic-code":
        diagnostic = withoutType(
          text[value.lowerBound..<min(value.upperBound, value.lowerBound + FailureLimits.statementOctets)])
      case "remote-mta": host = HostFinder.host(in: text[field]) ?? host
      default: break
      }
    }

    /// The text behind `smtp;`.
    private func withoutType(_ text: MappedText) -> MappedText {
      guard let end = text.octets.prefix(20).firstIndex(of: UInt8(ascii: ";")) else { return text }
      var start = end + 1
      while start < text.count, text.octets[start].isBlank || text.octets[start] == 0x0A { start += 1 }
      return text[start..<text.count]
    }

    /// What the fields say; nil without any, and for mail that was delivered.
    var statement: FailureStatement? {
      guard !["delivered", "relayed", "expanded"].contains(action) else { return nil }
      guard let field = diagnostic.flatMap({ $0.isEmpty ? nil : $0 }) ?? status, !field.isEmpty else { return nil }
      var text = MappedText()
      text.append(folding: field, 0..<field.count)
      var statement = StatementFacts.complete(FailureStatement(text: text, isBounce: true), sessionHost: host)
      statement.enhanced = statement.enhanced ?? status.flatMap { ReplyText.codes(in: $0).enhanced }
      if let status, diagnostic != nil, let code = ReplyText.codes(in: status).enhanced, !text.isEmpty {
        statement.reported = code
      }
      return statement
    }
  }
}
