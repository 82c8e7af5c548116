/// Writes a copy of a message that can be shown to others: who wrote to whom about what is replaced, how the message is
/// built stays. The same original gets the same replacement everywhere.
///
/// Nothing stays because it looks harmless: letters and digits are masked unless a vocabulary has the word. Field names,
/// parts, boundaries, line ends, folding and faults stay.
public struct Redactor {
  /// What stands for what.
  public private(set) var table = RedactionTable()
  private let message: Message
  private let body: MessageBody
  private let give: ([UInt8]) throws -> Void

  private init(_ message: Message, _ body: MessageBody, _ give: @escaping ([UInt8]) throws -> Void) {
    self.message = message
    self.body = body
    self.give = give
  }

  /// Reads `message` twice, and hands over its redacted copy in pieces.
  @discardableResult
  public static func redact(
    _ message: Message, giving give: @escaping ([UInt8]) throws -> Void
  ) throws -> RedactionTable {
    var redactor = Redactor(message, try BodyScan.body(of: message), give)
    redactor.noteIdentifiers()
    try redactor.write()
    return redactor.table
  }

  /// A redacted copy of a message in memory.
  public static func redacted(_ octets: [UInt8]) throws -> [UInt8] {
    var result: [UInt8] = []
    try redact(Message(octets)) { result += $0 }
    return result
  }

  /// Message-IDs and boundaries are known before anything is written: they may occur before the field that gives them.
  private mutating func noteIdentifiers() {
    for part in body.parts {
      for field in part.fields where FieldRedaction.hasIdentifiers(Self.name(of: field, in: part.header)) {
        _ = FieldRedaction.redacted(part.body(of: field), of: Self.name(of: field, in: part.header), &table)
      }
      if part.isMultipart, let boundary = part.contentType.boundary, !boundary.isEmpty {
        _ = table.noteBoundary(Array(boundary.utf8))
      }
    }
  }

  private mutating func write() throws {
    try writeGap(0..<message.headerStart, isEnvelope: true)
    var position = message.headerStart
    for section in RedactionSection.sections(of: body) where section.range.lowerBound >= position {
      let gap = position..<section.range.lowerBound
      try writeGap(gap, isEnvelope: section.isHeader && isEnvelope(gap))
      switch section.kind {
      case .header(let part): try writeHeader(of: body.parts[part])
      case .content(let part): try writeContent(of: body.parts[part])
      case .delimiter: try writeDelimiter(section.range)
      }
      position = section.range.upperBound
    }
    try writeGap(position..<message.source.count)
  }

  private static func name(of field: HeaderField, in header: [UInt8]) -> String {
    String(decoding: header[field.name], as: UTF8.self)
  }
}

extension Redactor {
  /// Text that belongs to no part.
  private mutating func writeGap(_ range: Range<Int>, isEnvelope: Bool = false) throws {
    guard !range.isEmpty else { return }
    try write(range, BoundaryLineFilter(TextFilter(isEnvelope ? .words(.structured) : .plain)))
  }

  /// Whether the line of a mailbox stands before the header of a message inside another one.
  private func isEnvelope(_ gap: Range<Int>) throws -> Bool {
    let line = try message.source.octets(gap, limit: RedactionLimits.envelopeStart).drop { $0.isFolding }
    return line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
  }

  private mutating func write(_ range: Range<Int>, _ start: BoundaryLineFilter) throws {
    var (filter, table) = (start, table)
    try read(range) { piece in
      for index in piece.indices { filter.take(piece[index], &table) }
      return filter.takeOutput()
    }
    filter.finish(&table)
    self.table = table
    try give(filter.takeOutput())
  }

