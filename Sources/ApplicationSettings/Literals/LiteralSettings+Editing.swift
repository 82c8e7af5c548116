extension LiteralSettings {
  /// Behind which octet a new setting `variable[path…]` belongs: the last one of the same block that surely comes; nil
  /// when the variable does not occur.
  func anchor(_ variable: String, _ path: [String]) -> (file: Int, offset: Int?)? {
    let certain = (byVariable[variable] ?? []).filter { !$0.assignment.isConditional }
    func shared(_ other: [String]) -> Int { zip(path, other).prefix { $0 == $1 }.count }
    let best = certain.map { shared($0.assignment.path) }.max() ?? 0
    return certain.last { shared($0.assignment.path) == best }.map { ($0.file, $0.assignment.value.range.upperBound) }
  }

  /// The octets of the values in a file that are never shown.
  func secrets(ofFile file: Int) -> [Range<Int>] {
    byVariable.values.joined().filter { $0.file == file }.flatMap {
      Self.secrets(in: $0.assignment.value, called: $0.assignment.path.last ?? $0.assignment.variable)
    }
  }

  private static func secrets(in literal: Literal, called name: String) -> [Range<Int>] {
    if SecretName.isSecret(name) { return [literal.range] }
    guard case .list(let entries) = literal.value else { return [] }
    return entries.flatMap { secrets(in: $0.value, called: $0.key ?? "") }
  }
}
