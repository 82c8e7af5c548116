extension SubmissionSettings {
  /// The entry called `name` that counts; nil when no file has it.
  public func entry(_ name: String) -> SettingEntry? { entries.last { $0.name == name } }
}

extension SettingEntry {
  /// The text of the value, without the quotes in which it is shown; nil when it is computed.
  public var plainText: String? {
    guard !isComputed else { return nil }
    return text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
  }
}
