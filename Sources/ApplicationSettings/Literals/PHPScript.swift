/// Reads the assignments of a PHP file as data; nothing is executed.
struct PHPScript: StatementReader {
  var parser: LiteralParser
  /// Blocks that are open.
  private var depth = 0
  /// Whether the next statement belongs to an `if` without braces.
  private var isCondition = false

  /// What `octets` assign.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    let (tokens, faults) = PHPLexer.tokens(octets)
    var script = PHPScript(parser: LiteralParser(tokens, join: ".", hasLines: false))
    return script.read(faults)
  }

  private init(parser: LiteralParser) { self.parser = parser }

  mutating func statement() {
    guard let token = parser.current else { return }
    switch token.kind {
    case .sign("{"):
      depth += 1
      isCondition = false
      parser.index += 1
    case .sign("}"):
      depth = max(0, depth - 1)
      parser.index += 1
    case .sign(";"):
      isCondition = false
      parser.index += 1
    case .name(let name): named(name.lowercased(), token)
    case .variable(let name): assignment(name)
    default: skipStatement()
    }
  }

  private mutating func named(_ name: String, _ token: Token) {
    parser.index += 1
    if Self.blocks.contains(name) {
      block()
    } else if Self.ends.contains(name) {
      depth = max(0, depth - 1)
    } else if Self.inclusions.contains(name) {
      parser.script.inclusions.append(token.range.lowerBound)
      skipStatement()
    } else {
      if Self.searchPaths.contains(name) { parser.script.searchPaths.append(token.range.lowerBound) }
      skipStatement()
    }
  }

  /// Functions that change where PHP looks for files.
  private static let searchPaths: Set<String> = ["set_include_path"]

  /// Words that begin a part which may not run, or not once.
  private static let blocks: Set<String> = [
    "if", "elseif", "else", "while", "for", "foreach", "switch", "function", "try", "catch", "class"
  ]
  private static let ends: Set<String> = ["endif", "endwhile", "endfor", "endforeach", "endswitch"]
  private static let inclusions: Set<String> = ["include", "include_once", "require", "require_once"]

  /// The head of a block, up to its `{`, its `:` or its only statement.
  private mutating func block() {
    isCondition = true
    while case .name? = parser.current?.kind { parser.index += 1 }
    if parser.isSign("(") { skipParentheses() }
    if parser.take(":") {
      depth += 1
      isCondition = false
    }
  }

  private mutating func skipParentheses() {
    var open = 0
    while let token = parser.current {
      parser.index += 1
      if token.kind == .sign("(") { open += 1 }
      if token.kind == .sign(")") {
        open -= 1
        if open == 0 { return }
      }
    }
  }

  /// Moves to the end of a statement, or into the block that it holds.
  private mutating func skipStatement() {
    while let token = parser.current, ![.sign(";"), .sign("{"), .sign("}")].contains(token.kind) { parser.index += 1 }
  }

  private mutating func assignment(_ name: String) {
    parser.index += 1
    let (path, isKnown) = keys()
    guard case .sign(let sign)? = parser.current?.kind, ["=", ".=", "+=", "??="].contains(sign) else {
      return skipStatement()
    }
    parser.index += 1
    let read = parser.value()
    if read.value == .missing { parser.script.fault(read.range.lowerBound, "a value is missing after \(sign)") }
    guard isKnown else { return }
    let value = sign == "=" ? read : Literal(value: .computed, range: read.range)
    if parser.script.assignments.count < SettingsLimits.assignments {
      parser.script.assignments.append(
        Assignment(variable: name, path: path, value: value, isConditional: depth > 0 || isCondition))
    }
    if !parser.isSign(";"), parser.current != nil, !parser.isSign("}") {
      parser.script.fault(parser.offset, "a ; is missing in front of this")
      if case .variable? = parser.current?.kind { return }
      skipStatement()
    }
  }

  /// The keys in brackets behind a variable, and whether all are texts or numbers.
  private mutating func keys() -> (path: [String], isKnown: Bool) {
    var (path, isKnown): ([String], Bool) = ([], true)
    while parser.take("[") {
      switch parser.current?.kind {
      case .string(let text): path.append(text)
      case .number(let number): path.append(String(number))
      default: isKnown = false
      }
      while let token = parser.current, ![.sign("]"), .sign(";")].contains(token.kind) { parser.index += 1 }
      _ = parser.take("]")
    }
    return (path, isKnown)
  }
}