  /// Hands over a range in pieces, and gives on what becomes of them.
  private func read(_ range: Range<Int>, _ take: (Span<UInt8>) -> [UInt8]) throws {
    var failure: (any Error)?
    try message.source.read(range) { piece in
      do { try give(take(piece)) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
  }

  private mutating func writeHeader(of part: MIMEPart) throws {
    try give(redactedFields(part.fields, of: part.header))
    // What was too long to be kept is text.
    let start = part.headerRange.lowerBound + part.header.count
    try writeGap(min(start, part.headerRange.upperBound)..<part.headerRange.upperBound)
  }

  private mutating func redactedFields(_ fields: [HeaderField], of header: [UInt8]) -> [UInt8] {
    var (result, position): ([UInt8], Int) = ([], 0)
    for field in fields where field.range.lowerBound >= position {
      result += TextMask.masked(header[position..<field.range.lowerBound])
      result += header[field.range.lowerBound..<field.body.lowerBound]
      let name = Self.name(of: field, in: header)
      result += FieldRedaction.redacted(Array(header[field.body]), of: name, &table)
      position = field.range.upperBound
    }
    return result + TextMask.masked(header[position...])
  }

  private mutating func writeContent(of part: MIMEPart) throws {
    if part.mediaType == "text/rfc822-headers", part.body.count <= RedactionLimits.headerText, isPlain(part) {
      return try writeHeaderText(part.body)
    }
    let faults: [MIMEFault.Kind] = [.base64Character, .base64AfterPadding, .base64Truncated]
    let isSound =
      body.droppedFaults == 0 && !body.faults.contains { $0.part == part.number && faults.contains($0.kind) }
    let head = try message.source.octets(part.body, limit: RedactionLimits.word)
    let lineEnd: [UInt8] = message.header.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    var (content, table) = (ContentRedaction(part, isSound: isSound, head: head, lineEnd: lineEnd), table)
    if content.isEncodedAgain { try give(Array(head.prefix { $0.isFolding })) }
    try read(part.body) { piece in
      content.take(piece, &table)
      return content.takeOutput()
    }
    content.finish(tail: try tail(of: part.body, head), &table)
    self.table = table
    try give(content.takeOutput())
  }

  private func isPlain(_ part: MIMEPart) -> Bool {
    switch part.encoding {
    case .sevenBit, .eightBit, .binary: true
    case .quotedPrintable, .base64, .other: false
    }
  }

  /// The line ends at the end of a content that has anything else.
  private func tail(of range: Range<Int>, _ head: [UInt8]) throws -> [UInt8] {
    guard head.contains(where: { !$0.isFolding }) else { return [] }
    let start = max(range.lowerBound, range.upperBound - RedactionLimits.hostName)
    let octets = try message.source.octets(start..<range.upperBound, limit: RedactionLimits.hostName)
    return Array(octets[(octets.lastIndex { !$0.isFolding }.map { $0 + 1 } ?? 0)...])
  }

  /// The header of a message that came back.
  private mutating func writeHeaderText(_ range: Range<Int>) throws {
    let inner = Message(try message.source.octets(range, limit: RedactionLimits.headerText))
    if let line = inner.envelopeLine { try give(TextFilter.redacted(line, .words(.structured), &table)) }
    try give(redactedFields(inner.fields, of: inner.header))
    try writeGap((range.lowerBound + inner.headerStart + inner.header.count)..<range.upperBound)
  }

  /// A boundary, with the line end before it.
  private mutating func writeDelimiter(_ range: Range<Int>) throws {
    try write(range, BoundaryLineFilter(TextFilter(.plain)))
  }
}

/// A piece of a message that has a meaning of its own.
private struct RedactionSection {
  enum Kind {
    case header(Int)
    case content(Int)
    case delimiter
  }

  let range: Range<Int>
  let kind: Kind

  /// Whether it is a header.
  var isHeader: Bool {
    if case .header = kind { return true }
    return false
  }

  /// The pieces in the order of the source; none overlaps another.
  static func sections(of body: MessageBody) -> [RedactionSection] {
    var sections: [RedactionSection] = []
    for part in body.parts {
      sections.append(RedactionSection(range: part.headerRange, kind: .header(part.number)))
      if part.content != nil, !part.body.isEmpty {
        sections.append(RedactionSection(range: part.body, kind: .content(part.number)))
      }
      sections += part.delimiters.map { RedactionSection(range: $0.range, kind: .delimiter) }
    }
    return sections.filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
