import AuditModel
import AuditTesting
import Foundation
import ProcessKit
import Reporting
import Scan
import Testing

@testable import CommandLine

/// Files of results that are gone on with, however they were cut off.
@Suite struct ResultFileTests {
  private static let names = ["a.example", "b.example", "=c.example", "xn--bcher-kva.example"]
  private static let inputs = ["no..name", "=two, \"words\"", "\u{1B}[0m", "", ""]
  private static var keys: Set<String> {
    Set(names + inputs.enumerated().map { ScanRecord.key(ofInput: VisibleText.of($1), line: $0 + 1) })
  }

  private static func octets(_ form: ScanForm) async -> [UInt8] {
    var octets = form.heading
    for name in names {
      let report = AuditReport(
        target: name, time: 0, toolVersion: "1", catalogueVersion: "1", goal: .send, outcomes: [],
        statistics: AuditStatistics(questions: 0, failures: 0, duration: .zero))
      form.append(report, tries: 1, to: &octets)
    }
    for (index, input) in inputs.enumerated() {
      form.append(FaultyRow(line: index + 1, input: input, error: "none"), time: 0, to: &octets)
    }
    return octets
  }

  private static func forms() -> [(String, ScanForm, [String]?)] {
    let fields = ScanFields("domain,grade") ?? .all
    let table = ScanTable(fields: fields, areas: [], checks: [], dnssec: "off")
    return [
      ("json", .json(ScanRenderer(fields: fields, dnssec: "off")), nil), ("csv", .table(table), table.names)
    ]
  }

  /// At every octet: what is kept and what is looked at again are the whole list, and nothing is in both.
  @Test(arguments: [0, 1])
  func everyCutGivesTheSameSet(form: Int) async throws {
    let (name, form, heading) = Self.forms()[form]
    let octets = await Self.octets(form)
    for cut in 0...octets.count {
      var file = ResultFile(name, heading: heading)
      try file.read(size: cut) { Array(octets[$0]) }
      // What is written behind the kept part makes the whole file again.
      let missing = Self.keys.filter { !file.done.contains(DigestSet.digest(of: $0)) }
      #expect(file.end <= cut && (file.end == 0 || octets[file.end - 1] == 0x0A))
      #expect(missing.count + file.done.count == Self.keys.count, "cut at \(cut)")
      #expect(file.count == file.done.count)
    }
  }

  /// A last line of other octets, as a lost power supply leaves it, is cut off; in the middle it is told.
  @Test(arguments: ["\0\0\0\n", "{}\n", "x\n", "\n"])
  func oddLines(line: String) async throws {
    let octets = await Self.octets(Self.forms()[0].1)
    var file = ResultFile("results", heading: nil)
    try file.read(size: octets.count + line.utf8.count) { Array((octets + Array(line.utf8))[$0]) }
    #expect(file.end == octets.count && file.done.count == Self.keys.count)
    let error = #expect(throws: ErrorLine.self) {
      var file = ResultFile("results", heading: nil)
      try file.take(Array(line.utf8) + octets)
    }
    #expect(error?.place == "results:1")
  }

  @Test func otherColumnsAreTold() {
    #expect(throws: ErrorLine.self) {
      var file = ResultFile("results", heading: ["domain", "grade"])
      try file.take(Array("domain,time\r\na.example,x\r\n".utf8))
    }
  }
}

