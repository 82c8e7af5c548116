import Testing

@testable import Scan

/// Lists and results that repeat one piece: read in well under a second, in quadratic time they would take minutes.
@Suite struct HostileInputTests {
  static let pieces = [
    "\n", "\r", "\0", "#", "\"", "\"\"", ",", "\",", "a,", "a\n", "\"a\"\n", " ", "\u{FEFF}", "\u{E9}", "a.example\r\n"
  ]

  @Test(.timeLimit(.minutes(10)), arguments: pieces)
  func listsTakeLinearTime(piece: String) {
    let octets = Array(String(repeating: piece, count: 500_000 / piece.utf8.count).utf8)
    for column in [nil, ListColumn.number(1), .named("a")] {
      var reader = ListReader(column: column)
      let rows = ((try? reader.read(octets)) ?? []) + ((try? reader.finish()) ?? [])
      #expect(rows.count <= octets.count && rows.allSatisfy { $0.text.utf8.count <= 3 * ListLimits.lineOctets })
    }
  }

  static let parts = [
    "{", "{\"verdicts\":", "\"A\":\"fail\",", "{\"check\":\"A\",\"statement\":\"b\"},", "[", "\\u00e9", "\"", ",",
    "\"\","
  ]

  @Test(.timeLimit(.minutes(10)), arguments: parts, ["", "\"verdicts\":{", "\"findings\":[", "\"report\":"])
  func resultsTakeLinearTime(part: String, member: String) {
    let repeated = String(repeating: part, count: 300_000 / part.utf8.count)
    let octets = Array("{\"schema\":\"mailaudit-scan-1\",\"domain\":\"a.example\",\(member)\(repeated)\n".utf8)
    var lines = ResultLines()
    // In pieces, since a file comes in pieces.
    for start in stride(from: 0, to: octets.count, by: 4_096) {
      for line in lines.read(Array(octets[start..<min(start + 4_096, octets.count)])) {
        _ = ScanRecord(line: line.octets)
        _ = TableLine.fields(of: line.octets)
      }
    }
    #expect(lines.end == octets.count && !lines.isTorn)
  }
}
