import AuditModel
import AuditTesting
import DNS
import Foundation
import Scan
import Testing

@testable import CommandLine

/// Two files of results compared: what is told, and how the command ends.
@Suite struct ScanDifferenceTests {
  /// A line of results, as short as the form allows.
  private static func line(_ domain: String, _ dmarc: String, _ more: String = "") -> String {
    let verdict = dmarc == "unknown" ? "unknown" : dmarc == "none" ? "warn" : "pass"
    return """
      {"schema":"mailaudit-scan-1","domain":"\(domain).example","policies":{"dmarc":"\(dmarc)"},\
      "verdicts":{"DMARC-POLICY-NONE":"\(verdict)"}\(more)}

      """
  }

  private static func compare(_ old: String, _ new: String, _ options: [String] = []) async throws -> ZoneCommandRun {
    var result: ZoneCommandRun?
    try await ScanHarness.withFolder { folder in
      let (before, after) = (folder.appending(path: "old"), folder.appending(path: "new"))
      try Data(old.utf8).write(to: before)
      try Data(new.utf8).write(to: after)
      result = try await ZoneCommandRun(["scan", "--diff", before.path, after.path] + options, zone: "")
    }
    return try #require(result)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let status: Int32
    let words: String
  }

  private static let faulty = "{\"schema\":\"mailaudit-scan-1\",\"input\":\"x\",\"line\":1,\"error\":\"has no dot\"}\n"
  private static let (a, b) = (line("a", "none"), line("b", "reject"))

  static let cases = [
    Case(testDescription: "the same", old: a + b, new: a + b, status: 0, words: "0 seen, 2 the same"),
    Case(testDescription: "another order", old: a + b, new: b + a, status: 0, words: "2 the same"),
    Case(testDescription: "changed", old: a, new: line("a", "reject"), status: 1, words: "1 changed"),
    Case(testDescription: "new", old: a, new: a + b, status: 1, words: "1 new, 0 gone"),
    Case(testDescription: "gone", old: a + b, new: a, status: 1, words: "0 new, 1 gone"),
    Case(testDescription: "unseen", old: a + b, new: line("a", "unknown") + b, status: 2, words: "1 unseen, 0 seen"),
    Case(testDescription: "seen", old: line("a", "unknown"), new: a, status: 2, words: "0 unseen, 1 seen"),
    Case(
      testDescription: "never seen", old: line("a", "unknown"), new: line("a", "unknown"), status: 0,
      words: "1 the same"),
    Case(
      testDescription: "changed beside unseen", old: a + b, new: line("a", "unknown") + line("b", "none"), status: 1,
      words: "1 changed, 1 unseen"),
    Case(testDescription: "nothing", old: "", new: "", status: 0, words: "0 the same"),
    Case(testDescription: "all new", old: "", new: a, status: 1, words: "1 new"),
    Case(
      testDescription: "twice", old: a + a, new: a + line("a", "reject") + a, status: 0,
      words: "new: left out: results of domains that stand there before, 2"),
    Case(testDescription: "new twice", old: "", new: a + a, status: 1, words: "1 new, 0 gone"),
    Case(
      testDescription: "no domain", old: a, new: a + faulty, status: 0,
      words: "new: not compared: lines of the list without a domain, 1"
    ),
    Case(testDescription: "no last line end", old: a, new: String(a.dropLast()), status: 0, words: "1 the same"),
    Case(testDescription: "cut off", old: a, new: a + b.dropLast(5), status: 0, words: "new: the last line is cut off"),
    Case(
      testDescription: "a long line",
      old: line("a", "none", ",\"report\":{\"x\":\"\(String(repeating: "y", count: 300_000))\"}") + b,
      new: a + b, status: 0, words: "2 the same")
  ]

  @Test(arguments: cases)
  func endsAsItShould(example: Case) async throws {
    let run = try await Self.compare(example.old, example.new)
    #expect(run.status == example.status && run.error.contains(example.words), "\(run.error)")
    #expect(run.output.isEmpty == (example.status == 0))
    let quiet = try await Self.compare(example.old, example.new, ["--quiet", "--format", "json"])
    #expect(quiet.status == example.status && quiet.error.isEmpty)
    #expect(quiet.output.split(separator: "\n").allSatisfy { $0.contains("\"mailaudit-scan-diff-1\"") })
  }

  @Test(arguments: [
    ("domain,grade\r\na.example,A\r\n", ":1: is no result"), (a + "{}\n" + b, ":2: is no result"),
    ("x", ":1: is no result")
  ])
  func otherFilesAreTold(text: String, words: String) async throws {
    for (old, new, name) in [(text, Self.a, "old"), (Self.a, text, "new")] {
      let run = try await Self.compare(old, new)
      #expect(run.status == 74 && run.error.contains(name + words), "\(run.error)")
    }
  }

  @Test(arguments: ["--resume --output x", "--output x", "--shard 1/2", "--areas spf", "--dry-run", "--format csv"])
  func optionsOfListsAreRefused(options: String) async throws {
    let run = try await Self.compare(Self.a, Self.a, options.split(separator: " ").map(String.init))
    #expect(run.status == 64 && run.output.isEmpty, "\(run.error)")
  }

  @Test func filesThatCannotBeRead() async throws {
    try await ScanHarness.withFolder { folder in
      let file = folder.appending(path: "a")
      try Data(Self.a.utf8).write(to: file)
      let names = [
        (folder.path, "is a folder"), ("/dev/null", "a pipe has to go into a file first"), ("nowhere", "No such file")
      ]
      for (name, words) in names {
        let run = try await ZoneCommandRun(["scan", "--diff", file.path, name], zone: "")
        #expect(run.status == 74 && run.error.contains("\(name): ") && run.error.contains(words), "\(run.error)")
      }
    }
  }

  /// Questions that fail in one of two scans of one world change nothing at a domain, whichever of the two it is.
  @Test(arguments: [DNSFailure.serverFailure(extendedError: nil), .timeout, .refused], [Area.spf, .dmarc, .mx])
  func failuresAreNoChange(failure: DNSFailure, area: Area) async throws {
    let world = World(ScanHarness.zone(20))
    let calm = try await ScanHarness(ScanHarness.list(20), world, areas: [area]).byKey
    let strained = try await ScanHarness(
      ScanHarness.list(20), StrainedWorld(world, failure, times: .max), areas: [area], configure: { $0.retries = 0 })
    #expect(strained.tally.undecided > 0)
    for record in strained.records {
      let other = calm[record.key ?? ""]
      let (lost, found) = (
        ScanComparison(before: other, after: record), ScanComparison(before: record, after: other)
      )
      #expect(
        lost == nil || lost?.kind == .unseen, "\(record.key ?? ""): \(lost?.checks ?? []) \(lost?.policies ?? [])")
      #expect(found == nil || found?.kind == .seen)
    }
  }
}
