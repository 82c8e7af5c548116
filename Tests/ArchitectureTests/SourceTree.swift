import Foundation

/// The files of the project.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file in `folder` of the project, as a path from its root, in order.
  static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (names ?? []).filter { !$0.contains(".build/") }.map { "\(folder)/\($0)" }.sorted()
  }

  /// The Swift files of `Sources`.
  static let sources = files(in: "Sources").filter { $0.hasSuffix(".swift") }.compactMap(SwiftFile.init)

  /// The Swift files of `Tests`.
  static let tests = files(in: "Tests").filter { $0.hasSuffix(".swift") }.compactMap(SwiftFile.init)
}

/// A Swift file of the project.
struct SwiftFile: Sendable {
  /// The path from the root of the project.
  let path: String
  /// The lines.
  let lines: [String]
  /// The lines without comments and the insides of strings, each with its number; none for a generated file.
  let code: [(number: Int, text: String)]

  init?(path: String) {
    guard let text = try? String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8) else { return nil }
    self.path = path
    lines = text.components(separatedBy: "\n")
    code = Self.isGenerated(lines) ? [] : Self.code(of: lines)
  }

  /// The folder below `Sources` or `Tests`: the name of the module.
  var module: String { path.components(separatedBy: "/").dropFirst().first ?? "" }

  /// Whether a script wrote the file, as its first line says.
  var isGenerated: Bool { Self.isGenerated(lines) }

  private static func isGenerated(_ lines: [String]) -> Bool {
    lines.first.map { $0.hasPrefix("//") && $0.contains("script/") } ?? false
  }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || ["public", "internal", "package"].contains($0) })
      else { return nil }
      return words[index + 1].split(separator: ".").first.map(String.init)
    }
  }

  private static func code(of lines: [String]) -> [(number: Int, text: String)] {
    var isInString = false
    return lines.enumerated().map { index, line in
      guard isInString || line.contains("\"") || line.contains("//") else { return (index + 1, line) }
      let pieces = withoutRawStrings(line).components(separatedBy: "\"\"\"")
      let outside = pieces.enumerated().filter { ($0.offset % 2 == 0) != isInString }.map(\.element).joined()
      if pieces.count % 2 == 0 { isInString.toggle() }
      let bare = outside.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      return (index + 1, bare.joined(separator: "\"").components(separatedBy: "//")[0])
    }
  }

  /// A line without what stands in `#"…"#`.
  private static func withoutRawStrings(_ line: String) -> String {
    line.contains("#\"") ? line.replacing(/#"(?!"").*?"#/, with: "") : line
  }

  /// The numbers of the lines whose code has `word` as a whole word.
  func lines(with word: String) -> [Int] {
    code.filter { line in
      line.text.contains(word) && line.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word }
    }.map(\.number)
  }
}
