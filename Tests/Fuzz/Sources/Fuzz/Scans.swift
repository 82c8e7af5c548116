import Scan

extension FuzzTarget {
  /// Lists that anybody wrote, and files of results that something cut off.
  static let scans = [
    FuzzTarget(
      name: "scan-list",
      seeds: {
        [Array("\u{FEFF}a.example # b\r\n\nid,domain\n1,\"a\"\"b\n\"\n#x\n".utf8), Array("domain\na.example\n".utf8)]
      },
      run: { input in
        for column in [nil, ListColumn.number(2), .named("domain")] {
          let whole = rows(of: input, column, inPiecesOf: max(1, input.count))
          promise(whole == rows(of: input, column, inPiecesOf: 3), "pieces make no difference")
          promise(whole.allSatisfy { $0.line >= 1 && $0.text.utf8.count <= 3 * 4_096 }, "a row is bounded")
        }
      }),
    FuzzTarget(
      name: "scan-results",
      seeds: {
        [
          Array("{\"schema\":\"mailaudit-scan-1\",\"domain\":\"a\",\"verdicts\":{\"A\":\"fail\"}}\n".utf8),
          Array("domain,grade\r\n\"a\"\"b\",F\r\n".utf8)
        ]
      },
      run: { input in
        var (lines, tally, index) = (ResultLines(), ScanTally(), ResultIndex())
        var former: ScanRecord?
        for line in lines.read(input) {
          if let record = ScanRecord(line: line.octets) {
            tally.add(record)
            promise(ScanComparison(before: record, after: record) == nil, "nothing differs from itself")
            if record.domain != nil {
              let kinds = (
                ScanComparison(before: former, after: record)?.kind, ScanComparison(before: record, after: former)?.kind
              )
              promise((kinds.0 == .changed) == (kinds.1 == .changed), "a change is one both ways")
              promise((kinds.0 == nil) == (kinds.1 == nil), "what differs does so both ways")
              former = record
            }
            let digest = DigestSet.digest(of: record.key ?? "")
            let isNew = index.insert(digest, at: line.start)
            promise(!isNew || index.match(digest) == .known(at: line.start), "a place is kept")
          }
          _ = TableLine.fields(of: line.octets)
        }
        promise(lines.end <= input.count, "a line ends in the file")
      })
  ]

  /// The rows of a list that comes in pieces; none when it cannot be read to its end.
  private static func rows(of input: [UInt8], _ column: ListColumn?, inPiecesOf size: Int) -> [ListRow] {
    var reader = ListReader(column: column)
    var rows: [ListRow] = []
    do {
      for start in stride(from: 0, to: input.count, by: size) {
        rows += try reader.read(input[start..<min(start + size, input.count)])
      }
      return rows + (try reader.finish())
    } catch {
      return []
    }
  }
}
