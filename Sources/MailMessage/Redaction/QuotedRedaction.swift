/// Redacts quoted-printable: each octet stays in the form that it was written in, and so do soft line breaks.
struct QuotedRedaction {
  /// What is done.
  var output: [UInt8] = []
  private var state = State.text
  /// What was read and waits for its replacement.
  private var units: [Unit] = []
  private var column = 0
  /// Whether the line has become longer than it was: it gets a soft line break then.
  private var isLonger = false
  private var lineEnd: [UInt8]
  /// Whether the last octet was an equals sign that is no escape.
  private var isBareSign = false

  /// Soft line breaks that are added before the first line end end in `lineEnd`.
  init(lineEnd: [UInt8]) { self.lineEnd = lineEnd }

  private enum State {
    case text
    case sign
    case digit(UInt8)
    /// An equals sign and white space behind it.
    case softBreak([UInt8])
  }

  private enum Unit {
    case literal
    case escape(isLower: Bool)
    case softBreak([UInt8])
  }

  /// Takes the next octet.
  mutating func take(_ octet: UInt8, _ filter: inout TextFilter, _ table: inout RedactionTable) {
    switch state {
    case .text:
      if octet == UInt8(ascii: "=") { state = .sign } else { give(octet, .literal, &filter, &table) }
    case .sign:
      if octet.hexadecimalValue != nil {
        state = .digit(octet)
      } else if octet.isFolding {
        takeBreak(octet, [UInt8(ascii: "=")], &filter, &table)
      } else {
        giveUp([UInt8(ascii: "=")], octet, &filter, &table)
      }
    case .digit(let first):
      guard let high = first.hexadecimalValue, let low = octet.hexadecimalValue else {
        return giveUp([UInt8(ascii: "="), first], octet, &filter, &table)
      }
      state = .text
      give(high << 4 | low, .escape(isLower: first >= 0x61 || octet >= 0x61), &filter, &table)
    case .softBreak(let before): takeBreak(octet, before, &filter, &table)
    }
  }

  private mutating func takeBreak(
    _ octet: UInt8, _ before: [UInt8], _ filter: inout TextFilter, _ table: inout RedactionTable
  ) {
    if octet == 0x0A {
      state = .text
      units.append(.softBreak(before + [octet]))
      move(&filter, &table)
    } else if octet.isFolding, before.last != 0x0D, before.count < MIMELimits.lineOctets {
      state = .softBreak(before + [octet])
    } else {
      giveUp(before, octet, &filter, &table)
    }
  }

  /// What begins with an equals sign stays what it is.
  private mutating func giveUp(
    _ before: [UInt8], _ octet: UInt8, _ filter: inout TextFilter, _ table: inout RedactionTable
  ) {
    state = .text
    for octet in before { give(octet, .literal, &filter, &table) }
    take(octet, &filter, &table)
  }

  private mutating func give(
    _ octet: UInt8, _ unit: Unit, _ filter: inout TextFilter, _ table: inout RedactionTable
  ) {
    units.append(unit)
    filter.take(octet, &table)
    move(&filter, &table)
  }

  /// The text is complete.
  mutating func finish(_ filter: inout TextFilter, _ table: inout RedactionTable) {
    switch state {
    case .text: break
    case .sign: give(UInt8(ascii: "="), .literal, &filter, &table)
    case .digit(let first): for octet in [UInt8(ascii: "="), first] { give(octet, .literal, &filter, &table) }
    case .softBreak(let octets): for octet in octets { give(octet, .literal, &filter, &table) }
    }
    filter.finish(&table)
    move(&filter, &table)
    writeBreaks()
  }

  // MARK: Writing

  /// Writes what has its replacement. A word with more soft line breaks than octets is not waited for.
  private mutating func move(_ filter: inout TextFilter, _ table: inout RedactionTable) {
    if units.count > 2 * RedactionLimits.word { filter.finish(&table) }
    if filter.runs.isEmpty { return }
    var (unit, octet) = (0, 0)
    for run in filter.runs {
      let replacement = filter.output[octet..<(octet + run.replacement)]
      octet += run.replacement
      if run.original == run.replacement {
        writeInPlace(replacement, &unit)
      } else {
        writeOther(replacement, run.original, &unit)
      }
    }
    units.removeFirst(unit)
    filter.runs.removeAll(keepingCapacity: true)
    filter.output.removeAll(keepingCapacity: true)
  }

  private mutating func writeInPlace(_ octets: ArraySlice<UInt8>, _ unit: inout Int) {
    for octet in octets {
      while unit < units.count, case .softBreak(let text) = units[unit] {
        write(text)
        unit += 1
      }
      if unit < units.count, case .escape(let isLower) = units[unit] {
        write(QuotedOctet.escape(octet, isLower: isLower))
      } else {
        write([octet])
      }
      isBareSign = octet == UInt8(ascii: "=") && unit < units.count && !isEscape(units[unit])
      unit += 1
    }
  }

  private func isEscape(_ unit: Unit) -> Bool {
    if case .escape = unit { return true }
    return false
  }

  /// Writes a replacement of another length, and behind it the soft line breaks that stood in the original.
  private mutating func writeOther(_ octets: ArraySlice<UInt8>, _ original: Int, _ unit: inout Int) {
    var (breaks, rest): ([[UInt8]], Int) = ([], original)
    var isFirst = true
    while unit < units.count, rest > 0 {
      if case .softBreak(let text) = units[unit] {
        if isFirst { write(text) } else { breaks.append(text) }
      } else {
        isFirst = false
        rest -= 1
      }
      unit += 1
    }
    isLonger = isLonger || octets.count > original || !breaks.isEmpty
    for octet in octets {
      let isSafe = octet > 0x20 && octet < 0x7F && octet != UInt8(ascii: "=")
      let mayBeRead = isBareSign && octet.hexadecimalValue != nil
      write(isSafe && !mayBeRead ? [octet] : QuotedOctet.escape(octet, isLower: false))
      isBareSign = false
    }
    for text in breaks { write(text) }
  }

  private mutating func writeBreaks() {
    for unit in units { if case .softBreak(let text) = unit { write(text) } }
    units = []
  }

  /// Writes octets that belong together; before them a soft line break where the line has become too long for them.
  private mutating func write(_ octets: [UInt8]) {
    if let last = octets.last, last == 0x0A {
      lineEnd = octets.dropLast().last == 0x0D || output.last == 0x0D ? [0x0D, 0x0A] : [0x0A]
      output += octets
      (column, isLonger) = (0, false)
      return
    }
    if isLonger, octets != [0x0D], column + octets.count >= MIMELimits.encodedLineOctets {
      output += [UInt8(ascii: "=")] + lineEnd
      column = 0
    }
    output += octets
    column += octets.count
  }
}
