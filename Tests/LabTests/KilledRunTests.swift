import Foundation
import Testing

/// Runs that are killed, and runs that find no room: what is kept stays whole, what is written is there as a whole or not
/// at all.
@Suite(.takesTurns) struct KilledRunTests {
  /// A folder with a list of domains and the world that they live in.
  private struct Desk {
    let folder = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    var history: String { path("audits.db") }
    var outputs: String { path("outputs") }
    let domains: [String]

    init(domains count: Int) throws {
      domains = (1...count).map { "d\($0).example" }
      try FileManager.default.createDirectory(atPath: outputs, withIntermediateDirectories: true)
      let world = domains.map { name in
        """
        \(name). 300 IN SOA ns.\(name). root.\(name). 1 3600 600 86400 300
        \(name). 300 IN TXT "v=spf1 a:nobody.\(name) ?all"
        _dmarc.\(name). 300 IN TXT "v=DMARC1; p=none; rua=mailto:d@\(name)"

        """
      }
      try Data(world.joined().utf8).write(to: URL(filePath: path("world.zone")))
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func audit() throws -> Program {
      try Program(
        MailauditProgram.path,
        [
          "audit", "--zone", path("world.zone"), "--history", history, "--output", "html:\(outputs)/report.html",
          "--output", "json:\(outputs)/report.json"
        ] + domains)
    }

    func runs() async throws -> Int {
      let list = try Program(
        MailauditProgram.path, ["history", "--history", history, "--limit", "100000", "--format", "json"])
      let ending = try await list.end()
      #expect(ending.status == 0, "\(ending.errors)")
      return ending.output.matches(of: /"run": *[0-9]/).count
    }

    /// The outputs that are there, without what a killed run has left unfinished under another name.
    func whole() throws -> [String] {
      let names = try FileManager.default.contentsOfDirectory(atPath: outputs).filter { !$0.hasSuffix(".part") }
      for name in names {
        let text = try String(contentsOfFile: outputs + "/" + name, encoding: .utf8)
        #expect(
          name == "report.html" ? text.hasSuffix("</html>\n") : text.split(separator: "\n").allSatisfy(Self.isJSON))
      }
      return names
    }

    private static func isJSON(_ line: Substring) -> Bool {
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil
    }
  }

  @Test func twentyKilledRunsLeaveAllWhole() async throws {
    let desk = try Desk(domains: 20)
    defer { try? FileManager.default.removeItem(at: desk.folder) }
    let start = ContinuousClock.now
    let ending = try await desk.audit().end()
    #expect(ending.status < 3, "\(ending.errors)")
    let length = ContinuousClock.now - start
    var (kept, killed) = (try await desk.runs(), 0)
    #expect(kept == desk.domains.count)
    for round in 0..<20 {
      let program = try desk.audit()
      try await Task.sleep(for: length * (round + 1) / 21)
      program.kill()
      if try await program.end().status == SIGKILL { killed += 1 }
      let runs = try await desk.runs()
      #expect(runs >= kept && runs <= kept + desk.domains.count)
      kept = runs
      #expect(Set(try desk.whole()).isSuperset(of: ["report.html", "report.json"]))
    }
    #expect(killed >= 10)
    #expect(try await desk.audit().end().status == ending.status)
    #expect(try await desk.runs() == kept + desk.domains.count)
  }

  /// A disk with room for the beginning of a page.
  @Test(.enabled(if: getuid() == 0)) func aFullDiskIsSaid() async throws {
    let desk = try Desk(domains: 20)
    defer { try? FileManager.default.removeItem(at: desk.folder) }
    let mounted = try await ToolRun.run("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", desk.outputs])
    try #require(mounted.status == 0, "\(mounted.output)")
    let ending = try await desk.audit().end()
    #expect(ending.errors.contains("No space left on device"))
    #expect(ending.errors.contains("report.html") && ending.status == 74)
    #expect(try desk.whole().isEmpty)
    #expect(try await desk.runs() <= desk.domains.count)
    _ = try await ToolRun.run("umount", [desk.outputs])
  }
}
