extension BodyScan {
  /// Takes the line that was gathered if it is an open boundary; whether it is one.
  ///
  /// RFC 2046 §5.1.1 lets readers compare the beginning of the line only, but those who do take a boundary for another
  /// that begins with it; white space behind it is all that is allowed here, as in most readers.
  mutating func takeDelimiter() -> Bool {
    var lineEnd = head.count
    while lineEnd > 2, head[lineEnd - 1] == 0x0A || head[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    var end = lineEnd
    while end > 2, head[end - 1].isWhiteSpace { end -= 1 }
    // A boundary that ends in white space is not allowed, and yet found as it is written.
    for end in end == lineEnd ? [end] : [lineEnd, end] {
      if let frame = boundaries[Array(head[2..<end])] {
        takeDelimiter(of: frame, isEnd: false)
        return true
      }
      if end > 4, head[end - 1] == 0x2D, head[end - 2] == 0x2D, let frame = boundaries[Array(head[2..<(end - 2)])] {
        takeDelimiter(of: frame, isEnd: true)
        return true
      }
    }
    noteBoundaryInText(end)
    return false
  }

  /// Remembers a line that has the innermost boundary and is none.
  private mutating func noteBoundaryInText(_ end: Int) {
    guard let frame = multiparts.last else { return }
    let boundary = frames[frame].boundary
    guard !boundary.isEmpty, head[2..<end].starts(with: boundary) else { return }
    if case .epilogue = frames[frame].role {
      frames[frame].boundaryAfterEnd.add(at: tally.start)
    } else {
      frames[frame].boundaryInText.add(at: tally.start)
    }
  }

  private mutating func takeDelimiter(of frame: Int, isEnd: Bool) {
    let end = tally.start.offset - pendingEnd
    pendingEnd = 0
    mode = .dropping
    closeFrames(above: frame, at: end)
    let part = frames[frame].part
    if case .skipped = frames[frame].role {
      if isEnd { endMultipart(frame) }
      return
    }
    parts[part].delimiters.append(MIMEDelimiter(range: end..<max(end, offset), line: tally.start.line, isEnd: isEnd))
    if isEnd {
      if parts[part].children.isEmpty { log.add(MIMEFault(.noParts, part: part, at: tally.start)) }
      return endMultipart(frame)
    }
    frames[frame].role = .inside
    let next = SourcePlace(offset: offset, line: tally.start.line + 1, column: 1)
    if parts.count >= MIMELimits.parts {
      log.add(MIMEFault(.tooManyParts, part: part, at: tally.start))
      frames[frame].role = .skipped
    } else {
      openPart(in: frame, at: next)
    }
  }

  private mutating func endMultipart(_ frame: Int) {
    frames[frame].role = .epilogue
    boundaries[frames[frame].boundary] = nil
  }

  /// Closes the frames behind that of number `last`, whose contents end at `end`.
  mutating func closeFrames(above last: Int, at end: Int) {
    while frames.count - 1 > last, let frame = frames.popLast() { close(frame, index: frames.count, at: end) }
  }

  private mutating func close(_ frame: PartFrame, index: Int, at end: Int) {
    let part = frame.part
    switch frame.role {
    case .header: closeHeader(part, at: end)
    case .leaf: closeLeaf(part, at: end)
    case .preamble: tell(.noStartBoundary, part)
    case .inside, .skipped: log.add(MIMEFault(.noEndBoundary, part: part, at: place(of: end)))
    case .epilogue, .message, .groups: break
    }
    if multiparts.last == index { multiparts.removeLast() }
    if boundaries[frame.boundary] == index { boundaries[frame.boundary] = nil }
    log.add(.epilogueText, part, frame.epilogue)
    log.add(.boundaryInText, part, frame.boundaryInText)
    log.add(.boundaryAfterEnd, part, frame.boundaryAfterEnd)
    parts[part].body = parts[part].body.lowerBound..<max(parts[part].body.lowerBound, end)
  }

  /// Where a content ends: on the line that is being read, or at the end of the one before.
  private func place(of end: Int) -> SourcePlace {
    end >= tally.start.offset
      ? tally.place(end - tally.start.offset) : SourcePlace(offset: end, line: tally.start.line - 1, column: 1)
  }

  /// Tells of a fault of a part as a whole: at its Content-Type, or where its content begins.
  mutating func tell(_ kind: MIMEFault.Kind, _ part: Int) {
    log.add(MIMEFault(kind, part: part, at: place(of: "content-type", in: part)))
  }

  /// Where a field of a part stands; where its content begins without it.
  func place(of name: HeaderName, in part: Int) -> SourcePlace {
    let part = parts[part]
    guard let field = part.field(name) else {
      return SourcePlace(offset: part.body.lowerBound, line: part.bodyLine, column: 1)
    }
    return SourcePlace(offset: part.headerRange.lowerBound + field.range.lowerBound, line: field.line, column: 1)
  }
}
