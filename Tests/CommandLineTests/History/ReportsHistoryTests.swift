import Foundation
import Synchronization
import Testing

@testable import CommandLine

/// Reports over several runs with a history.
@Suite struct ReportsHistoryTests {
  private static let first = "receiver.example!example.org!1767225600!1767311999.xml"
  private static let third = "third.example!example.org!1767312000!1767398399!7.xml"

  /// The numbers of a run: messages of the domain, days, reports counted, counted before, and kept.
  private struct Counts: Equatable {
    var messages = 0, days = 0, counted = 0, before = 0, kept = 0

    init(_ messages: Int, days: Int, counted: Int, before: Int, kept: Int) {
      (self.messages, self.days, self.counted, self.before, self.kept) = (messages, days, counted, before, kept)
    }

    init(_ text: String) throws {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let domain = (object["domains"] as? [[String: Any]])?.first
      let statistics = try #require(object["statistics"] as? [String: Any])
      func number(_ name: String) -> Int { statistics[name] as? Int ?? -1 }
      self.init(
        (domain?["messages"] as? [String: Any])?["total"] as? Int ?? 0, days: (domain?["days"] as? [Any])?.count ?? 0,
        counted: number("counted"), before: number("countedBefore"), kept: number("kept"))
    }
  }

  private func run(_ arguments: [String]) async throws -> Counts {
    let run = try await Self.run(["reports", "--offline", "--format", "json"] + arguments)
    #expect(run.error.isEmpty, "\(run.error)")
    return try Counts(run.output)
  }

  private static func run(_ arguments: [String]) async throws -> (status: Int32, output: String, error: String) {
    let (output, error) = (WrittenOctets(), WrittenOctets())
    var console = Console.process
    console.output = { output.add($0) }
    console.error = { error.add($0) }
    console.environment = { _ in nil }
    console.isTerminal = false
    console.place = { $0.hasPrefix("/") ? $0 : Transcript.folder.path + "/reports/" + $0 }
    console.clock = { 1_795_251_600 }
    let status = await Console.$current.withValue(console) { await MailAudit.run(arguments) }
    return (status, output.text, error.text)
  }

  private func withFile(_ work: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder.appending(path: "audits.db").path)
  }

  @Test func newFilesShowWhatEarlierRunsBrought() async throws {
    try await withFile { file in
      let (alone, other) = (try await run([Self.first]), try await run([Self.third]))
      let kept = ["--history", file]
      #expect(try await run(kept + [Self.first]) == alone)
      let both = try await run(kept + [Self.third])
      let sum = alone.messages + other.messages
      #expect(both == Counts(sum, days: alone.days + other.days, counted: 1, before: 0, kept: 1))
      // The same files again, and none at all.
      let again = try await run(kept + [Self.first, Self.third])
      #expect(again == Counts(sum, days: both.days, counted: 0, before: 2, kept: 2))
      #expect(try await run(kept) == Counts(sum, days: both.days, counted: 0, before: 0, kept: 2))
      #expect(try await run(kept + ["--since", "2026-01-02"]).messages == other.messages)
      #expect(try await run(kept + ["--domain", "example.net"]) == Counts(0, days: 0, counted: 0, before: 0, kept: 0))
    }
  }

  @Test func whatALimitLeavesOutIsKeptAllTheSame() async throws {
    try await withFile { file in
      let all = try await run([Self.first])
      #expect(try await run(["--history", file, "--since", "2026-06-01", Self.first]).messages == 0)
      #expect(try await run(["--history", file]).messages == all.messages)
    }
  }

  @Test func oldReportsArePruned() async throws {
    try await withFile { file in
      _ = try await run(["--history", file, Self.first])
      let pruned = try await Self.run(["history", "--history", file, "--prune", "30d", "--format", "json"])
      #expect(pruned.output.contains("\"removedReports\": 1"))
      #expect(try await run(["--history", file]).messages == 0)
    }
  }

  @Test func aFileThatIsNoHistoryHidesNoPicture() async throws {
    try await withFile { file in
      let text = String(repeating: "The notes of somebody.\n", count: 50)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let run = try await Self.run(["reports", "--offline", "--quiet", "--history", file, Self.first])
      #expect(run.status == 74 && run.output.hasPrefix("example.org: ready for quarantine?"))
      #expect(run.error.contains("is no SQLite database; it was left as it is; reports of earlier runs may be missing"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
  }
}

/// What was written.
private final class WrittenOctets: Sendable {
  private let octets = Mutex<[UInt8]>([])
  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }
  func add(_ more: [UInt8]) { octets.withLock { $0 += more } }
}
