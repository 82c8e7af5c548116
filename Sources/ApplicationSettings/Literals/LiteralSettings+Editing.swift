extension LiteralSettings {
  /// Behind which octet a new setting `variable[path…]` belongs: the last one of the same block that surely comes; nil
  /// when the variable does not occur.
  func anchor(_ variable: String, _ path: [String]) -> (file: Int, offset: Int?)? {
    let certain = (byVariable[variable] ?? []).filter { !$0.assignment.isConditional }
    func shared(_ other: [String]) -> Int { zip(path, other).prefix { $0 == $1 }.count }
    let best = certain.map { shared($0.assignment.path) }.max() ?? 0
    return certain.last { shared($0.assignment.path) == best }.map { ($0.file, $0.assignment.value.range.upperBound) }
  }

  /// Behind which octet a new setting belongs whose kin have names that begin with one of `family`.
  func anchor(family: [String]) -> (file: Int, offset: Int?)? {
    let kin = byVariable.values.joined().filter { found in
      !found.assignment.isConditional && family.contains { found.assignment.variable.hasPrefix($0) }
    }
    let last = kin.max {
      ($0.file, $0.assignment.value.range.upperBound) < ($1.file, $1.assignment.value.range.upperBound)
    }
    return last.map { ($0.file, $0.assignment.value.range.upperBound) }
  }

  /// The innermost list above `path` of `variable` that surely comes, and how many keys lead to it.
  func list(_ variable: String, _ path: [String]) -> (found: Found, depth: Int, entries: [Literal.Entry])? {
    for depth in path.indices.reversed() {
      guard let found = find(variable, Array(path.prefix(depth))), !found.isConditional,
        case .list(let entries) = found.literal.value, entries.contains(where: { $0.key != nil })
      else { continue }
      return (found, depth, entries)
    }
    return nil
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

  /// The octets of every value in a file, and whether it is an element of a list.
  func values(ofFile file: Int) -> [(range: Range<Int>, isElement: Bool)] {
    byVariable.values.joined().filter { $0.file == file }.flatMap { found in
      [(found.assignment.value.range, false)] + Self.elements(of: found.assignment.value).map { ($0, true) }
    }
  }

  private static func elements(of literal: Literal) -> [Range<Int>] {
    guard case .list(let entries) = literal.value else { return [] }
    return entries.flatMap { [$0.value.range] + elements(of: $0.value) }
  }
}
