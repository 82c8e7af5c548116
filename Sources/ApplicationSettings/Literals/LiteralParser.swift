/// Reads the values that PHP and Ruby share: texts, numbers, lists, `.` or `+` between texts.
///
/// It is tolerant: whatever it does not know is `computed`, and it goes on behind it. Every octet is read once.
struct LiteralParser {
  let tokens: [Token]
  var index = 0
  /// The sign that joins texts.
  let join: String
  /// Whether the end of a line ends a statement.
  let hasLines: Bool
  var script = LiteralScript()

  init(_ tokens: [Token], join: String, hasLines: Bool) {
    self.tokens = tokens
    self.join = join
    self.hasLines = hasLines
  }

  var current: Token? { index < tokens.count ? tokens[index] : nil }

  func isSign(_ text: String, ahead: Int = 0) -> Bool {
    index + ahead < tokens.count && tokens[index + ahead].kind == .sign(text)
  }

  /// The offset where reading stands.
  var offset: Int { current?.range.lowerBound ?? tokens.last?.range.upperBound ?? 0 }

  mutating func take(_ text: String) -> Bool {
    guard isSign(text) else { return false }
    index += 1
    return true
  }

  mutating func skipNewlines() {
    while current?.kind == .newline { index += 1 }
  }

  /// The value up to `,`, `)`, `]`, `;` or the end of the line.
  mutating func value(depth: Int = 0) -> Literal {
    let start = offset
    guard depth < SettingsLimits.depth else {
      skipExpression()
      return literal(.computed, from: start)
    }
    guard var result = operand(depth: depth) else {
      skipExpression()
      return literal(offset > start ? .computed : .missing, from: start)
    }
    while take(join) {
      skipNewlines()
      guard let next = operand(depth: depth) else { break }
      result = literal(Self.joined(result.value, next.value), from: start)
    }
    guard !isAtEndOfValue else { return result }
    skipExpression()
    return literal(.computed, from: start)
  }

  /// A text that touches a text or a word without a sign between them: PHP has no such expression, and a quote that was
  /// lost leaves one.
  private func hasLostQuote(at place: Int) -> Bool {
    guard !hasLines, place > 0 else { return false }
    switch (tokens[place - 1].kind, tokens[place].kind) {
    case (.string, .string), (.string, .number): return true
    case (.string, .name(let name)), (.name(let name), .string): return !Self.operators.contains(name.lowercased())
    default: return false
    }
  }

  /// Words of PHP that stand beside a text.
  private static let operators: Set<String> = [
    "and", "or", "xor", "instanceof", "include", "include_once", "require", "require_once", "print", "clone", "new",
    "yield", "from", "throw", "return", "echo", "case", "else", "do"
  ]

  private func literal(_ value: Literal.Value, from start: Int) -> Literal {
    let end = index > 0 ? tokens[min(index, tokens.count) - 1].range.upperBound : start
    return Literal(value: value, range: start..<max(start, end))
  }

  private static func joined(_ left: Literal.Value, _ right: Literal.Value) -> Literal.Value {
    guard let first = left.joinable, let second = right.joinable else { return .computed }
    return .string(first + second)
  }

  /// Whether the value before the cursor is complete.
  private var isAtEndOfValue: Bool {
    guard let token = current else { return true }
    switch token.kind {
    case .sign(let text): return [",", ")", "]", "}", ";"].contains(text)
    case .newline: return true
    // A statement that begins here tells that the end of the one before it was forgotten.
    case .variable: return beginsStatement
    // Ruby writes the condition of a statement behind it.
    case .name(let name): return hasLines && ["if", "unless"].contains(name)
    default: return false
    }
  }

  /// Moves to the end of the expression: brackets inside are passed over.
  mutating func skipExpression() {
    var (depth, isTold) = (0, false)
    while let token = current {
      if hasLines, beginsStatement { return }
      if !isTold, hasLostQuote(at: index) {
        script.fault(token.range.lowerBound, "a quote or a sign is missing in front of this")
        isTold = true
      }
      if case .sign(let text) = token.kind {
        if ["(", "[", "{"].contains(text) { depth += 1 }
        if depth == 0, [",", ")", "]", "}", ";"].contains(text) { return }
        if text == ";", !hasLines { return }
        if [")", "]", "}"].contains(text) { depth -= 1 }
      }
      if token.kind == .newline, depth == 0 { return }
      index += 1
    }
  }

  private mutating func operand(depth: Int) -> Literal? {
    guard let token = current else { return nil }
    let start = token.range.lowerBound
    switch token.kind {
    case .string(let text):
      index += 1
      return literal(.string(text), from: start)
    case .number(let number):
      index += 1
      return literal(.number(number), from: start)
    case .name(let name): return named(name, from: start, depth: depth)
    case .sign("["):
      index += 1
      return list(until: "]", from: start, depth: depth)
    case .sign("{") where hasLines:
      index += 1
      return list(until: "}", from: start, depth: depth)
    case .sign("("): return parenthesised(from: start, depth: depth)
    case .sign("-"):
      guard index + 1 < tokens.count, case .number(let number) = tokens[index + 1].kind else { return nil }
      index += 2
      return literal(.number(-number), from: start)
    case .template, .variable, .sign, .newline: return nil
    }
  }

