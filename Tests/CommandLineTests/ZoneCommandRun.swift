import Foundation
import Synchronization

@testable import CommandLine

/// What a command did over a zone: its status and what it wrote. No terminal, no environment.
struct ZoneCommandRun {
  let status: Int32
  let output: String
  let error: String

  /// Runs mailaudit in this process over the zone text, given with `--zone` behind the other arguments.
  init(
    _ arguments: [String], zone: String, configure: (inout Console) -> Void = { _ in }
  ) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zone")
    try zone.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let (output, error) = (Collected(), Collected())
    var console = Console.process
    console.output = { output.add($0) }
    console.error = { error.add($0) }
    console.environment = { _ in nil }
    console.isTerminal = false
    configure(&console)
    status = await Console.$current.withValue(console) { await MailAudit.run(arguments + ["--zone", file.path]) }
    (self.output, self.error) = (output.text, error.text)
  }
}

/// Octets that were written.
private final class Collected: Sendable {
  private let octets = Mutex<[UInt8]>([])
  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }
  func add(_ more: [UInt8]) { octets.withLock { $0 += more } }
}
