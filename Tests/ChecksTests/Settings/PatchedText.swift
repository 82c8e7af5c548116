import Testing

/// A text that a unified diff is applied to, as strictly as `patch` does without fuzz.
struct PatchedText {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text with the hunks of one file applied.
  func applying(_ diff: [String]) throws -> String {
    var (result, place): ([String], Int) = ([], 0)
    for (number, line) in diff.enumerated().dropFirst(2) {
      if line.hasPrefix("@@") {
        let start = try #require(line.firstMatch(of: #/^@@ -(\d+),(\d+) \+\d+,\d+ @@$/#))
        let (first, count) = (try #require(Int(start.1)), try #require(Int(start.2)))
        let end = count == 0 ? first : first - 1
        result += lines[place..<end]
        place = end
        try Self.isFoundAnywhere(diff[(number + 1)...], end: end + count == lines.count - 1)
        continue
      }
      let text = String(line.dropFirst())
      if !line.hasPrefix("+") {
        #expect(lines[place] == text)
        place += 1
      }
      if !line.hasPrefix("-") { result.append(text) }
    }
    return (result + lines[place...]).joined(separator: "\n")
  }

  /// A hunk with less context behind it than in front of it is looked for at the end of the file alone.
  private static func isFoundAnywhere(_ rest: ArraySlice<String>, end: Bool) throws {
    let hunk = rest.prefix { !$0.hasPrefix("@@") }
    let (front, back) = (hunk.prefix { $0.hasPrefix(" ") }.count, hunk.reversed().prefix { $0.hasPrefix(" ") }.count)
    #expect(back >= front || end)
  }
}
