import AuditModel
import DNS
import Foundation
import SMTPSubmission
import Testing

@testable import CommandLine

/// Two nights, one change between them, one mail.
@Suite struct NewsMailTests {
  private static func project(_ port: UInt16) -> String {
    """
    domains: [example.org]
    history: history.db
    mail:
      to: [admin@example.org, second@example.net]
      from: mailaudit@example.org
      server: "tcp://127.0.0.1:\(port)"

    """
  }

  private static func server() async throws -> CatchingServer {
    try await CatchingServer.start(
      at: [.init(.v4(0x7F00_0001), port: 0)], policy: CatchingPolicy(hostName: "mail.example.org"), identity: nil)
  }

  @Test func oneChangeIsOneMail() async throws {
    let server = try await Self.server()
    let port = try #require(server.places.first?.port)
    try await NightWatch.use(Self.project(port)) { watch in
      _ = try await watch.run(NightWatch.good, day: 0, ["--print"])
      let quiet = try await watch.run(NightWatch.good, day: 1)
      #expect(quiet.output == "" && quiet.error == "" && quiet.status == 0)
      let night = try await watch.run(NightWatch.open, day: 2)
      #expect(night.output == "" && night.error == "" && night.status == 1)
      guard case .message(let message)? = await server.next() else {
        Issue.record("no mail came")
        return
      }
      #expect(message.reversePath.address == "mailaudit@example.org")
      #expect(message.recipients.map(\.address) == ["admin@example.org", "second@example.net"])
      #expect(message.greeting.name == "night.example.org")
      let octets = try message.octets.octets(in: 0..<message.octets.count)
      let text = String(decoding: octets, as: UTF8.self)
      for line in [
        "From: mailaudit <mailaudit@example.org>\r\n", "Date: Mon, 23 Nov 2026 09:00:00 +0000\r\n",
        "To: <admin@example.org>,\r\n <second@example.net>\r\n", "Auto-Submitted: auto-generated\r\n",
        "Subject: mailaudit: example.org: grade F: 1 new, 1 record changed\r\n", "\r\n  SPF-ALL-PASS  +all\r\n"
      ] { #expect(text.contains(line), "\(line) in \(text)") }
      try await Self.audit(octets, in: watch.folder)
    }
    await server.stop(after: .zero)
  }

  /// The mail passes the audit of messages: nothing of it is for us to mend. Who signs it is the server's business.
  private static func audit(_ octets: [UInt8], in folder: URL) async throws {
    let file = folder.appending(path: "news.eml")
    try Data(octets).write(to: file)
    let run = try await ZoneCommandRun(["message", file.path, "--format", "json"], zone: NightWatch.good)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let outcomes = try #require(report["outcomes"] as? [[String: Any]])
    let ours = ["message-headers", "message-id", "mime/content"]
    let found = outcomes.filter { ours.contains($0["area"] as? String ?? "") }
    #expect(found.count > 20)
    let faults = found.filter { ["fail", "warn"].contains($0["verdict"] as? String ?? "") }
    #expect(faults.isEmpty, "\(faults.map { ($0["check"] ?? "", $0["findings"] ?? "") })")
  }

  @Test func whatCannotBeMailedIsPrinted() async throws {
    let server = try await Self.server()
    let port = try #require(server.places.first?.port)
    await server.stop(after: .zero)
    try await NightWatch.use(Self.project(port)) { watch in
      let first = try await watch.run(NightWatch.good, day: 0)
      #expect(first.output.hasPrefix("example.org  grade"))
      #expect(
        first.error.hasPrefix("mailaudit: mail: the news could not be sent: 127.0.0.1:\(port): "), "\(first.error)")
      #expect(first.status == 74)
      // It was told, if not by mail.
      #expect(try await watch.run(NightWatch.good, day: 1).output == "")
    }
  }

  @Test func longLinesAndBlanksAreEncoded() {
    let line = String(repeating: "a", count: 100) + "=ä "
    let encoded = QuotedPrintable.of(Array((line + "\nnext").utf8))
    #expect(encoded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(encoded.replacing("=\r\n", with: "") == String(repeating: "a", count: 100) + "=3D=C3=A4=20\r\nnext")
  }

  @Test func subjectsAreFolded() {
    let folded = HeaderText.folded(String(repeating: "word ", count: 40) + "\u{1B}ä")
    #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(folded.utf8.allSatisfy { $0 < 0x7F } && folded.hasSuffix("???"))
  }
}
