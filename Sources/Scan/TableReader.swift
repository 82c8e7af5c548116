/// Reads comma-separated values (RFC 4180 §2) octet by octet, and gives the fields of one column.
struct TableReader: Sendable {
  private let column: ListColumn
  /// The wanted column, from 0; nil until the first record has told.
  private var wanted: Int?
  private var names: [String] = []

  private var state = State.recordStart
  private var field = ListText()
  private var isEmpty = true
  private var index = 0
  private var value: (text: String, fault: String?)?
  private var line = 1
  private var recordLine = 1
  private var quotedOctets = 0

  private enum State { case recordStart, fieldStart, plain, quoted, quoteInQuotes, remark }

  init(_ column: ListColumn) {
    self.column = column
    if case .number(let number) = column { wanted = number - 1 }
  }

  /// Takes an octet; gives the row that it ends.
  mutating func take(_ octet: UInt8) throws(ListError) -> ListRow? {
    defer { if octet == UInt8(ascii: "\n") { line += 1 } }
    switch (state, octet) {
    case (.remark, UInt8(ascii: "\n")): return startRecord()
    case (.remark, _): return nil
    case (.recordStart, UInt8(ascii: "#")):
      state = .remark
      return nil
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuotes
    case (.quoted, _): try quote(octet)
    case (.quoteInQuotes, UInt8(ascii: "\"")):
      state = .quoted
      try quote(octet)
    case (_, UInt8(ascii: ",")): endField()
    case (_, UInt8(ascii: "\n")): return try endRecord()
    case (.recordStart, UInt8(ascii: "\"")), (.fieldStart, UInt8(ascii: "\"")):
      (state, quotedOctets, isEmpty) = (.quoted, 0, false)
    default:
      state = .plain
      append(octet)
    }
    return nil
  }

  /// Ends the table; gives the row that had no line end.
  mutating func finish() throws(ListError) -> [ListRow] {
    switch state {
    case .quoted: throw .openQuote(line: recordLine)
    case .recordStart, .remark: return []
    default: return try endRecord().map { [$0] } ?? []
    }
  }

  private mutating func quote(_ octet: UInt8) throws(ListError) {
    quotedOctets += 1
    if quotedOctets > ListLimits.quotedOctets { throw .openQuote(line: recordLine) }
    append(octet)
  }

  private mutating func append(_ octet: UInt8) {
    isEmpty = false
    if wanted == nil || wanted == index { field.append(octet) }
  }

  private mutating func endField() {
    isEmpty = false
    keepField()
    index += 1
    state = .fieldStart
  }

  private mutating func keepField() {
    let kept = field.end()
    if wanted == nil, names.count < ListLimits.columns { names.append(kept.text) }
    if wanted == index { value = kept }
  }

  private mutating func endRecord() throws(ListError) -> ListRow? {
    guard !isEmpty else { return startRecord() }
    keepField()
    guard wanted != nil else {
      try findColumn()
      return startRecord()
    }
    let number = (wanted ?? 0) + 1
    let found = value ?? ("", "the record has \(index + 1) fields, and none in column \(number)")
    let row = ListRow(
      line: recordLine, text: found.text, fault: found.fault ?? (found.text.isEmpty ? "the field is empty" : nil))
    _ = startRecord()
    return row
  }

  private mutating func startRecord() -> ListRow? {
    (state, index, value, isEmpty) = (.recordStart, 0, nil, true)
    field.clear()
    recordLine = line + 1
    return nil
  }

  private mutating func findColumn() throws(ListError) {
    guard case .named(let name) = column else { return }
    let folded = name.lowercased()
    guard let found = names.firstIndex(of: name) ?? names.firstIndex(where: { $0.lowercased() == folded }) else {
      throw .noColumn(name, names)
    }
    wanted = found
    names = []
  }
}
