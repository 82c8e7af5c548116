extension LiteralSettings {
  /// Whether the file called `name` assigns `value` to `variable[path…]`.
  func hasValue(_ value: Literal.Value, _ variable: String, _ path: [String], in name: String) -> Bool {
    (byVariable[variable] ?? []).contains { file, assignment in
      place(0, in: file).file == name && assignment.path == path && assignment.value.value == value
    }
  }
}
