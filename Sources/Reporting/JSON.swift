/// A JSON value (RFC 8259) whose members keep their order, so that the same report has the same octets.
public enum JSON: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case number(Int)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order.
  case object([Member])

  /// A name and its value.
  public struct Member: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSON

    /// Joins a name and its value.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A text, or `null` for none.
  public init(_ text: String?) {
    self = text.map(JSON.string) ?? .null
  }

  /// Texts in order.
  public init(_ texts: some Sequence<String>) {
    self = .array(texts.map(JSON.string))
  }

  /// The object with further members behind its own; any other value stays as it is.
  public func adding(_ members: [Member]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }
}

extension JSON {
  /// The value as UTF-8, a line feed at its end: one member or element a line, indented by two blanks, or, unless
  /// `isIndented`, all in one line.
  public func octets(isIndented: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isIndented: isIndented)
    write(to: &writer)
    writer.endDocument()
    return writer.octets
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.literal("null")
    case .boolean(let flag): writer.literal(flag ? "true" : "false")
    case .number(let number): writer.literal(String(number))
    case .string(let text): writer.text(text)
    case .array(let values): writer.array(values) { $1.write(to: &$0) }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.name(escaping: member.name)
          member.value.write(to: &writer)
        }
      }
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringInterpolation {
  /// An object, members in the order written.
  public init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }

  /// An array.
  public init(arrayLiteral values: JSON...) {
    self = .array(values)
  }

  /// A text.
  public init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSON: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  /// A number.
  public init(integerLiteral value: Int) {
    self = .number(value)
  }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }

  /// `null`.
  public init(nilLiteral: ()) {
    self = .null
  }
}
