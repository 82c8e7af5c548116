import DNS
import Foundation
import SMTPSubmission
import Synchronization
import Testing

@testable import CommandLine

/// A project in a folder of its own, and the nights over it: each with its zone and its day.
struct NightWatch {
  /// 21 November 2026, 9:00 UTC.
  static let start = 1_795_251_600

  static let good = """
    $TTL 300
    $ORIGIN example.org.
    @ 300 IN SOA ns1 h 1 2 3 4 5
    @ 300 IN TXT "v=spf1 ip4:192.0.2.1 -all"
    @ 300 IN MX 10 mx.example.org.
    mx 300 IN A 192.0.2.1
    _dmarc 300 IN TXT "v=DMARC1; p=reject"

    """
  /// Everybody may send.
  static let open = good.replacing("-all", with: "+all")
  /// One name is not answered.
  static let silent = good.replacing("_dmarc 300 IN TXT \"v=DMARC1; p=reject\"\n", with: "_dmarc ANY TIMEOUT\n")

  let folder: URL

  /// What a night did.
  struct Night {
    let status: Int32
    let output: String
    let error: String
  }

  /// Works in a folder that is gone afterwards.
  static func use(_ project: String, _ work: (NightWatch) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try project.write(to: folder.appending(path: "mailaudit.yaml"), atomically: true, encoding: .utf8)
    try await work(NightWatch(folder: folder))
  }

  var project: String { folder.appending(path: "mailaudit.yaml").path }

  /// Runs the command over a zone on a day.
  func run(_ zone: String, day: Int, _ arguments: [String] = [], command: String = "cron") async throws -> Night {
    let (output, error) = (WrittenOctets(), WrittenOctets())
    var console = Console.process
    console.output = { output.add($0) }
    console.error = { error.add($0) }
    console.environment = { _ in nil }
    console.isTerminal = false
    console.clock = { Self.start + day * 86_400 }
    console.changed = { _ in Self.start + day * 86_400 }
    console.hostName = { "night.example.org" }
    console.program = { "/usr/bin/mailaudit" }
    console.folder = { "/etc/mail audit" }
    let file = folder.appending(path: "world.zone")
    try zone.write(to: file, atomically: true, encoding: .utf8)
    let settled = console
    let status = await Console.$current.withValue(settled) {
      await MailAudit.run([command, "--project", project, "--zone", file.path] + arguments)
    }
    return Night(status: status, output: output.text, error: error.text)
  }
}

/// Octets that were written.
private final class WrittenOctets: Sendable {
  private let octets = Mutex<[UInt8]>([])
  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }
  func add(_ more: [UInt8]) { octets.withLock { $0 += more } }
}
