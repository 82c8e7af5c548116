/// Reads the assignments of a Ruby file as data; nothing is executed.
struct RubyScript: StatementReader {
  var parser: LiteralParser
  /// Blocks that are open, and whether each may not run.
  private var blocks: [Bool] = []

  /// What `octets` assign; a call with one text, such as `external_url 'https://…'`, counts as an assignment.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    let (tokens, faults) = RubyLexer.tokens(octets)
    var script = RubyScript(parser: LiteralParser(tokens, join: "+", hasLines: true))
    return script.read(faults)
  }

  private init(parser: LiteralParser) { self.parser = parser }

  mutating func statement() {
    guard let token = parser.current else { return }
    guard case .name(let name) = token.kind else { return skipLine() }
    switch name {
    case "if", "unless", "case", "while", "until", "begin", "def", "class", "module", "for":
      blocks.append(name != "class" && name != "module")
      parser.index += 1
      skipLine()
    // `Rails.application.configure do`
    case "Rails": skipLine(isCertain: true)
    case "eval", "require", "require_relative", "load", "from_file":
      parser.script.inclusions.append(token.range.lowerBound)
      skipLine()
    case "else", "elsif", "when", "end", "rescue", "ensure": skipLine()
    default: assignment(name)
    }
  }

  /// Moves behind the end of the line, or behind `;`, and counts the blocks that begin and end in it.
  private mutating func skipLine(isCertain: Bool = false) {
    while let token = parser.current {
      parser.index += 1
      switch token.kind {
      case .newline, .sign(";"): return
      case .name("do"): blocks.append(!isCertain)
      case .name("end"): _ = blocks.popLast()
      default: break
      }
    }
  }

  private mutating func assignment(_ name: String) {
    parser.index += 1
    let path = keys()
    var isComputed = false
    if parser.isSign("||=") || parser.isSign("+=") {
      isComputed = true
    } else if !parser.isSign("=") {
      guard !hasLostBracket(), path.isEmpty, case .string? = parser.current?.kind else { return skipLine() }
      return keep(name, path, isComputed: false)
    }
    parser.index += 1
    keep(name, path, isComputed: isComputed)
  }

  /// Tells of `name['key' =` and `name'key']`.
  private mutating func hasLostBracket() -> Bool {
    if parser.isSign("["), parser.isSign("=", ahead: 2) {
      parser.script.fault(parser.offset, "a ] is missing behind this key")
      return true
    }
    guard case .string? = parser.current?.kind, parser.isSign("]", ahead: 1) else { return false }
    parser.script.fault(parser.offset, "a [ is missing in front of this")
    return true
  }

  /// The names behind `.` or `::`, and the keys in brackets.
  private mutating func keys() -> [String] {
    var path: [String] = []
    while parser.index + 1 < parser.tokens.count {
      let next = parser.tokens[parser.index + 1].kind
      if parser.isSign(".") || parser.isSign("::"), case .name(let name) = next {
        path.append(name)
        parser.index += 2
      } else if parser.isSign("["), parser.isSign("]", ahead: 2), case .string(let key) = next {
        path.append(key)
        parser.index += 3
      } else {
        break
      }
    }
    return path
  }

  private mutating func keep(_ name: String, _ path: [String], isComputed: Bool) {
    let read = parser.value()
    if read.value == .missing { parser.script.fault(read.range.lowerBound, "a value is missing here") }
    var isConditional = blocks.contains(true)
    if case .name? = parser.current?.kind { isConditional = true }
    if parser.script.assignments.count < SettingsLimits.assignments {
      let value = isComputed ? Literal(value: .computed, range: read.range) : read
      parser.script.assignments.append(
        Assignment(variable: name, path: path, value: value, isConditional: isConditional))
    }
    skipLine()
  }
}
