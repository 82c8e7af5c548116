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
      rows: ["2  (the record has 1 fields, and none in column 2)"]),
    // Lines that end in a carriage return alone, as old Macintosh programs write them, and in several ways.
    Case(text: "a.example\rb.example\r# c\r\rd.example", rows: ["1 a.example", "2 b.example", "5 d.example"]),
    Case(text: "a.example\n\rb.example\r\n\nc.example\r", rows: ["1 a.example", "3 b.example", "5 c.example"]),
    Case(
      text: "id,domain\r1,a.example\r# remark\r2,\"b.example\"\r", column: .named("domain"),
      rows: ["2 a.example", "4 b.example"]),
    Case(
      text: "note,domain\r\n\"two\r\nlines, \"\"quoted\"\"\",a.example\r\nx,\"b\r\n.example\"\r\ny,c.example\r\n",
      column: .named("domain"), rows: ["2 a.example", "4 b .example", "6 c.example"]),
    // Octets that are no text.
    Case(
      text: "a.example\nb\0.example\n\0\0\nc.example # \0\n",
      rows: [
        "1 a.example", "2 b .example (holds octets that are zero, as no text has them)",
        "3  (holds octets that are zero, as no text has them)", "4 c.example"
      ]),
    Case(text: "\n \t\r\n# none\n", rows: []), Case(text: "\u{FEFF}", rows: []), Case(text: "#", rows: []),
    Case(text: "\u{FEFF}", column: .number(1), rows: []), Case(text: "domain\n", column: .named("domain"), rows: [])
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

  /// Files that are no text of UTF-8 are told as that, and not as a list without a domain.
  @Test(arguments: kinds.indices, [nil, ListColumn.named("domain")])
  func otherKindsOfFilesAreTold(index: Int, column: ListColumn?) {
    let file = Self.kinds[index]
    for size in [1, 3, file.0.count] {
      let error = #expect(throws: ListError.self) {
        var reader = ListReader(column: column)
        for start in stride(from: 0, to: file.0.count, by: size) {
          _ = try reader.read(file.0[start..<min(start + size, file.0.count)])
        }
        _ = try reader.finish()
      }
      #expect(error?.description.contains(file.1) == true)
    }
  }

  private static let kinds: [([UInt8], String)] = [
    ([0xFF, 0xFE] + utf16("a.example\n"), "UTF-16"), (utf16("a.example\nb.example\n"), "UTF-16"),
    ([0] + utf16("a.example\n").dropLast(), "UTF-16"), ([0x1F, 0x8B, 8, 0, 0, 0, 0], "gzip"),
    (Array("PK\u{3}\u{4}".utf8), "spreadsheets"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "xz"),
    ([0x28, 0xB5, 0x2F, 0xFD, 0x20], "zstd")
  ]

  private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  @Test func otherEncodingsAreTold() throws {
    var reader = ListReader()
    let rows = try reader.read(Array("b\u{FC}cher.example\n".unicodeScalars.map { UInt8($0.value) }))
    #expect(rows.map(\.fault) == ["is not written in UTF-8"])
  }

  @Test func semicolonsAreTold() {
    let error = ListError.noColumn("domain", ["id;domain;name"])
    #expect(error.description.hasSuffix("(fields are divided by commas, not by semicolons)"))
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
