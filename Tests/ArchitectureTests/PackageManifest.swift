import Foundation

/// The targets of `Package.swift` and what they depend on, read from its text: `swift package describe` would wait
/// for the lock that `swift test` holds.
struct PackageManifest {
  /// The names of the modules that each target may import, products of packages included.
  let dependencies: [String: Set<String>]

  init(text: String) {
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.components(separatedBy: " // ")[0] }.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
    let groups = Self.groups(in: code)
    var result: [String: Set<String>] = [:]
    for call in ["module(", "tests(", ".executableTarget(", ".systemLibrary("] {
      for body in Self.bodies(of: call, in: code) {
        guard let name = Self.strings(in: body).first else { continue }
        result[name] = Self.dependencies(in: body, groups: groups)
      }
    }
    dependencies = result
  }

  static func read() throws -> PackageManifest {
    PackageManifest(text: try String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8))
  }

  /// The constants that stand for dependencies on packages, such as `nio`, with the products they name.
  private static func groups(in code: String) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for part in code.components(separatedBy: "\nlet ").dropFirst() where part.contains("Target.Dependency") {
      let name = String(part.prefix { $0.isLetter })
      let declaration = part.components(separatedBy: "\nlet ")[0].components(separatedBy: "\n\n")[0]
      let products = bodies(of: ".product(", in: declaration).compactMap { strings(in: $0).first }
      result[name] = Set(products)
    }
    return result
  }

  /// What stands between the parentheses of every call that begins with `call`.
  private static func bodies(of call: String, in code: String) -> [String] {
    code.components(separatedBy: call).dropFirst().map { balanced($0, open: "(", close: ")") }
  }

  /// The dependencies in the body of a target: the first list that is not `exclude:`, and constants added to it.
  private static func dependencies(in body: String, groups: [String: Set<String>]) -> Set<String> {
    let relevant = body.components(separatedBy: "exclude:")[0].components(separatedBy: "providers:")[0]
    guard let start = relevant.firstIndex(of: "[") else { return [] }
    let list = balanced(String(relevant[relevant.index(after: start)...]), open: "[", close: "]")
    let words = relevant[start...].split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(strings(in: list)).union(words.compactMap { groups[$0] }.flatMap { $0 })
  }

  /// The text up to the bracket that closes the one before it.
  private static func balanced(_ text: String, open: Character, close: Character) -> String {
    var depth = 1
    let end = text.firstIndex { character in
      depth += character == open ? 1 : character == close ? -1 : 0
      return depth == 0
    }
    return String(text[..<(end ?? text.endIndex)])
  }

  private static func strings(in text: String) -> [String] {
    let parts = text.components(separatedBy: "\"")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
  }
}
