/// Reads the assignments of a Python file as data; nothing is executed.
struct PythonScript: StatementReader {
  var parser: LiteralParser
  private let octets: [UInt8]

  /// What `octets` assign at the outermost level; what is indented depends on something.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    let (tokens, faults) = PythonLexer.tokens(octets)
    var script = PythonScript(parser: LiteralParser(tokens, join: "+", hasLines: true), octets: octets)
    return script.read(faults)
  }

  private init(parser: LiteralParser, octets: [UInt8]) {
    self.parser = parser
    self.octets = octets
  }

  mutating func statement() {
    guard let token = parser.current else { return }
    if case .variable(let name) = token.kind { return assignment(name, isIndented: false) }
    guard case .name(let name) = token.kind else { return skipLine() }
    switch name {
    case "from", "exec", "include", "execfile": inclusion(token.range.lowerBound)
    case "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "import", "del":
      skipLine()
    default: assignment(name, isIndented: isIndented(token.range.lowerBound))
    }
  }

  /// Whether blanks stand in front of the statement, or a head such as `if DEBUG:`.
  private func isIndented(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let before = octets[offset - 1]
    // A byte order mark ends with this octet.
    return before != UInt8(ascii: "\n") && !(offset == 3 && before == 0xBF)
  }

  /// Moves behind the end of the line, or behind `;`.
  private mutating func skipLine() {
    while let token = parser.current {
      parser.index += 1
      if token.kind == .newline || token.kind == .sign(";") { return }
    }
  }

  /// `from module import *` and files that are executed; other imports set no setting.
  private mutating func inclusion(_ start: Int) {
    var (isCall, isStar, isFirst) = (false, false, true)
    while let token = parser.current, token.kind != .newline {
      if isFirst, token.kind != .name("from") { isCall = parser.isSign("(", ahead: 1) }
      isFirst = false
      isStar = token.kind == .sign("*")
      parser.index += 1
    }
    if isCall || isStar { parser.script.inclusions.append(start) }
    skipLine()
  }

  private mutating func assignment(_ name: String, isIndented: Bool) {
    parser.index += 1
    skipAnnotation()
    let isComputed = parser.isSign("+=")
    guard isComputed || parser.isSign("=") else { return skipLine() }
    parser.index += 1
    let read = parser.value()
    if read.value == .missing { parser.script.fault(read.range.lowerBound, "a value is missing here") }
    var value = isComputed ? Literal.Value.computed : read.value
    // A comma behind a value makes a list of it.
    if parser.isSign(",") { value = .list([Literal.Entry(key: nil, value: read)]) }
    var isConditional = isIndented
    if case .name? = parser.current?.kind { isConditional = true }
    parser.script.assign(name, [], value, read.range, isConditional: isConditional)
    // A list that does not end stops in front of the next setting.
    if case .variable? = parser.current?.kind { return }
    skipLine()
  }

  /// `: str` behind a name.
  private mutating func skipAnnotation() {
    guard parser.take(":") else { return }
    while let kind = parser.current?.kind, kind != .newline, kind != .sign("=") { parser.index += 1 }
  }
}

extension SettingValue {
  /// Python's idea: what is empty or zero is false, and every other text is true, `"False"` as well.
  static func pythonFlag(_ value: Literal.Value) -> SettingValue<Bool> {
    switch value {
    case .boolean(let flag): .read(flag)
    case .number(let number): .read(number != 0)
    case .string(let text): .read(!text.isEmpty)
    case .null: .read(false)
    case .list(let entries): .read(!entries.isEmpty)
    case .computed, .missing: .malformed("it is neither true nor false")
    }
  }
}
