import Syntax

extension Message {
  /// Reads the header section of a message and finds its body. Every input gives a message; only the medium can fail.
  public init(reading source: MessageOctets) throws(MessageReadError) {
    var reader = HeaderReader()
    try source.read(0..<source.count) { piece in reader.take(piece) }
    self = reader.message(of: source)
  }

  /// Reads a message in memory.
  public init(_ octets: [UInt8]) {
    var reader = HeaderReader()
    _ = reader.take(octets.span)
    self = reader.message(of: MessageOctets(octets))
  }
}

/// Takes a message in pieces until its header section is complete.
private struct HeaderReader {
  private var octets: [UInt8] = []
  private var lineStart = 0
  private var lineCount = 0
  private var fields: [HeaderField] = []
  private var envelopeEnd = 0
  private var faults: [SyntaxFault] = []
  /// Where the header section ends in the octets, and where the body begins; nil while there may be more.
  private var end: (header: Int, body: Int)?

  /// Takes a piece; false when no more is needed.
  mutating func take(_ piece: Span<UInt8>) -> Bool {
    var index = octets.count
    octets.reserveCapacity(octets.count + min(piece.count, MessageLimits.headerOctets))
    for offset in piece.indices {
      let octet = piece[offset]
      octets.append(octet)
      index += 1
      if octet == 0x0A, !takeLine(index) { return false }
      if index >= MessageLimits.headerOctets {
        return stop(at: lineStart, "more than \(index) octets of header section")
      }
    }
    return true
  }

  /// Takes the line that ends before `next`; false when the header section is complete.
  private mutating func takeLine(_ next: Int) -> Bool {
    let start = lineStart
    lineStart = next
    lineCount += 1
    let first = octets[start]
    if first == 0x0A || first == 0x0D && next == start + 2 {
      end = (start, next)
      return false
    }
    if start == 0, isEnvelopeLine(start..<next) {
      envelopeEnd = next
    } else if first.isWhiteSpace, let last = fields.last {
      fields[fields.count - 1] = HeaderField(
        range: last.range.lowerBound..<next, name: last.name, body: last.body.lowerBound..<next, line: last.line)
    } else {
      return takeField(start..<next)
    }
    return true
  }

  private mutating func takeField(_ line: Range<Int>) -> Bool {
    guard let colon = colon(in: line) else { return stop(at: line.lowerBound, "a line that is no header field") }
    if fields.count >= MessageLimits.headerFields {
      return stop(at: line.lowerBound, "more than \(fields.count) fields")
    }
    var nameEnd = colon
    while nameEnd > line.lowerBound, octets[nameEnd - 1].isWhiteSpace { nameEnd -= 1 }
    fields.append(
      HeaderField(
        range: line, name: line.lowerBound..<nameEnd, body: (colon + 1)..<line.upperBound, line: lineCount))
    return true
  }

  /// The colon behind a name of printable characters (RFC 5322 §3.6.8) and perhaps white space (§4.5); nil without one.
  private func colon(in line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, octets[index] > 0x20, octets[index] < 0x7F, octets[index] != 0x3A { index += 1 }
    if index == line.lowerBound { return nil }
    while index < line.upperBound, octets[index].isWhiteSpace { index += 1 }
    return index < line.upperBound && octets[index] == 0x3A ? index : nil
  }

  /// `From ` and `>From ` begin the line that mailboxes put before a message.
  private func isEnvelopeLine(_ line: Range<Int>) -> Bool {
    let start = octets[line].first == 0x3E ? line.lowerBound + 1 : line.lowerBound
    return octets[start..<line.upperBound].starts(with: "From ".utf8)
  }

  /// Ends the header section before the line at `start`, which belongs to the body, as Postfix and others do.
  private mutating func stop(at start: Int, _ message: String) -> Bool {
    end = (start, start)
    let lineEnd = octets[start...].firstIndex(of: 0x0A) ?? octets.count
    faults.append(SyntaxFault(start..<max(start, lineEnd), message, "RFC 5322 §2.1"))
    return false
  }

  /// The message, when all pieces are taken.
  consuming func message(of source: MessageOctets) -> Message {
    if end == nil, lineStart < octets.count {
      // The last line has no end.
      _ = takeLine(octets.count)
    }
    let end = end ?? (octets.count, octets.count)
    let shift = envelopeEnd
    return Message(
      source: source, header: Array(octets[shift..<max(shift, end.header)]), headerStart: shift,
      fields: shift == 0 ? fields : fields.map { $0.moved(by: -shift) },
      body: end.body..<max(end.body, source.count),
      envelopeLine: shift > 0 ? Array(octets[..<shift]) : nil, faults: faults)
  }
}

extension HeaderField {
  fileprivate func moved(by distance: Int) -> HeaderField {
    HeaderField(
      range: (range.lowerBound + distance)..<(range.upperBound + distance),
      name: (name.lowerBound + distance)..<(name.upperBound + distance),
      body: (body.lowerBound + distance)..<(body.upperBound + distance), line: line)
  }
}