  private mutating func named(_ name: String, from start: Int, depth: Int) -> Literal? {
    switch name.lowercased() {
    case "true", "false":
      index += 1
      return literal(.boolean(name.lowercased() == "true"), from: start)
    case "null", "nil", "none":
      index += 1
      return literal(.null, from: start)
    case "array" where isSign("(", ahead: 1):
      index += 2
      return list(until: ")", from: start, depth: depth)
    default: return nil
    }
  }

  /// `(int)"25"` and `("text")`.
  private mutating func parenthesised(from start: Int, depth: Int) -> Literal? {
    index += 1
    if case .name(let type)? = current?.kind, isSign(")", ahead: 1) {
      index += 2
      let inner = depth < SettingsLimits.depth ? operand(depth: depth + 1) : nil
      guard let value = inner?.value.cast(to: type) else { return nil }
      return literal(value, from: start)
    }
    let inner = value(depth: depth + 1)
    if hasLines, take(",") { return tuple(beginning: inner, from: start, depth: depth) }
    guard take(")") else { return nil }
    return literal(inner.value, from: start)
  }

  // MARK: Lists

  /// `("a", "b")` of Python, its first element read.
  private mutating func tuple(beginning first: Literal, from start: Int, depth: Int) -> Literal {
    let rest = list(until: ")", from: start, depth: depth)
    guard case .list(let entries) = rest.value else { return rest }
    return literal(.list([Literal.Entry(key: nil, value: first)] + entries), from: start)
  }

  private mutating func list(until end: String, from start: Int, depth: Int) -> Literal {
    var entries: [Literal.Entry] = []
    skipNewlines()
    while let token = current, !isSign(end) {
      guard !beginsStatement, !isSign(";") else { break }
      let place = index
      entries.append(entry(depth: depth + 1))
      skipNewlines()
      _ = take(",")
      skipNewlines()
      if index == place {
        script.fault(token.range.lowerBound, "a sign that no list can hold here")
        index += 1
      }
    }
    if !take(end) { script.fault(start, LiteralScript.unendedList) }
    return literal(.list(entries), from: start)
  }

  /// Whether an assignment begins at the cursor: a list that was not closed ends before it.
  private var beginsStatement: Bool {
    guard case .variable? = current?.kind else { return false }
    return isSign("=", ahead: 1) || (isSign("[", ahead: 1) || isSign("->", ahead: 1)) && isAssignedElement
  }

  /// Whether `[…]` or `->name` after the variable is followed by `=`.
  private var isAssignedElement: Bool {
    var place = index + 1
    for _ in 0..<4 {
      guard place + 2 < tokens.count else { break }
      if tokens[place].kind == .sign("->") {
        place += 2
      } else if tokens[place].kind == .sign("["), tokens[place + 2].kind == .sign("]") {
        place += 3
      } else {
        break
      }
    }
    return place < tokens.count && tokens[place].kind == .sign("=")
  }

  private mutating func entry(depth: Int) -> Literal.Entry {
    if hasLines, case .name(let name)? = current?.kind, isSign(":", ahead: 1) {
      index += 2
      return Literal.Entry(key: name, value: value(depth: depth))
    }
    if hasLines, case .string(let text)? = current?.kind, isSign(":", ahead: 1) {
      index += 2
      skipNewlines()
      return Literal.Entry(key: text, value: value(depth: depth))
    }
    let first = keyOrValue(depth: depth)
    guard take("=>") else {
      return Literal.Entry(key: nil, value: first)
    }
    skipNewlines()
    if case .string? = current?.kind, isSign("=>", ahead: 1) {
      let found = Literal(value: .missing, range: offset..<offset)
      script.fault(offset, "a value is missing after =>")
      return Literal.Entry(key: first.value.joinable, value: found)
    }
    let found = value(depth: depth)
    if found.value == .missing { script.fault(found.range.lowerBound, "a value is missing after =>") }
    return Literal.Entry(key: first.value.joinable, value: found)
  }

  /// A key in front of `=>`, or the whole entry.
  private mutating func keyOrValue(depth: Int) -> Literal {
    guard isSign("=>", ahead: 1), let token = current else { return value(depth: depth) }
    index += 1
    switch token.kind {
    case .string(let text): return Literal(value: .string(text), range: token.range)
    case .number(let number): return Literal(value: .number(number), range: token.range)
    default: return Literal(value: .computed, range: token.range)
    }
  }
}

extension Literal.Value {
  /// The text that `.` makes of the value; nil for what is no scalar.
  var joinable: String? {
    switch self {
    case .string(let text): text
    case .number(let number): String(number)
    default: nil
    }
  }

  /// The value as `type`; nil when that is not known.
  func cast(to type: String) -> Literal.Value? {
    switch (type.lowercased(), self) {
    case ("int", .string(let text)), ("integer", .string(let text)): Int(text).map { .number($0) }
    case ("int", .number), ("integer", .number): self
    case ("string", .string): self
    case ("string", .number(let number)): .string(String(number))
    case ("bool", .boolean), ("boolean", .boolean): self
    default: nil
    }
  }
}
