/// Reads the assignments of a PHP file as data; nothing is executed.
///
/// A property counts as an element: `$mail->Host = 'a'` has the path `Host`. A call of a method has the path `name()` and
/// its first argument for a value; the call of a function with a text has the variable `name()` and that text for a path.
struct PHPScript: StatementReader {
  var parser: LiteralParser
  /// Blocks that are open.
  private var blocks: [Block] = []
  /// What the next block, or the next statement without braces, belongs to.
  private var next: Block?
  /// Constants that are defined: a second definition does nothing.
  private var constants: Set<String> = []

  /// What a block is the body of.
  private enum Block {
    /// A condition or a loop: it may not run, or not once.
    case condition
    /// A function: its variables are its own, its objects may come from elsewhere.
    case function
    /// A class.
    case type
  }

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
      blocks.append(next ?? .condition)
      next = nil
      parser.index += 1
    case .sign("}"):
      _ = blocks.popLast()
      parser.index += 1
    case .sign(";"):
      next = nil
      parser.index += 1
    case .name(let name): named(name, token)
    case .variable(let name): assignment(name)
    default: skipStatement()
    }
  }

  private mutating func named(_ name: String, _ token: Token) {
    parser.index += 1
    switch name.lowercased() {
    case "function", "fn": block(.function)
    case "class", "trait", "interface", "enum": block(.type)
    case let word where Self.conditions.contains(word): block(.condition, isFurther: word.hasPrefix("else"))
    case let word where Self.ends.contains(word): _ = blocks.popLast()
    case let word where Self.inclusions.contains(word):
      parser.script.inclusions.append(token.range.lowerBound)
      skipStatement()
    case "return" where blocks.isEmpty && next == nil:
      keep("return", [], parser.value())
      skipStatement()
    case "set_include_path":
      parser.script.searchPaths.append(token.range.lowerBound)
      skipStatement()
    case "define": definition(isCertain: true)
    case "defined": possibleDefinition()
    case "const" where blocks.isEmpty: constant()
    default: call(name)
    }
  }

  /// Words that begin a part which may not run, or not once.
  private static let conditions: Set<String> = [
    "if", "elseif", "else", "while", "for", "foreach", "switch", "try", "catch"
  ]
  private static let ends: Set<String> = ["endif", "endwhile", "endfor", "endforeach", "endswitch"]
  private static let inclusions: Set<String> = ["include", "include_once", "require", "require_once"]

  /// The head of a block, up to its `{`, its `:` or its only statement. `else:` goes on with a block that is open.
  private mutating func block(_ kind: Block, isFurther: Bool = false) {
    next = kind
    while case .name? = parser.current?.kind { parser.index += 1 }
    if parser.isSign("(") { skipParentheses() }
    if kind != .condition { return skipStatement() }
    if parser.take(":") {
      if !isFurther { blocks.append(.condition) }
      next = nil
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

  /// Moves to the end of a statement, or into the block that it holds, which may be the body of a function.
  private mutating func skipStatement() {
    while let token = parser.current, ![.sign(";"), .sign("{"), .sign("}")].contains(token.kind) {
      if case .name(let name) = token.kind, name.lowercased() == "function", next == nil { next = .function }
      parser.index += 1
    }
  }

  // MARK: Constants and calls

  /// `define('NAME', value)`; `isCertain` where nothing stands before it.
  private mutating func definition(isCertain: Bool) {
    guard parser.take("("), case .string(let name)? = parser.current?.kind, parser.isSign(",", ahead: 1) else {
      if case .string? = parser.current?.kind, parser.isSign(",", ahead: 1) {
        parser.script.fault(parser.offset, "a ( is missing in front of this")
      }
      return skipStatement()
    }
    parser.index += 2
    keepConstant(name, parser.value(), isCertain: isCertain)
    if parser.isSign(";") { parser.script.fault(parser.offset, "a ) is missing in front of this") }
    skipStatement()
  }

  private mutating func keepConstant(_ name: String, _ value: Literal, isCertain: Bool) {
    let isFirst = !constants.contains(name)
    if isCertain, !isInCondition { constants.insert(name) }
    if isFirst { keep(name, [], value, isCertain: isCertain && !isInCondition) }
  }

  /// `defined('NAME') || define('NAME', value);`
  private mutating func possibleDefinition() {
    while let token = parser.current, ![.sign(";"), .sign("{"), .sign("}")].contains(token.kind) {
      parser.index += 1
      if token.kind == .name("define") { return definition(isCertain: false) }
    }
  }

  /// `const NAME = value;`
  private mutating func constant() {
    guard case .name(let name)? = parser.current?.kind, parser.isSign("=", ahead: 1) else { return skipStatement() }
    parser.index += 2
    keepConstant(name, parser.value(), isCertain: true)
    skipStatement()
  }

  /// `name('text')`, and `Config::define('NAME', value)`.
  private mutating func call(_ name: String) {
    if parser.isSign("::"), parser.index + 1 < parser.tokens.count,
      parser.tokens[parser.index + 1].kind == .name("define")
    {
      parser.index += 2
      return definition(isCertain: true)
    }
    if parser.isSign("("), parser.isSign(")", ahead: 2) || parser.isSign(",", ahead: 2),
      case .string(let text) = parser.tokens[parser.index + 1].kind
    {
      let range = parser.tokens[parser.index + 1].range
      keep(name + "()", [text], Literal(value: .string(text), range: range))
    }
    skipStatement()
  }

  // MARK: Variables

  private mutating func assignment(_ name: String) {
    parser.index += 1
    var (path, isKnown) = keys()
    if parser.isSign("("), let last = path.popLast() { return methodCall(name, path + [last + "()"]) }
    guard case .sign(let sign)? = parser.current?.kind, ["=", ".=", "+=", "??="].contains(sign) else {
      if case .string? = parser.current?.kind { parser.script.fault(parser.offset, "a [ is missing in front of this") }
      return skipStatement()
    }
    parser.index += 1
    let read = newObject() ?? parser.value()
    if read.value == .missing { parser.script.fault(read.range.lowerBound, "a value is missing after \(sign)") }
    guard isKnown else { return }
    keep(name, path, sign == "=" ? read : Literal(value: .computed, range: read.range))
    if !parser.isSign(";"), parser.current != nil, !parser.isSign("}") {
      parser.script.fault(parser.offset, "a ; is missing in front of this")
      if case .variable? = parser.current?.kind { return }
      skipStatement()
    }
  }

  /// `new Name(…)`: an object without properties of its own, as a list without elements.
  private mutating func newObject() -> Literal? {
    guard case .name(let word)? = parser.current?.kind, word.lowercased() == "new" else { return nil }
    let start = parser.offset
    parser.skipExpression()
    return Literal(value: .list([]), range: start..<max(start, parser.offset))
  }

  /// The first argument of a call stands for it; without one it is null.
  private mutating func methodCall(_ name: String, _ path: [String]) {
    let start = parser.offset
    parser.index += 1
    let argument = parser.isSign(")") ? Literal(value: .null, range: start..<start + 1) : parser.value()
    keep(name, path, argument)
    skipStatement()
  }

  /// Whether a condition decides whether this runs.
  private var isInCondition: Bool { next == .condition || blocks.contains(.condition) }

  private mutating func keep(_ variable: String, _ path: [String], _ value: Literal, isCertain: Bool = true) {
    guard parser.script.assignments.count < SettingsLimits.assignments else { return }
    // Variables of a function or a class are its own; a property may belong to an object from elsewhere.
    let isInside = blocks.contains(.function) || blocks.contains(.type)
    let isOwn = isInside && variable.hasPrefix("$") && !isProperty
    parser.script.assignments.append(
      Assignment(variable: variable, path: path, value: value, isConditional: !isCertain || isInCondition || isOwn))
  }

  /// Whether the keys that were read last begin with a property.
  private var isProperty = false

  /// The keys in brackets and the properties behind a variable, and whether all are known.
  private mutating func keys() -> (path: [String], isKnown: Bool) {
    var (path, isKnown): ([String], Bool) = ([], true)
    isProperty = parser.isSign("->")
    while true {
      if parser.take("->") {
        guard case .name(let name)? = parser.current?.kind else { return (path, false) }
        path.append(name)
        parser.index += 1
      } else if parser.take("[") {
        if let key { path.append(key) } else { isKnown = false }
        endKey()
      } else {
        return (path, isKnown)
      }
    }
  }

  /// The key between two brackets, empty for `[]`; nil for one that is computed.
  private var key: String? {
    switch parser.current?.kind {
    case .sign("]"): ""
    case .string(let text) where parser.isSign("]", ahead: 1): text
    case .number(let number) where parser.isSign("]", ahead: 1): String(number)
    default: nil
    }
  }

  /// Moves behind the `]` of a key; brackets inside of it are passed over.
  private mutating func endKey() {
    let start = parser.offset
    var open = 0
    while let token = parser.current, token.kind != .sign(";") {
      parser.index += 1
      if token.kind == .sign("[") { open += 1 }
      guard token.kind == .sign("]") else { continue }
      if open == 0 { return }
      open -= 1
    }
    parser.script.fault(start, "a ] is missing behind this key")
  }
}
