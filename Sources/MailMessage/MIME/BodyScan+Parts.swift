import Syntax

extension BodyScan {
  /// The message itself is the first part.
  mutating func openRoot(_ message: Message) {
    var root = MIMEPart(
      number: 0, parent: nil, depth: 0,
      start: SourcePlace(offset: message.headerStart, line: 1, column: 1))
    root.header = message.header
    root.fields = message.fields
    root.headerRange = message.headerStart..<(message.headerStart + message.header.count)
    parts.append(root)
    frames.append(PartFrame(part: 0, role: .header))
    openBody(at: tally.start)
  }

  /// Opens a part inside that of `frame`, whose header begins at `start`.
  mutating func openPart(in frame: Int, at start: SourcePlace) {
    let parent = frames[frame].part
    let number = parts.count
    parts.append(MIMEPart(number: number, parent: parent, depth: parts[parent].depth + 1, start: start))
    parts[parent].children.append(number)
    frames.append(PartFrame(part: number, role: .header))
  }

  /// Takes a line of a header; false when it is none, and the header has ended before it.
  mutating func takeHeaderLine(isWhole: Bool) -> Bool {
    guard let part = frames.last?.part else { return false }
    let next = SourcePlace(offset: offset, line: tally.start.line + 1, column: 1)
    if isWhole, isBlank {
      if frames.count > 1, case .groups = frames[frames.count - 2].role {
        closeFrames(above: frames.count - 2, at: tally.start.offset)
      } else {
        openBody(at: next)
      }
      return true
    }
    if isWhole, parts[part].headerRange.isEmpty, isEnvelopeLine, isMessageInside(part) {
      parts[part].headerRange = offset..<offset
      headerOwner = part
      return true
    }
    if appendHeaderLine(to: part) {
      headerOwner = part
      return true
    }
    log.add(MIMEFault(.headerBroken, part: part, at: tally.start))
    openBody(at: tally.start)
    return false
  }

  /// Whether the part is the message in a message/rfc822.
  private func isMessageInside(_ part: Int) -> Bool {
    guard let parent = parts[part].parent else { return false }
    return parts[parent].contentType.type == "message"
  }

  /// The line that was taken into a header has ended.
  mutating func finishHeaderLine() {
    guard let part = headerOwner else { return }
    headerOwner = nil
    parts[part].headerRange = parts[part].headerRange.lowerBound..<offset
    parts[part].body = offset..<offset
    parts[part].bodyLine = tally.start.line + 1
  }

  private var isEnvelopeLine: Bool { head.starts(with: "From ".utf8) || head.starts(with: ">From ".utf8) }

  /// Adds the line that was gathered to the header of `part`; false when it is no line of a header.
  private mutating func appendHeaderLine(to part: Int) -> Bool {
    let start = parts[part].header.count
    // What follows an octet that was not kept is not kept either: ranges stay true.
    let isCut = start < parts[part].headerRange.count
    let room = isCut ? 0 : min(MIMELimits.headerOctets - start, headerBudget)
    if let first = head.first, first.isWhiteSpace, !parts[part].headerRange.isEmpty {
      guard head.count <= room, let last = parts[part].fields.popLast() else { return true }
      keep(part)
      parts[part].fields.append(
        HeaderField(
          range: last.range.lowerBound..<parts[part].header.count, name: last.name,
          body: last.body.lowerBound..<parts[part].header.count, line: last.line))
      return true
    }
    guard let name = HeaderLine.name(in: head) else { return false }
    guard head.count <= room else {
      if !isCut { log.add(MIMEFault(.headerTooLong, part: part, at: tally.start)) }
      return true
    }
    keep(part)
    parts[part].fields.append(
      HeaderField(
        range: start..<parts[part].header.count, name: start..<(start + name.name),
        body: (start + name.colon + 1)..<parts[part].header.count, line: tally.start.line))
    return true
  }

  private mutating func keep(_ part: Int) {
    parts[part].header += head
    headerBudget -= head.count
  }

  /// A part ends inside its header.
  mutating func closeHeader(_ part: Int, at end: Int) {
    readFields(of: part)
    if let parent = parts[part].parent, parts[parent].contentType.type != "message" {
      log.add(MIMEFault(.headerOnly, part: part, at: place(of: "content-type", in: part)))
    }
    sink = ContentSink(of: parts[part], textLimit: 0)
    parts[part].content = sink.finish()
  }

  /// A part without parts ends.
  mutating func closeLeaf(_ part: Int, at end: Int) {
    let content = sink.finish()
    textBudget -= content.text?.count ?? 0
    sink.tell(part, &log)
    parts[part].content = content
    PartFaults(part: parts[part], content: content).tell(&log, place(of: "content-type", in: part))
  }
}

/// A line that may be a header field.
enum HeaderLine {
  /// The lengths of the name and of what stands before the colon; nil when the line is no field (RFC 5322 §2.2, §4.5).
  static func name(in line: [UInt8]) -> (name: Int, colon: Int)? {
    let end = min(line.count, MIMELimits.line)
    var index = 0
    while index < end, line[index] > 0x20, line[index] < 0x7F, line[index] != 0x3A { index += 1 }
    let name = index
    while index < end, line[index].isWhiteSpace { index += 1 }
    return name > 0 && index < end && line[index] == 0x3A ? (name, index) : nil
  }
}
