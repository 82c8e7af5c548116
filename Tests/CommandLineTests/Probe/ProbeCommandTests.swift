import Checks
import Foundation
import Testing

@testable import CommandLine

/// `mailaudit probe` where a transcript cannot say it: empty arguments, and a login.
@Suite struct ProbeCommandTests {
  private static let zone = """
    $ORIGIN example.org.
    $TTL 300
    @ SOA ns h 1 1 1 1 1
    mail A 192.0.2.25
    app A 192.0.2.80

    """

  private func run(_ arguments: [String]) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["probe", "mail.example.org", "--helo", "app.example.org"] + arguments, zone: Self.zone) {
      $0.mailServers = { _ in ProbeServers.access }
      $0.clock = { ExampleCertificates.time }
      $0.hostName = { nil }
    }
  }

  private static let mail = ["--from", "wiki@example.org", "--to", "admin@example.net"]

  @Test(arguments: [
    (["--from", ""], "--from: is empty (the null sender is written --from '<>')"),
    (["--from", "wiki@example.org", "--to", ""], "--to: is empty"), (["--helo", ""], "--helo: is empty"),
    (["--user", ""], "--user: is empty"), (["--transcript", ""], "--transcript: is empty"),
    (["--from", "a@example.org", "--to", "b@example.net", "--user", "wiki", "--foreign-from", ""], "is empty"),
    (["--from", "a@example.org", "--user", "wiki", "--foreign-from", "b@example.org"], "needs --from and --to too"),
    (["--from", "a b@example.org"], "holds blanks"), (["--from", "<a@example.org>"], "angle brackets"),
    (["--from", "a@example.org\r\nRCPT TO:<x@example.net>"], "control characters")
  ])
  func isRefused(arguments: [String], says: String) async throws {
    let run = try await run(arguments)
    #expect(run.status == 64)
    #expect(run.error.contains(says), "\(run.error)")
    #expect(run.output.isEmpty)
  }

  @Test func aForeignSenderIsTriedBehindALogin() async throws {
    let secret = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).secret")
    try Data("Zwiebelkuchen-4711\n".utf8).write(to: secret)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret.path)
    defer { try? FileManager.default.removeItem(at: secret) }
    let login = ["--user", "wiki", "--password-file", secret.path, "--verbose"]
    let bound = try await run(Self.mail + login + ["--foreign-from", "chief@example.org"])
    #expect(bound.output.contains("C: MAIL FROM:<chief@example.org>"), "\(bound.output) \(bound.error)")
    #expect(!bound.output.contains("lets wiki send as"))
    let free = try await run(Self.mail + login + ["--foreign-from", "other@example.com"])
    let words = free.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("lets wiki send as <other@example.com>, an address of another domain"))
    let unasked = try await run(Self.mail + login)
    #expect(!unasked.output.contains("chief@"))
    #expect(!(bound.output + free.output).contains("Zwiebelkuchen"))
  }
}
