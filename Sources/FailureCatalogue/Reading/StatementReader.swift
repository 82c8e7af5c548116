/// Cuts a paste into statements: transcripts by who speaks, logs by their time stamps, wrapped lines joined again.
struct StatementReader {
  private let text: MappedText
  private(set) var statements: [FailureStatement] = []
  /// What a transcript shows beside its failures.
  private(set) var session = SessionFacts()
  private var open: FailureStatement?
  private var openContinues = false
  private var openCode: Int?
  private var stage: FailureStage?
  private var host: String?
  private var isMessage = false
  /// Whether lines begin with a time: then only such lines begin a record.
  private var hasStamps = false
  /// Whether the last reply was a failure that sendmail quotes with `<<<`.
  private var quotesFailure = false

  init(_ text: MappedText) { self.text = text }

  /// The statements of `text`, in order.
  static func read(_ text: MappedText) -> (statements: [FailureStatement], session: SessionFacts) {
    var reader = StatementReader(text)
    reader.readAll()
    return (reader.statements, reader.session)
  }

  private mutating func readAll() {
    var start = 0
    while start < text.count, statements.count < FailureLimits.statements {
      var end = start
      while end < text.count, text.octets[end] != 0x0A { end += 1 }
      line(start..<end)
      start = end + 1
    }
    close()
  }

  private mutating func line(_ range: Range<Int>) {
    let line = TranscriptLine(text.octets, trimmed(range))
    if line.speaker != .unknown { quotesFailure = false }
    switch line.speaker {
    case .client: client(line)
    case .server: server(line)
    case .program:
      isMessage = false
      close()
      begin(.program, line.content.lowerBound == range.lowerBound ? line.content : trimmed(range))
      note(host: HostFinder.host(in: text[range]))
    case .unknown: plain(range, line)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text.octets[end - 1].isBlank { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func client(_ line: TranscriptLine) {
    close()
    let command = text.octets[line.content]
    if isMessage {
      if command.elementsEqual([UInt8(ascii: ".")]) { isMessage = false }
      return
    }
    if let next = FailureStage(command: command) { stage = next }
    session.sent(command, at: line.content.lowerBound)
    begin(.client, line.content)
  }

  private mutating func server(_ line: TranscriptLine) {
    let reply = TranscriptLine.replyCode(text.octets, line.content)
    isMessage = false
    if open?.speaker == .server, openContinues, let reply, reply.code == openCode {
      append(line.content)
    } else {
      close()
      begin(.server, line.content)
      openCode = reply?.code
    }
    openContinues = reply?.continues ?? false
    quotesFailure = (reply?.code ?? 0) >= 400 && TranscriptLine.isQuote(text.octets, line.content.lowerBound)
    session.received(text.octets[line.content], reply?.code, stage)
    if let reply, reply.code == 354 { isMessage = true }
    if let reply, reply.code == 221, !reply.continues { stage = nil }
  }

  /// A line without a sign: the next line of a reply, a record of a log, or what was wrapped.
  private mutating func plain(_ range: Range<Int>, _ line: TranscriptLine) {
    let content = trimmed(line.content)
    if isMessage {
      if text.octets[content].elementsEqual([UInt8(ascii: ".")]) { isMessage = false }
      return
    }
    if content.isEmpty {
      quotesFailure = false
      return close()
    }
    let reply = TranscriptLine.replyCode(text.octets, content)
    if let reply, open?.speaker == .server, openContinues, reply.code == openCode {
      append(content)
      openContinues = reply.continues
      return session.received(text.octets[content], reply.code, stage)
    }
    // Below a reply that it quotes sendmail says what it makes of it, with a code of its own.
    if quotesFailure, let reply, reply.code >= 400 { return close() }
    quotesFailure = false
    if open == nil || open?.speaker == .program || LineStart.beginsRecord(text, content, hasStamps: hasStamps)
      || (reply != nil && !isExpectingReply(reply))
    {
      close()
      begin(.unknown, content)
      if LineStart.hasStamp(text, content) { hasStamps = true }
      openCode = reply?.code
    } else {
      append(content)
    }
    openContinues = reply?.continues ?? (open?.speaker == .unknown && openContinues)
    // A record of a log names its own server, or none: it did not speak with that of the record before.
    if text[content].contains("relay=") { host = nil }
    note(host: HostFinder.host(in: text[content]))
  }

  /// Whether a reply at the start of a line goes on with what is open: "said:" stands before it, or its own first line.
  private func isExpectingReply(_ reply: (code: Int, continues: Bool)?) -> Bool {
    guard let open, let last = open.text.octets.last else { return false }
    if let reply, openContinues, reply.code == openCode { return true }
    return last == UInt8(ascii: ":") || open.text.octets.suffix(4).elementsEqual("said".utf8)
      || last == UInt8(ascii: "\"") || last == UInt8(ascii: "(")
  }

  private mutating func begin(_ speaker: TranscriptLine.Speaker, _ content: Range<Int>) {
    open = FailureStatement(speaker: speaker, stage: stage)
    append(content)
  }

  private mutating func append(_ content: Range<Int>) {
    guard var statement = open else { return }
    let room = FailureLimits.statementOctets - statement.text.count - 1
    guard room > 0, !content.isEmpty else { return }
    open = nil
    if !statement.text.isEmpty { statement.text.append(MappedText.wrap, text.places[content.lowerBound]) }
    statement.text.append(folding: text, content.prefix(room))
    open = statement
  }

  private mutating func note(host found: String?) { if let found { host = found } }

  private mutating func close() {
    guard let statement = open else { return }
    open = nil
    openContinues = false
    openCode = nil
    guard statement.speaker != .client, !statement.text.isEmpty else { return }
    statements.append(StatementFacts.complete(statement, sessionHost: host))
  }
}
