/// The lines of a file.
struct FileLines {
  let octets: [UInt8]
  /// The octets of each line, its end with it.
  private let ranges: [Range<Int>]

  init(_ octets: [UInt8]) {
    self.octets = octets
    var (ranges, start): ([Range<Int>], Int) = ([], 0)
    while start < octets.count {
      let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? octets.count
      ranges.append(start..<end)
      start = end
    }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  /// Whether the last line has no end: what is written behind the file continues it.
  var isOpen: Bool { octets.last.map { $0 != UInt8(ascii: "\n") } ?? false }

  /// A line as a patch shows it, with the mark of `diff` behind a last line without an end.
  func shown(_ line: Int, _ sign: String) -> [String] {
    [sign + self[line]] + (isOpen && line == count - 1 ? ["\\ No newline at end of file"] : [])
  }

  /// The text of a line, without its end.
  subscript(line: Int) -> String { String(decoding: bare(line), as: UTF8.self) }

  /// Whether a line is UTF-8: what is not cannot be shown as it is.
  func isText(_ line: Int) -> Bool { String(validating: bare(line), as: UTF8.self) != nil }

  private func bare(_ line: Int) -> ArraySlice<UInt8> {
    let line = octets[ranges[line]]
    return line.last == UInt8(ascii: "\n") ? line.dropLast() : line
  }

  /// Where a line begins; the end of the file for the one after the last.
  func start(of line: Int) -> Int { line < count ? ranges[line].lowerBound : octets.count }

  /// The line in which an octet stands; the last one for the end of a file whose last line has no end.
  func line(of offset: Int) -> Int {
    if isOpen, offset >= octets.count { return count - 1 }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The lines that hold octets of `secrets`, a word for a secret, or an address with a login; and those that are no text.
  func indices(touching secrets: [Range<Int>]) -> [Int] {
    let held = secrets.flatMap { $0.isEmpty ? [] : Array(line(of: $0.lowerBound)...line(of: $0.upperBound - 1)) }
    let named = (0..<count).filter { !isText($0) || SecretName.isSecret(self[$0]) || Self.holdsPassword(self[$0]) }
    return Set(held + named).sorted()
  }

  /// Whether a word of a line is a URL with a password.
  private static func holdsPassword(_ line: String) -> Bool {
    line.contains("://")
      && line.split(whereSeparator: \.isWhitespace).contains { SecretName.withoutPassword(String($0)) != $0 }
  }
}

/// Lines that stand together and change together.
struct LineRun {
  /// The first line.
  let first: Int
  /// The line after the last one; the same when nothing goes.
  let end: Int
  /// The lines that go, and those that come, with their signs.
  let removed: [String]
  let added: [String]
  /// How many more come than go.
  let growth: Int

  /// `edits` by the lines that they touch, in order.
  static func runs(_ edits: [SettingsEdit], _ lines: FileLines) -> [LineRun] {
    var groups: [(end: Int, edits: [SettingsEdit])] = []
    for edit in SettingsEdit.inOrder(edits) {
      let end = Self.end(of: edit, lines)
      if let last = groups.last, lines.line(of: edit.range.lowerBound) <= last.end {
        groups[groups.count - 1] = (max(last.end, end), last.edits + [edit])
      } else {
        groups.append((end, [edit]))
      }
    }
    return groups.map { LineRun($0.edits, end: $0.end, lines) }
  }

  /// What is inserted in front of a line changes none; within a line, it changes that one.
  private static func end(of edit: SettingsEdit, _ lines: FileLines) -> Int {
    let first = lines.line(of: edit.range.lowerBound)
    if edit.range.isEmpty { return lines.start(of: first) == edit.range.lowerBound ? first : first + 1 }
    return lines.line(of: edit.range.upperBound - 1) + 1
  }

  private init(_ edits: [SettingsEdit], end: Int, _ lines: FileLines) {
    first = lines.line(of: edits[0].range.lowerBound)
    self.end = end
    let (from, to) = (lines.start(of: first), lines.start(of: end))
    let moved = edits.map {
      SettingsEdit(range: $0.range.lowerBound - from..<$0.range.upperBound - from, text: $0.text)
    }
    let new = FileLines(SettingsEdit.apply(moved, to: Array(lines.octets[from..<to])))
    removed = (first..<end).flatMap { lines.shown($0, "-") }
    added = (0..<new.count).flatMap { new.shown($0, "+") }
    growth = new.count - (end - first)
  }
}
