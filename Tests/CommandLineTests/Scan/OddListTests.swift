import DNS
import Foundation
import ProcessKit
import Scan
import Testing

@testable import CommandLine

/// Lists that are none, or not quite: what is told, where, and how the command ends.
@Suite struct OddListTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let list: [UInt8]
    var column: String?
    let status: Int32
    /// What standard error says.
    let words: String
    /// The errors of lines, each with the number of the line.
    var errors: [String] = []
    var domains: [String] = []
  }

  private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  static let cases = [
    Case(testDescription: "empty", list: [], status: 0, words: "list: holds no domain\n"),
    Case(
      testDescription: "remarks alone", list: Array("# one\r\n\r\n  # two\n".utf8), status: 0,
      words: "list: holds no domain\n"),
    Case(
      testDescription: "head line alone", list: Array("id,domain\n".utf8), column: "domain", status: 0,
      words: "list: holds no domain\n"),
    Case(
      testDescription: "UTF-16", list: [0xFF, 0xFE] + utf16("a.example\n"), status: 64,
      words: "list: is written in UTF-16"),
    Case(
      testDescription: "UTF-16 without a mark", list: utf16("a.example\n"), status: 64,
      words: "list: is written in UTF-16"),
    Case(
      testDescription: "gzip", list: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], status: 64, words: "list: is packed (gzip)"),
    Case(
      testDescription: "a table of semicolons", list: Array("id;domain\n1;a.example\n".utf8), column: "domain",
      status: 64,
      words: "has no column \"domain\"; its columns are: id;domain (fields are divided by commas"),
    Case(
      testDescription: "an open quote", list: Array("id,domain\n1,a.example\n2,\"b.example\n3,c.example\n".utf8),
      column: "domain", status: 64, words: "list: the quote opened in line 3 does not end", domains: ["a.example"]),
    Case(
      testDescription: "a table without --column", list: Array("1,a.example\n2,b.example\n".utf8), status: 0,
      words: "2 lines without a domain",
      errors: [
        "1 has a comma: --column tells where in a table the domains stand",
        "2 has a comma: --column tells where in a table the domains stand"
      ]),
    Case(
      testDescription: "a long line",
      list: Array(("a.example\n" + String(repeating: "x", count: 1_000_000) + "\nb.example").utf8),
      status: 0, words: "2 domains, 1 line without a domain", errors: ["2 is longer than any name"],
      domains: ["a.example", "b.example"]),
    Case(
      testDescription: "octets that are zero", list: Array("a.example\nb\0.example\n\0\0\0\nc.example".utf8), status: 0,
      words: "2 domains, 2 lines without a domain",
      errors: [
        "2 holds octets that are zero, as no text has them", "3 holds octets that are zero, as no text has them"
      ],
      domains: ["a.example", "c.example"]),
    Case(
      testDescription: "Latin-1", list: [0x62, 0xFC, 0x2E, 0x64, 0x65, 0x0A], status: 0,
      words: "1 line without a domain",
      errors: ["1 is not written in UTF-8"]),
    Case(
      testDescription: "a mark in the middle", list: Array("\u{FEFF}a.example\n\u{FEFF}b.example\n".utf8), status: 0,
      words: "2 domains.", domains: ["a.example", "b.example"]),
    Case(
      testDescription: "carriage returns", list: Array("a.example\rb.example\r\rc.example".utf8), status: 0,
      words: "3 domains.", domains: ["a.example", "b.example", "c.example"]),
    Case(
      testDescription: "quoted line breaks",
      list: Array("note,domain\r\n\"two\r\nlines\",a.example\r\n\"x\",\"b.example\n\"\r\n".utf8),
      column: "domain", status: 0, words: "2 domains.", domains: ["a.example", "b.example"])
  ]

  @Test(arguments: cases)
  func tellsPlaceAndCause(example: Case) async throws {
    try await ScanHarness.withFolder { folder in
      try Data(example.list).write(to: folder.appending(path: "list"))
      let column = example.column.map { ["--column", $0] } ?? []
      let run = try await ZoneCommandRun(
        ["scan", "--areas", "spf", "--ordered"] + column + [folder.path + "/list"], zone: ScanHarness.zone(1))
      #expect(run.status == example.status && run.error.contains(example.words), "\(run.error)")
      let records = run.output.split(separator: "\n").compactMap { ScanRecord(line: Array($0.utf8)) }
      #expect(records.compactMap(\.domain) == example.domains)
      #expect(records.filter { $0.domain == nil }.map { "\($0.line) \($0.error ?? "")" } == example.errors)
    }
  }

  @Test func placesThatAreNoLists() async throws {
    try await ScanHarness.withFolder { folder in
      for (name, words) in [("", "is a folder"), ("/nowhere", "No such file or directory")] {
        let place = folder.path + name
        let run = try await ZoneCommandRun(["scan", place], zone: ScanHarness.zone(1))
        #expect(run.status == 74 && run.error == "mailaudit: \(place): \(words)\n", "\(run.error)")
      }
    }
  }

  /// A named pipe is read as its writer writes, to the end that the writer makes.
  @Test(.timeLimit(.minutes(5))) func namedPipes() async throws {
    try await ScanHarness.withFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      let isMade = unsafe mkfifo(pipe, 0o600) == 0
      try #require(isMade)
      // Opened for both, so that neither side waits for the other to open it.
      let writer = try #require(FileHandle(forUpdatingAtPath: pipe))
      let input = try InputOctets(path: pipe)
      for text in ["n0.exa", "mple\nn1.example\n"] { try writer.write(contentsOf: Data(text.utf8)) }
      let source = ScanSource(input, name: "pipe", column: nil, shard: nil)
      #expect(await Self.name(source) == "n0.example")
      #expect(await Self.name(source) == "n1.example")
      try writer.write(contentsOf: Data("n2.example".utf8))
      try writer.close()
      #expect(await Self.name(source) == "n2.example")
      #expect(await Self.name(source) == nil)
      #expect(source.failure == nil)
    }
  }

  /// A file that grows while it is read is read to the end that it has then; what comes later, --resume finds.
  @Test func filesThatGrow() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "list")
      try Data("n0.example\nn1.exa".utf8).write(to: file)
      let source = ScanSource(try InputOctets(path: file.path), name: "list", column: nil, shard: nil)
      #expect(await Self.name(source) == "n0.example")
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("mple\nn2.example\nn3.example".utf8))
      var names: [String] = []
      while let name = await Self.name(source) { names.append(name) }
      #expect(names == ["n1.example", "n2.example", "n3.example"] && source.failure == nil)
      #expect(source.counts.octets == 43)
    }
  }

  private static func name(_ source: ScanSource) async -> String? {
    guard case .domain(let name)? = await source.next()?.content else { return nil }
    return name.description
  }
}
