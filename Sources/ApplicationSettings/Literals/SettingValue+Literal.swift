extension SettingValue {
  /// A text: a number counts as its digits.
  static func text(_ value: Literal.Value) -> SettingValue<String> {
    switch value {
    case .string(let text):
      text.contains(where: \.isNewline)
        ? .malformed("the text runs over several lines: a quote is missing") : .read(text)
    case .number(let number): .read(String(number))
    case .null, .boolean(false): .absent
    default: .malformed("it is no text")
    }
  }

  /// A number, quoted or not.
  static func number(_ value: Literal.Value) -> SettingValue<Int> {
    switch value {
    case .number(let number): return .read(number)
    case .string(let text):
      let digits = text.trimmed
      return Int(digits).map { .read($0) } ?? (digits.isEmpty ? .absent : .malformed("it is no number"))
    case .null: return .absent
    default: return .malformed("it is no number")
    }
  }

  /// PHP's idea of true and false.
  static func phpFlag(_ value: Literal.Value) -> SettingValue<Bool> {
    switch value {
    case .boolean(let flag): .read(flag)
    case .number(let number): .read(number != 0)
    case .string(let text): .read(!text.isEmpty && text != "0")
    case .null: .absent
    case .list(let entries): .read(!entries.isEmpty)
    case .computed, .missing: .malformed("it is neither true nor false")
    }
  }

  /// Ruby's idea: only `false` and `nil` are not true.
  static func rubyFlag(_ value: Literal.Value) -> SettingValue<Bool> {
    switch value {
    case .boolean(let flag): .read(flag)
    case .null: .absent
    default: .read(true)
    }
  }

  /// That a secret is there.
  static func secret(_ value: Literal.Value) -> SettingValue<SecretTrace> {
    switch value {
    case .string(let text): .read(SecretTrace(text))
    case .number(let number): .read(SecretTrace(String(number)))
    case .null: .absent
    default: .malformed("it is no text")
    }
  }
}

extension String {
  /// Without the blanks at both ends.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part = part.dropFirst() }
    while part.last?.isWhitespace == true { part = part.dropLast() }
    return String(part)
  }
}
