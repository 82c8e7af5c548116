extension BodyScan {
  /// Takes a piece of the line, with its LF if it has come.
  mutating func take(_ segment: Span<UInt8>) {
    switch mode {
    case .passing: pass(segment, at: offset)
    case .dropping: break
    case .undecided: gather(segment)
    }
  }

  /// Whether lines are read as a whole: they belong to a header.
  private var needsWholeLines: Bool {
    switch frames.last?.role {
    case .header?, .groups?: true
    default: false
    }
  }

  private mutating func gather(_ segment: Span<UInt8>) {
    let mayBeBoundary = !boundaries.isEmpty || !multiparts.isEmpty
    if !needsWholeLines {
      let index = head.count
      let isHyphen = index >= 2 || segment[0] == 0x2D && (index == 1 || segment.count < 2 || segment[1] == 0x2D)
      if !mayBeBoundary || !isHyphen {
        beginContent()
        passHead()
        return pass(segment, at: offset)
      }
    }
    for index in segment.indices { head.append(segment[index]) }
    if head.count > MIMELimits.line { decide(isWhole: false) }
  }

  /// Hands over what was gathered as content.
  private mutating func passHead() {
    mode = .passing
    guard !head.isEmpty else { return }
    let gathered = head
    head.removeAll(keepingCapacity: true)
    pass(gathered.span, at: tally.start.offset)
  }

  /// The line is complete and was gathered: a boundary, a line of a header, or content.
  mutating func judge() {
    guard !head.isEmpty else { return beginContent() }
    if head.count > 2, head[0] == 0x2D, head[1] == 0x2D, takeDelimiter() { return }
    decide(isWhole: true)
  }

  /// Decides what a line is that is no boundary.
  private mutating func decide(isWhole: Bool) {
    while let role = frames.last?.role {
      switch role {
      case .header:
        if takeHeaderLine(isWhole: isWhole) {
          mode = .dropping
          return
        }
        // What ended the header may be a boundary of its own content.
        if isWhole, head.count > 2, head[0] == 0x2D, head[1] == 0x2D, takeDelimiter() { return }
      case .groups:
        if isBlank { return mode = .dropping }
        openPart(in: frames.count - 1, at: tally.start)
      case .leaf, .preamble, .inside, .epilogue, .skipped, .message:
        beginContent()
        return passHead()
      }
    }
  }

  /// Whether the line that was gathered is empty.
  var isBlank: Bool { head.first == 0x0A || head.count == 2 && head[0] == 0x0D && head[1] == 0x0A }

  /// A line of content begins: what ended the line before is content too.
  private mutating func beginContent() {
    mode = .passing
    givePendingEnd()
    owner = frames.last?.part
    if case .leaf? = frames.last?.role { sink.beginLine(tally.start) }
  }

  /// Hands over the line end that was held back.
  mutating func givePendingEnd() {
    guard pendingEnd > 0 else { return }
    let octets: [UInt8] = pendingEnd == 2 ? [0x0D, 0x0A] : [0x0A]
    let start = tally.start.offset - pendingEnd
    pendingEnd = 0
    give(octets.span, at: SourcePlace(offset: start, line: tally.start.line - 1, column: 1))
  }

  /// Hands over a piece of a line of content, its end held back.
  private mutating func pass(_ piece: Span<UInt8>, at start: Int) {
    guard !piece.isEmpty else { return }
    let held = holdsCR
    holdsCR = false
    if held, piece[0] != 0x0A { giveCR(at: start - 1) }
    var end = piece.count
    if piece[end - 1] == 0x0A {
      end -= 1
      let isCRLF = end > 0 ? piece[end - 1] == 0x0D : held
      lineEnd = isCRLF ? 2 : 1
      if isCRLF, end > 0 { end -= 1 }
    } else if piece[end - 1] == 0x0D {
      end -= 1
      holdsCR = true
    }
    if end > 0 { give(piece.extracting(0..<end), at: tally.place(start - tally.start.offset)) }
  }

  /// Hands over a CR that is none of a line end.
  mutating func giveCR(at start: Int) {
    let octets: [UInt8] = [0x0D]
    give(octets.span, at: tally.place(start - tally.start.offset))
  }

  private mutating func give(_ octets: Span<UInt8>, at place: SourcePlace) {
    switch frames.last?.role {
    case .leaf?: sink.take(octets, at: place)
    case .epilogue?:
      if frames[frames.count - 1].epilogue.count > 0 { return }
      for index in octets.indices where octets[index] > 0x20 {
        return frames[frames.count - 1].epilogue.add(at: tally.start)
      }
    default: break
    }
  }

  /// Counts a line of content.
  mutating func finishContentLine(of owner: Int, hasEnd: Bool) {
    parts[owner].lines.add(tally, hasEnd: hasEnd)
    if case .leaf? = frames.last?.role { sink.endLine(octets: tally.count + (hasEnd ? 1 : 0) - lineEnd) }
  }

  /// The LF has come.
  mutating func finishLine() {
    if mode == .undecided { judge() }
    lines.add(tally, hasEnd: true)
    if let owner {
      finishContentLine(of: owner, hasEnd: true)
      pendingEnd = lineEnd
    } else {
      finishHeaderLine()
      pendingEnd = 0
    }
    owner = nil
    holdsCR = false
    lineEnd = 0
    mode = .undecided
    head.removeAll(keepingCapacity: true)
    tally = LineTally(start: SourcePlace(offset: offset, line: tally.start.line + 1, column: 1))
  }
}
