/// Files in YAML.
extension SettingsSyntax {
  /// `name: value`, below the names of its path.
  static let yaml = SettingsSyntax(
    read: YAMLScript.read, literal: yamlText, line: { yamlBlock([$0]).joined(separator: "\n") }, block: yamlBlock,
    members: [
      MemberStyle(mark: { "\($0):" }) { path, value in
        path.enumerated().map { place, key in
          indent(place) + key + ":" + (place == path.count - 1 ? " " + value : "")
        }
      }
    ], allowsBare: true, repeatsBlocks: false)

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// Double quotes keep everything but themselves and the backslash.
  private static func yamlText(_ value: SettingAssignment.Value) -> String {
    guard case .text(let text) = value, !SettingAssignment.Value.isSymbol(text) else { return value.bare() }
    return "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// The settings as one mapping: names that they share stand once, where the first of them does.
  private static func yamlBlock(_ all: [SettingAssignment]) -> [String] {
    yamlLines(all.map { ([$0.variable] + $0.path, $0.value) }, depth: 0)
  }

  private static func yamlLines(_ all: [(names: [String], value: SettingAssignment.Value)], depth: Int) -> [String] {
    var order: [String] = []
    for name in all.map({ $0.names[depth] }) where !order.contains(name) { order.append(name) }
    return order.flatMap { name in
      let own = all.filter { $0.names[depth] == name }
      let text = own.count == 1 && own[0].names.count == depth + 1 ? " " + yamlText(own[0].value) : ""
      let below = own.filter { $0.names.count > depth + 1 }
      return [indent(depth) + name + ":" + text] + (below.isEmpty ? [] : yamlLines(below, depth: depth + 1))
    }
  }
}
