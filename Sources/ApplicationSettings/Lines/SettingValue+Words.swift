extension SettingValue {
  /// A word that means yes or no, whatever its case; an empty one counts as not set.
  static func flag(_ value: Literal.Value, yes: Set<String>, no: Set<String>) -> SettingValue<Bool> {
    guard case .string(let text) = value else { return .malformed("it is no word") }
    let word = text.trimmed.lowercased()
    if word.isEmpty { return .absent }
    if yes.contains(word) { return .read(true) }
    return no.contains(word) ? .read(false) : .malformed("it means neither yes nor no")
  }

  /// The words of go-ini.
  static func goFlag(_ value: Literal.Value) -> SettingValue<Bool> {
    flag(value, yes: ["1", "t", "true", "yes", "y", "on"], no: ["0", "f", "false", "no", "n", "off"])
  }

  /// `yes` and `no`.
  static func yesOrNo(_ value: Literal.Value) -> SettingValue<Bool> { flag(value, yes: ["yes"], no: ["no"]) }

  /// A text that is not empty.
  static func word(_ value: Literal.Value) -> SettingValue<String> {
    let text = text(value)
    return text == .read("") ? .absent : text
  }
}

extension Setting {
  /// The setting, or `other` where it does not occur.
  func otherwise(_ other: @autoclosure () -> Setting<Value>) -> Setting<Value> { isAbsent ? other() : self }
}