/// The command with files: what is written, gone on with and compared.
@Suite struct ScanCommandTests {
  private static func run(_ arguments: [String], list: String = ScanHarness.list(12)) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["scan", "--areas", "spf,dmarc"] + arguments, zone: ScanHarness.zone(12)) { console in
      console.changed = { _ in 1_795_251_600 }
      console.input = { InputOctets(Array(list.utf8)) }
    }
  }

  private static func lines(_ url: URL) throws -> [String] {
    try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test(arguments: ["json", "csv"])
  func goesOnWhereItEnded(format: String) async throws {
    try await ScanHarness.withFolder { folder in
      let (whole, cut) = (folder.appending(path: "whole"), folder.appending(path: "cut"))
      let arguments = ["--format", format, "-"]
      let first = try await Self.run(["--output", whole.path] + arguments)
      #expect(first.status == 0 && first.output.isEmpty)
      let (octets, expected) = (try Data(contentsOf: whole), try Self.lines(whole))
      #expect(expected.count == (format == "csv" ? 13 : 12))
      for part in 0...6 {
        try octets.prefix(octets.count * part / 6).write(to: cut)
        let again = try await Self.run(["--output", cut.path, "--resume"] + arguments)
        #expect(again.status == 0, "\(again.error)")
        #expect(try Self.lines(cut).sorted() == expected.sorted(), "part \(part)")
      }
    }
  }

  @Test func nothingIsOverwritten() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      try Data("mine\n".utf8).write(to: file)
      #expect(try await Self.run(["--output", file.path, "-"]).status == 64)
      #expect(try Self.lines(file) == ["mine"])
      try Data("mine\nand more\n".utf8).write(to: file)
      #expect(try await Self.run(["--output", file.path, "--resume", "-"]).status == 74)
      #expect(try Self.lines(file) == ["mine", "and more"])
      // A list that was named by mistake is no torn result, also where it has a single line.
      for text in ["mine\n", "mine", "a.example\n", "domain\r\na.example"] {
        for format in ["json", "csv"] {
          try Data(text.utf8).write(to: file)
          let run = try await Self.run(["--output", file.path, "--resume", "--format", format, "-"])
          #expect(run.status == 74 && run.error.contains("left as it is"), "\(run.error)")
          #expect(try Data(contentsOf: file) == Data(text.utf8))
        }
      }
      let held = try AppendedFile(at: folder.appending(path: "held").path)
      let second = try await Self.run(["--output", folder.appending(path: "held").path, "-"])
      #expect(second.status == 74 && second.error.contains("another scan"))
      try held.append([])
    }
  }

  @Test(arguments: [2, 3])
  func shardsMakeTheWhole(count: Int) async throws {
    var domains: [String] = []
    for index in 1...count {
      let run = try await Self.run(["--shard", "\(index)/\(count)", "--fields", "domain", "-"])
      domains += run.output.split(separator: "\n").map(String.init)
    }
    #expect(domains.count == 12 && Set(domains).count == 12)
  }

  /// The summary of a scan that went on is that of one in a single go.
  @Test func summaryCountsWhatWasThere() async throws {
    try await ScanHarness.withFolder { folder in
      let results = folder.appending(path: "results")
      _ = try await Self.run(["--output", results.path, "-"], list: ScanHarness.list(5))
      let (one, two) = (folder.appending(path: "1.json"), folder.appending(path: "2.json"))
      _ = try await Self.run(["--output", results.path, "--resume", "--summary", "json:\(one.path)", "-"])
      _ = try await Self.run([
        "--quiet", "--summary", "json:\(two.path)", "--summary", "html:\(folder.path)/s.html", "-"
      ])
      let first = try String(contentsOf: one, encoding: .utf8)
      #expect(first.contains("\"earlier\": 5"))
      let second = try String(contentsOf: two, encoding: .utf8)
      #expect(first.replacing("\"earlier\": 5", with: "\"earlier\": 0") == second)
      #expect(try String(contentsOf: folder.appending(path: "s.html"), encoding: .utf8).contains("Scan of 12 domains"))
    }
  }

  /// More parts than lines: most have nothing to do, which is told, and no error.
  @Test func shardsMayBeEmpty() async throws {
    var (domains, empty) = (0, 0)
    for index in 0..<50 {
      let run = try await Self.run(["--shard", "\(index)/50", "--fields", "domain", "-"])
      #expect(run.status == 0)
      let count = run.output.split(separator: "\n").count
      domains += count
      if count == 0 {
        empty += 1
        #expect(run.error.contains("no line falls into part \(index == 0 ? 50 : index)/50"), "\(run.error)")
      }
    }
    #expect(domains == 12 && empty >= 38)
  }

  struct Mixture: Sendable {
    let first: [String]
    let second: [String]
    let words: String
  }

  static let mixtures = [
    Mixture(
      first: ["--goal", "receive"], second: [], words: "is a result of --goal receive, and this scan is for send"),
    Mixture(
      first: [], second: ["--areas", "spf,mx"], words: "other areas than this scan looks at: dmarc there, mx here"),
    Mixture(first: ["--areas", "spf"], second: [], words: "other areas than this scan looks at: dmarc here"),
    Mixture(first: ["--shard", "1/2"], second: ["--shard", "2/2"], words: "another part of the list than 2/2"),
    Mixture(first: [], second: ["--shard", "2/2"], words: "another part of the list than 2/2"),
    Mixture(
      first: ["--fields", "domain,grade,tries"], second: ["--fields", "grade,policies"],
      words: "other --fields than this scan writes: tries there, policies here"),
    Mixture(
      first: ["--fields", "verdicts"], second: ["--fields", "verdicts.SPF-PRESENT"],
      words: "other --fields than this scan writes: verdicts.DMARC-")
  ]

  /// Lines with chosen members go on with the same, whether or not each entry is there.
  @Test(arguments: [
    [], ["--fields", "grade,verdicts.SPF-PRESENT,areas.mx"], ["--full"], ["--fields", "tries", "--full"]
  ])
  func chosenMembersGoOn(options: [String]) async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      for list in [ScanHarness.list(3), ScanHarness.list(5)] {
        let run = try await Self.run(["--output", file.path, "--resume"] + options + ["-"], list: list)
        #expect(run.status == 0, "\(run.error)")
      }
      #expect(try Self.lines(file).count == 5)
    }
  }

  /// What another kind of scan wrote is not gone on with: it is told, and nothing is written.
  @Test(arguments: mixtures.indices, ["json", "csv"])
  func otherScansAreNotMixed(index: Int, format: String) async throws {
    let mixture = Self.mixtures[index]
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      let options = ["--output", file.path, "--format", format]
      #expect(try await Self.run(options + mixture.first + ["-"], list: ScanHarness.list(9)).status == 0)
      let octets = try Data(contentsOf: file)
      let again = try await Self.run(options + mixture.second + ["--resume", "-"])
      #expect(again.status == 64 || again.status == 74 && format == "csv")
      #expect(again.error.contains(mixture.words) || again.error.contains("has other columns"), "\(again.error)")
      #expect(again.error.contains("left as it is") && again.output.isEmpty)
      #expect(try Data(contentsOf: file) == octets)
      let forecast = try await Self.run(options + mixture.second + ["--resume", "--dry-run", "-"])
      #expect(forecast.status == again.status)
    }
  }

  /// A part goes on as a part, and may become the whole.
  @Test func partsGoOn() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      let options = ["--output", file.path, "--resume", "-"]
      for shard in [["--shard", "2/3"], ["--shard", "2/3"], []] {
        let run = try await Self.run(shard + options)
        #expect(run.status == 0 && !run.error.contains("version"), "\(run.error)")
      }
      #expect(try Self.lines(file).count == 12)
    }
  }

  /// All areas, as they are when nobody chooses: nothing is taken for another kind or another version.
  @Test func wholeScansGoOn() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      for list in ["n0.example", "n1.example\nn0.example"] {
        let run = try await ZoneCommandRun(
          ["scan", "--output", file.path, "--resume", "-"], zone: ScanHarness.zone(2)
        ) { $0.input = { InputOctets(Array(list.utf8)) } }
        #expect(run.status == 0 && !run.error.contains("version"), "\(run.error)")
      }
      #expect(try Self.lines(file).count == 2)
    }
  }

  @Test func otherVersionsAreTold() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "results")
      let line = """
        {"schema":"mailaudit-scan-1","domain":"old.example","time":"2026-11-01T00:00:00Z","goal":"send","grade":"A",\
        "areas":{"spf":"A","dmarc":"A"},"policies":{},"dnssec":"off",\
        "verdicts":{"SPF-PRESENT":"pass","SPF-FORMER":"pass"},"findings":[],"questions":3,"failures":0,"tries":1}

        """
      try Data(line.utf8).write(to: file)
      let run = try await Self.run(["--output", file.path, "--resume", "-"])
      #expect(run.status == 0 && run.error.contains("another version of mailaudit"), "\(run.error)")
      #expect(run.error.contains("and with 1 others"))
      #expect(try Self.lines(file).count == 13)
    }
  }
}
