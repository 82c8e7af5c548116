import Syntax

/// Reads a JSON file (RFC 8259) as data: each name of the outermost object is a variable. An array at the outside is the
/// variable called "".
///
/// A fault ends the reading; what stands before it was read.
struct JSONScript {
  private var reader: JSONReader
  private var script = LiteralScript()
  private let wanted: Set<String>
  private var left = SettingsLimits.values

  /// What `octets` say of the names in `wanted`, in the outermost object or in the objects of the outermost array; all
  /// others are passed over, since exports may hold every user.
  static func read(_ octets: [UInt8], keeping wanted: Set<String>) -> LiteralScript {
    var script = JSONScript(reader: JSONReader(octets), wanted: wanted)
    script.file()
    return script.script
  }

  private init(reader: JSONReader, wanted: Set<String>) {
    self.reader = reader
    self.wanted = wanted
  }

  private mutating func file() {
    guard let kind = reader.kind() else { return }
    guard kind == .object || kind == .array else {
      return script.fault(reader.offset, "the file does not begin with { or [")
    }
    let whole = value(depth: 0, isFiltered: true)
    if case .list(let entries) = whole.value, kind == .object {
      script.assignments = entries.prefix(SettingsLimits.assignments).map {
        Assignment(variable: $0.key ?? "", path: [], value: $0.value, isConditional: false)
      }
    } else {
      script.assignments = [Assignment(variable: "", path: [], value: whole, isConditional: false)]
    }
    if let fault = reader.finish() { script.fault(fault.offset, fault.message) }
  }

  private mutating func value(depth: Int, isFiltered: Bool = false) -> Literal {
    let kind = reader.kind()
    let start = reader.offset
    left -= 1
    let value: Literal.Value
    if kind != nil, depth >= SettingsLimits.depth || left <= 0 {
      reader.skipValue()
      value = .computed
    } else {
      switch kind {
      case .object: value = .list(members(depth: depth, isFiltered: isFiltered))
      case .array: value = .list(elements(depth: depth, isFiltered: isFiltered))
      default: value = reader.scalar().map(literal) ?? .missing
      }
    }
    return Literal(value: value, range: start..<max(start, reader.offset))
  }

  private mutating func members(depth: Int, isFiltered: Bool) -> [Literal.Entry] {
    var entries: [Literal.Entry] = []
    guard reader.beginObject() else { return entries }
    while let name = reader.nextName()?.string {
      if isFiltered, !wanted.contains(name) { continue }
      entries.append(Literal.Entry(key: name, value: value(depth: depth + 1)))
    }
    return entries
  }

  private mutating func elements(depth: Int, isFiltered: Bool) -> [Literal.Entry] {
    var entries: [Literal.Entry] = []
    guard reader.beginArray() else { return entries }
    while reader.nextElement() {
      entries.append(Literal.Entry(key: nil, value: value(depth: depth + 1, isFiltered: isFiltered && depth == 0)))
    }
    return entries
  }

  private func literal(_ scalar: JSONScalar) -> Literal.Value {
    switch scalar {
    case .text: TemplateText.isTemplate(scalar.string) ? .computed : .string(scalar.string)
    case .number: Int(scalar.string).map { .number($0) } ?? .string(scalar.string)
    case .boolean(let flag): .boolean(flag)
    case .null: .null
    }
  }
}
