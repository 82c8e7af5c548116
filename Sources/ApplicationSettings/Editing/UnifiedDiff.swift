/// What changes in a file, as `patch` reads it. No line that may hold a secret is shown, and none that is no UTF-8: context
/// ends in front of it, and a changed one is masked.
public struct UnifiedDiff: Sendable, Hashable {
  /// The file.
  public let name: String
  /// The lines: two of head, then hunks.
  public let lines: [String]
  /// The numbers of the changed lines that are not shown.
  public let maskedLines: [Int]
  /// Whether a changed line is not shown, so that the patch cannot be applied as it is.
  public var isMasked: Bool { !maskedLines.isEmpty }

  /// Lines of context: as many as `diff -u` shows.
  private static let context = 3

  /// The diff of `edits`; `secrets` are the octets of values that are never shown.
  init(_ file: SettingsFile, _ edits: [SettingsEdit], secrets: [Range<Int>]) {
    let old = FileLines(file.octets)
    let runs = LineRun.runs(edits, old)
    let hidden = old.indices(touching: secrets)
    let path = file.name.hasPrefix("/") ? String(file.name.dropFirst()) : file.name
    var (lines, masked, shift, shown) = (["--- a/\(path)", "+++ b/\(path)"], [Int](), 0, 0)
    for (number, run) in runs.enumerated() {
      let next = number + 1 < runs.count ? runs[number + 1].first : old.count
      let last = min(run.end + Self.context, next, hidden.first { $0 >= run.end } ?? next)
      // A hunk with less behind it than in front of it is looked for at the end of the file alone.
      let context = last < old.count ? min(Self.context, last - run.end) : Self.context
      let first = max(run.first - context, shown, (hidden.last { $0 < run.first } ?? -1) + 1)
      lines.append("@@ -\(Self.span(first, last - first)) +\(Self.span(first + shift, last - first + run.growth)) @@")
      lines += (first..<run.first).flatMap { old.shown($0, " ") }
      let isHidden = hidden.contains { (run.first..<run.end).contains($0) }
      lines += isHidden ? ["-" + Self.mask, "+" + Self.mask] : run.removed + run.added
      lines += (run.end..<last).flatMap { old.shown($0, " ") }
      (shift, shown) = (shift + run.growth, last)
      if isHidden { masked.append(run.first + 1) }
    }
    (name, self.lines, maskedLines) = (file.name, lines, masked)
  }

  private static let mask = "[this line is not shown: it holds a secret, or is no UTF-8]"

  /// `12,7` as hunks count: from 1, or the line before where there is none.
  private static func span(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
}
