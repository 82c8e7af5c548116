import YAMLKit

/// Reads a YAML file as data: each name of the outermost mapping is a variable.
///
/// The values are told apart as YAML 1.1 does it, which Go, Ruby and Python still do: `yes` and `off` are flags.
struct YAMLScript {
  private let content: YAMLContent
  private var script = LiteralScript()
  /// The values that may still be made: an alias repeats them.
  private var left = SettingsLimits.values

  /// What `octets` say; of several documents a later one goes before an earlier one.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    var reader = YAMLScript(content: YAMLReader.read(octets))
    for fault in reader.content.faults { reader.script.fault(fault.offset, fault.message) }
    for root in reader.content.roots { reader.root(root) }
    reader.script.faults.sort { $0.offset < $1.offset }
    return reader.script
  }

  private init(content: YAMLContent) { self.content = content }

  private mutating func root(_ index: Int) {
    let literal = literal(index, depth: 0)
    switch literal.value {
    case .list(let entries) where !entries.isEmpty && entries[0].key != nil:
      for entry in entries.prefix(SettingsLimits.assignments) {
        guard let key = entry.key else { continue }
        script.assignments.append(Assignment(variable: key, path: [], value: entry.value, isConditional: false))
      }
    case .null: break
    case .list(let entries) where entries.isEmpty: break
    default: script.fault(literal.range.lowerBound, "the file does not begin with names and values (name: value)")
    }
  }

  private mutating func literal(_ index: Int, depth: Int) -> Literal {
    let node = content.nodes[index]
    left -= 1
    if left == 0 || left > 0 && depth >= SettingsLimits.depth {
      script.fault(node.range.lowerBound, "values within values without end, or too many: this one is not read")
    }
    guard left > 0, depth < SettingsLimits.depth else { return Literal(value: .computed, range: node.range) }
    switch node.value {
    case .scalar(let text, let style): return Literal(value: Self.value(text, style), range: node.range)
    case .sequence(let items):
      let entries = items.map { Literal.Entry(key: nil, value: literal($0, depth: depth + 1)) }
      return Literal(value: .list(entries), range: node.range)
    case .mapping(let pairs): return Literal(value: .list(entries(pairs, depth: depth)), range: node.range)
    case .alias(let target):
      guard let target else {
        script.fault(node.range.lowerBound, "no value has the anchor that this names")
        return Literal(value: .computed, range: node.range)
      }
      return literal(target, depth: depth + 1)
    }
  }

  /// The names and values of a mapping; what `<<` merges goes behind them in weight, and so before them in order.
  private mutating func entries(_ pairs: [YAMLNode.Pair], depth: Int) -> [Literal.Entry] {
    var (own, merged): ([Literal.Entry], [Literal.Entry]) = ([], [])
    var names: Set<String> = []
    for pair in pairs {
      guard let name = name(pair.key) else { continue }
      guard let node = pair.value else { continue }
      let value = literal(node, depth: depth + 1)
      if name == "<<" {
        merged += Self.merged(value)
      } else {
        if !names.insert(name).inserted {
          script.fault(content.nodes[pair.key].range.lowerBound, "\(name) stands here a second time")
        }
        own.append(Literal.Entry(key: name, value: value))
      }
    }
    return merged + own
  }

  private func name(_ index: Int) -> String? {
    if case .scalar(let text, _) = content.nodes[index].value { text } else { nil }
  }

  /// The entries of a merged mapping, or of several, of which an earlier one goes before a later one.
  private static func merged(_ literal: Literal) -> [Literal.Entry] {
    guard case .list(let entries) = literal.value else { return [] }
    return entries.reversed().flatMap { $0.key == nil ? merged($0.value) : [$0] }.reversed()
  }

  private static func value(_ text: String, _ style: YAMLNode.Style) -> Literal.Value {
    // A quote too few makes one text of several lines, of which one may hold a password.
    if style == .folded { return .string("\n" + text) }
    if TemplateText.isTemplate(text) { return .computed }
    guard style == .plain else { return .string(text) }
    if nulls.contains(text) { return .null }
    if let flag = flags[text.lowercased()] { return .boolean(flag) }
    // A number with a zero in front may be octal: it stays a text.
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    if digits.first != "0" || digits.count == 1, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(text)
    {
      return .number(number)
    }
    return .string(text)
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]
  private static let flags = ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false]
}

/// Marks of texts that something fills in before or when the application reads them.
enum TemplateText {
  /// Whether `text` holds ERB, Go or Jinja templates, or the name of a variable: `<%= x %>`, `{{ x }}`, `${X}`.
  static func isTemplate(_ text: String) -> Bool {
    text.contains("<%") || text.contains("{{") || text.contains("${")
  }
}
