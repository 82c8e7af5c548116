import Foundation
import Synchronization
import Testing

@testable import CommandLine

/// A domain over several audits: what is kept, and what the commands say of it.
@Suite struct HistoryCommandTests {
  static let good = """
    $ORIGIN example.org.
    @ 300 IN TXT "v=spf1 ip4:192.0.2.1 -all"
    @ 300 IN MX 10 mx.example.org.
    _dmarc 300 IN TXT "v=DMARC1; p=reject"
    """
  static let open = good.replacingOccurrences(of: "-all", with: "+all")
  /// 2026-11-21 09:00 UTC.
  static let start = 1_795_251_600

  @Test func differencesAreShownWithTheRecords() async throws {
    try await withFile { file in
      try await audit(Self.good, into: file, day: 0)
      try await audit(Self.open, into: file, day: 1)
      let run = await Self.run(["diff", "--history", file, "example.org"])
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("example.org  1 new, 1 gone, 1 record changed\n"))
      #expect(run.output.contains("\nNew\n  SPF-ALL-PASS  +all\n"))
      #expect(run.output.contains("    - TXT \"v=spf1 ip4:192.0.2.1 -all\"\n    + TXT \"v=spf1 ip4:192.0.2.1 +all\"\n"))
      let back = await Self.run(["diff", "--history", file, "--from", "2", "--to", "2026-11-21", "-q", "example.org"])
      #expect(back.output == "example.org: 1 new, 1 gone, 1 record changed\n")
      let json = await Self.run(["diff", "--history", file, "--format", "json", "example.org"])
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["different"] as? Bool == true)
    }
  }

  @Test func nothingChangedIsStatusZero() async throws {
    try await withFile { file in
      try await audit(Self.good, into: file, day: 0)
      try await audit(Self.good, into: file, day: 1)
      let run = await Self.run(["diff", "-q", "--history", file, "example.org"])
      #expect(run.output == "example.org: nothing has changed\n")
      #expect(run.status == 0)
    }
  }

  @Test func trendsAndRunsAreListed() async throws {
    try await withFile { file in
      try await audit(Self.good, into: file, day: 0)
      try await audit(Self.open.replacingOccurrences(of: "ip4:192.0.2.1", with: "mx a"), into: file, day: 1)
      let run = await Self.run(["history", "--history", file, "example.org"])
      #expect(
        run.output.hasPrefix("example.org  2 runs\n\nTrends\n  Grade         B? since 2026-11-21, F since 2026-11-22\n")
      )
      #expect(run.output.contains("\n  SPF look-ups  2 of 10, 0 at first\n"))
      #expect(run.output.contains("\nRuns\n     2  2026-11-22T09:00:00Z  F  send"))
      let all = await Self.run(["history", "--history", file, "--limit", "1"])
      #expect(all.output.contains("\n  1 earlier: --limit shows more.\n"))
      let pruned = await Self.run(["history", "--history", file, "--prune", "1d"], day: 2)
      #expect(pruned.output == "1 run removed.\n")
    }
  }

  @Test func aFileThatIsNoHistoryHidesNoReport() async throws {
    try await withFile { file in
      let text = String(repeating: "The notes of somebody.\n", count: 50)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let run = try await ZoneCommandRun(["audit", "-q", "--history", file, "example.org"], zone: Self.good)
      #expect(run.output.hasPrefix("example.org: "))
      #expect(run.error.hasSuffix("is no SQLite database; it was left as it is; the run was not kept\n"))
      #expect(run.status == 74)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
  }

  @Test(
    arguments: [
      (["history"], 64), (["diff", "example.org"], 64), (["history", "--history", "/nowhere/at/all.db"], 74),
      (["history", "--prune", "soon"], 64), (["diff", "--from", "yesterday", "example.org"], 64)
    ] as [([String], Int32)])
  func errorsHaveAStatus(arguments: [String], status: Int32) async {
    let run = await Self.run(arguments)
    #expect(run.status == status)
    #expect(run.error.hasPrefix("mailaudit: "))
  }

  @Test func aRunThatIsNotThereIsNamed() async throws {
    try await withFile { file in
      try await audit(Self.good, into: file, day: 0)
      let unknown = await Self.run(["diff", "--history", file, "--to", "9", "example.org"])
      #expect(unknown.error == "mailaudit: --to 9: is no run of example.org ('mailaudit history' lists them)\n")
      let single = await Self.run(["diff", "--history", file, "example.org"])
      #expect(single.error == "mailaudit: example.org: has no run before 1 to compare with\n")
      #expect(single.status == 64)
    }
  }

  private func audit(_ zone: String, into file: String, day: Int) async throws {
    let run = try await ZoneCommandRun(["audit", "-q", "--history", file, "example.org"], zone: zone) {
      $0.environment = { $0 == "SOURCE_DATE_EPOCH" ? String(Self.start + day * 86_400) : nil }
      $0.changed = { _ in Self.start + day * 86_400 }
    }
    #expect(run.error == "")
  }

  private static func run(_ arguments: [String], day: Int = 1) async -> (status: Int32, output: String, error: String) {
    let (output, error) = (WrittenText(), WrittenText())
    var console = Console.process
    console.output = { output.add($0) }
    console.error = { error.add($0) }
    console.environment = { _ in nil }
    console.clock = { start + day * 86_400 }
    console.isTerminal = false
    let status = await Console.$current.withValue(console) { await MailAudit.run(arguments) }
    return (status, output.text, error.text)
  }

  private func withFile(_ work: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder.appending(path: "history.db").path)
  }
}

/// What was written.
private final class WrittenText: Sendable {
  private let octets = Mutex<[UInt8]>([])
  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }
  func add(_ more: [UInt8]) { octets.withLock { $0 += more } }
}
