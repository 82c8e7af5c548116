import Testing

@testable import Scan

/// Lists as they are written, read in pieces of every size.
@Suite struct ListReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var column: ListColumn?
    let rows: [String]

    var testDescription: String { text.debugDescription }
  }

  /// A row as a person reads it: its line, its text, and why there is no name in it.
  private static func shown(_ row: ListRow) -> String {
    "\(row.line) \(row.text)" + (row.fault.map { " (\($0))" } ?? "")
  }

  static let cases = [
    Case(text: "", rows: []),
    Case(text: "a.example\nb.example\n", rows: ["1 a.example", "2 b.example"]),
    Case(
      text: "a.example\r\n\r\n  b.example  # one\n# none\n\tc.example",
      rows: ["1 a.example", "3 b.example", "5 c.example"]),
    Case(text: "\u{FEFF}bücher.example\n", rows: ["1 bücher.example"]),
    Case(text: "two words\t here\n", rows: ["1 two words here"]),
    Case(text: "a,b\n", rows: ["1 a,b"]),
    Case(text: "id,domain\n1,a.example\n2,b.example", column: .named("domain"), rows: ["2 a.example", "3 b.example"]),
    Case(text: "id,Domain\r\n1,a.example\r\n", column: .named("domain"), rows: ["2 a.example"]),
    Case(text: "1,a.example\n2,b.example\n", column: .number(2), rows: ["1 a.example", "2 b.example"]),
    Case(
      text: "\u{FEFF}name,domain\n\"Good, \"\"best\"\"\nand more\",a.example\nx,\"b.example\"\n",
      column: .named("domain"),
      rows: ["2 a.example", "4 b.example"]),
    Case(
      text: "domain,id\n# a remark, \"with a quote\na.example,1\n\n,2\nb.example\n", column: .named("domain"),
      rows: ["3 a.example", "5  (the field is empty)", "6 b.example"]),
    Case(
      text: "id,domain\n7\n", column: .named("domain"),
      rows: ["2  (the record has 1 fields, and none in column 2)"])
  ]

  @Test(arguments: cases)
  func rowsComeInPiecesOfEverySize(example: Case) throws {
    let octets = Array(example.text.utf8)
    for size in 1...max(1, octets.count) {
      var reader = ListReader(column: example.column)
      var rows: [ListRow] = []
      for start in stride(from: 0, to: octets.count, by: size) {
        rows += try reader.read(octets[start..<min(start + size, octets.count)])
      }
      rows += try reader.finish()
      #expect(rows.map(Self.shown) == example.rows, "pieces of \(size)")
    }
  }

  @Test func missingColumnIsTold() {
    #expect(throws: ListError.noColumn("domain", ["id", "name"])) {
      var reader = ListReader(column: .named("domain"))
      _ = try reader.read(Array("id,name\n1,x\n".utf8))
    }
  }

  @Test(arguments: ["domain\n\"a.example\nb.example\n", "domain\n\"" + String(repeating: "a\n", count: 40_000)])
  func openQuoteIsTold(text: String) {
    #expect(throws: ListError.openQuote(line: 2)) {
      var reader = ListReader(column: .named("domain"))
      _ = try reader.read(Array(text.utf8))
      _ = try reader.finish()
    }
  }

  /// A line without an end takes no memory without an end, and is not taken for the name that it begins with.
  @Test func longLineIsReported() throws {
    var reader = ListReader()
    var rows = try reader.read(Array(repeating: UInt8(ascii: "a"), count: 100_000))
    rows += try reader.read(Array("\nb.example\n".utf8))
    #expect(rows.map(\.text.utf8.count) == [4_096, 9])
    #expect(rows.map(\.fault) == ["is longer than any name", nil])
    var remark = ListReader()
    let long = "c.example # " + String(repeating: "x", count: 10_000) + "\n"
    rows = try remark.read(Array(long.utf8))
    #expect(rows == [ListRow(line: 1, text: "c.example")])
  }

  @Test(arguments: [("2", ListColumn.number(2)), ("domain", .named("domain"))])
  func columnsAreNamedOrCounted(text: String, column: ListColumn) {
    #expect(ListColumn(text) == column)
    #expect(ListColumn("0") == nil && ListColumn("") == nil && ListColumn("-1") == nil)
  }
}
