import DNS
import Foundation
import SMTPSubmission
import Synchronization
import TLSTransport
import Testing

@testable import CommandLine

/// `mailaudit catch` from its arguments to its status, on loopback.
@Suite struct CatchCommandTests {
  /// What the command wrote.
  final class Run: Sendable {
    private let streams = Mutex<(output: String, error: String)>(("", ""))
    var output: String { streams.withLock { $0.output } }
    var error: String { streams.withLock { $0.error } }

    /// Runs the command with port 0, and `body` with the port that it tells.
    func with(
      _ arguments: [String], audits: Bool = false, _ body: @escaping @Sendable (UInt16) async throws -> Void
    ) async throws -> Int32 {
      var console = Console.process
      (console.isTerminal, console.showsProgress, console.columns) = (false, false, nil)
      console.environment = { _ in nil }
      console.output = { octets in self.streams.withLock { $0.output += String(decoding: octets, as: UTF8.self) } }
      console.error = { octets in self.streams.withLock { $0.error += String(decoding: octets, as: UTF8.self) } }
      let settled = console
      async let status = Console.$current.withValue(settled) {
        await MailAudit.run(["catch", "--listen", "127.0.0.1:0"] + (audits ? [] : ["--no-audit"]) + arguments)
      }
      for _ in 0..<500 where port == nil { try await Task.sleep(for: .milliseconds(10)) }
      if let port { try await body(port) }
      return await status
    }

    private var port: UInt16? {
      error.firstMatch(of: /127\.0\.0\.1:([0-9]+)/).flatMap { UInt16($0.1) }
    }
  }

  /// Delivers messages in one session.
  private static func deliver(_ messages: [String], to port: UInt16) async throws {
    let connection = try await Connection.open(to: .v4(0x7F00_0001), port: port, within: .seconds(5))
    _ = try await connection.receive(within: .seconds(5))
    var lines = ["HELO wiki.example"]
    for message in messages {
      lines += ["MAIL FROM:<wiki@example.org>", "RCPT TO:<r@example.net>", "DATA", message + "\r\n."]
    }
    for line in lines + ["QUIT"] {
      connection.send(Array((line + "\r\n").utf8))
      _ = try await connection.receive(within: .seconds(5))
    }
    connection.close()
  }

  private static let mail = "Message-ID:\r\n <1@wiki.example>\r\nSubject: \u{1B}[2J\r\n\r\n..dot\n.bare"

  @Test func messagesAreShownAndSaved() async throws {
    let folder = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("mine".utf8).write(to: folder.appending(path: "0002.eml"))
    let run = Run()
    let status = try await run.with(["--count", "2", "--duration", "60", "--save", folder.path]) { port in
      try await Self.deliver([Self.mail, "Subject: two\r\n\r\n"], to: port)
    }
    #expect(status == 0)
    for words in [
      "Message 1, ", "from 127.0.0.1", "MAIL FROM   <wiki@example.org>", "HELO wiki.example", "<1@wiki.example>",
      "LF without CR in the message: 1", "Message 2, ", "Message-ID  none", "0003.eml"
    ] { #expect(run.output.contains(words), "\(words)") }
    let saved = try Data(contentsOf: folder.appending(path: "0001.eml"))
    #expect(String(decoding: saved, as: UTF8.self) == Self.mail.replacing("..dot", with: ".dot") + "\r\n")
    #expect(try String(contentsOf: folder.appending(path: "0002.eml"), encoding: .utf8) == "mine")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "0003.eml").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func programsGetALineForEachMessage() async throws {
    let run = Run()
    let status = try await run.with(["--count", "2", "--duration", "60", "--format", "json", "--no-tls"]) { port in
      try await Self.deliver([Self.mail, Self.mail], to: port)
    }
    #expect(status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    let line = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
    let object = line?["caught"] as? [String: Any]
    #expect(object?["number"] as? Int == 2)
    #expect(object?["messageID"] as? String == "<1@wiki.example>")
    #expect(object?["tls"] is NSNull && object?["auth"] is NSNull)
    #expect((object?["mailFrom"] as? [String: Any])?["address"] as? String == "wiki@example.org")
  }

  @Test func messagesAreAudited() async throws {
    let zone = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString).zone")
    defer { try? FileManager.default.removeItem(at: zone) }
    try Data("$ORIGIN example.org.\n@ 3600 SOA ns1 h 1 2 3 4 5\n".utf8).write(to: zone)
    let run = Run()
    let arguments = ["--count", "1", "--duration", "60", "--format", "json", "--zone", zone.path]
    let status = try await run.with(arguments, audits: true) { port in
      try await Self.deliver(["From: wiki@example.org\r\nSubject: one\r\n\r\n"], to: port)
    }
    #expect(status == 1, "there is no Message-ID")
    let line = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let report = line?["report"] as? [String: Any]
    let outcomes = report?["outcomes"] as? [[String: Any]] ?? []
    #expect(outcomes.contains { $0["check"] as? String == "MSGID-PRESENT" && $0["verdict"] as? String == "fail" })
  }

  @Test func fewerMessagesThanAskedAreUndecided() async throws {
    let run = Run()
    let status = try await run.with(["--count", "2", "--duration", "4", "--quiet"]) { port in
      try await Self.deliver([Self.mail], to: port)
    }
    #expect(status == 2)
    #expect(run.output == "1 <wiki@example.org> <r@example.net> <1@wiki.example>\n")
    #expect(run.error.contains("1 of 2 messages came"))
  }

  @Test func whoBringsNothingIsTold() async throws {
    let run = Run()
    let status = try await run.with(["--duration", "4", "--verbose"]) { port in try await Self.deliver([], to: port) }
    #expect(status == 0)
    #expect(run.error.contains("127.0.0.1: a session without a message: the client said QUIT"))
    #expect(run.error.contains("C: HELO wiki.example"))
  }

  @Test(
    arguments: [
      ("2525", "127.0.0.1:2525"), ("127.0.0.2:0", "127.0.0.2:0"), ("localhost:25", "127.0.0.1:25"),
      ("[::1]:25", "[::1]:25"), ("::1:25", nil), ("", nil), ("127.0.0.1", nil), ("127.0.0.1:x", nil),
      ("127.0.0.1:70000", nil), ("mail.example:25", nil), ("127.0.0.1:", nil), ("[]:25", nil)
    ] as [(String, String?)])
  func placesAreRead(text: String, place: String?) {
    #expect(CatchingServer.Place.read(text)?.description == place)
  }

  @Test(
    arguments: [
      ("127.0.0.1", true), ("127.255.0.3", true), ("::1", true), ("::ffff:127.0.0.1", true), ("0.0.0.0", false),
      ("::", false), ("192.0.2.1", false), ("2001:db8::1", false)
    ])
  func loopbackIsKnown(text: String, isLoopback: Bool) {
    #expect(IPAddress(text)?.isLoopback == isLoopback)
  }
}
