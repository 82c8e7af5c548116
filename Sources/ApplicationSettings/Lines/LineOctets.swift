/// The lines of a file and the parts of them, as ranges of octets.
struct LineOctets {
  let octets: [UInt8]

  /// The lines without their ends; a byte order mark in front of the first is left out.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for place in octets.indices.dropFirst(start) where octets[place] == UInt8(ascii: "\n") {
      lines.append(start..<place)
      start = place + 1
    }
    if start < octets.count { lines.append(start..<octets.count) }
    return lines
  }

  /// `range` without the blanks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, OctetCursor.isBlank(octets[start]) { start += 1 }
    while end > start, OctetCursor.isBlank(octets[end - 1]) { end -= 1 }
    return start..<end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: octets[range], as: UTF8.self) }

  /// The octet that `range` begins with.
  func first(_ range: Range<Int>) -> UInt8? { range.isEmpty ? nil : octets[range.lowerBound] }

  /// The first place in `range` where one of `signs` stands.
  func place(of signs: [UInt8], in range: Range<Int>) -> Int? {
    range.first { signs.contains(octets[$0]) }
  }

  /// Whether `sign` stands at `place`, and ends before `end`.
  func stands(_ sign: [UInt8], at place: Int, before end: Int) -> Bool {
    place + sign.count <= end && octets[place..<place + sign.count].elementsEqual(sign)
  }

  /// The first word of `range`, and what follows it.
  func split(_ range: Range<Int>, at signs: [UInt8]) -> (word: Range<Int>, rest: Range<Int>) {
    let end = range.first { OctetCursor.isBlank(octets[$0]) || signs.contains(octets[$0]) } ?? range.upperBound
    return (range.lowerBound..<end, end..<range.upperBound)
  }
}

extension LiteralScript {
  /// Keeps `variable[path…] = value`, as long as there are not too many.
  mutating func assign(
    _ variable: String, _ path: [String], _ value: Literal.Value, _ range: Range<Int>, isConditional: Bool = false
  ) {
    guard assignments.count < SettingsLimits.assignments else { return }
    assignments.append(
      Assignment(
        variable: variable, path: path, value: Literal(value: value, range: range), isConditional: isConditional))
  }

  /// Keeps where a block begins, so that what it lacks has a place; it takes nothing away.
  mutating func block(_ name: String, _ range: Range<Int>) {
    assign(name, [], .list([]), range, isConditional: true)
  }
}
