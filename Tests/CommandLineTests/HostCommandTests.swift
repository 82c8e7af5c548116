import AuditTesting
import Checks
import DNS
import HostFiles
import SMTPSubmission
import TLSTransport
import Testing

@testable import CommandLine

/// `mailaudit host` on a machine that runs: its name, its loopback address, and a host elsewhere.
@Suite struct HostCommandTests {
  private static let files: StagedFiles = [
    "/usr/sbin/sendmail": .program(0o755), "/usr/sbin/postfix": .program(0o755), "/usr/sbin/postdrop": .program(0o2755),
    "/etc/postfix/main.cf": "myhostname = mail.example.org", "/etc/hosts": "127.0.0.1 localhost",
    "/etc/nsswitch.conf": "hosts: files dns", "/etc/resolv.conf": "nameserver 192.0.2.53"
  ]
  private static let zone = """
    $ORIGIN example.org.
    $TTL 60
    @ SOA ns hostmaster 1 1 1 1 1
    mail A 192.0.2.25
    mx A 192.0.2.26
    25.2.0.192.in-addr.arpa. PTR mail
    """

  private func run(_ arguments: [String], _ servers: [IPAddress: StagedMailServer]) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["host"] + arguments, zone: Self.zone) { console in
      console.tree = { _ in Self.files }
      console.nodeName = { "mail" }
      console.mailServers = { _ in StagedMailAccess(servers: servers) }
    }
  }

  @Test func aGoodMachine() async throws {
    let run = try await run(
      ["--port25", "mx.example.org"], [.v4(0x7F00_0001): StagedMailServer(), .v4(0xC000_021A): StagedMailServer()])
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("port 25 here"))
    for id in ["HOST-PORT25", "HOST-DNS", "HOST-PTR", "HOST-HELO", "APP-PORT25-EGRESS"] {
      #expect(run.output.contains(id))
    }
    #expect(!run.output.contains("WARN") && !run.output.contains("FAIL"), "\(run.output)")
  }

  @Test func nobodyAnswers() async throws {
    let run = try await run(
      ["--port25", "mx.example.org"], [.v4(0xC000_021A): StagedMailServer { $0.refusal = .timedOut }])
    #expect(run.output.contains("WARN  HOST-PORT25"), "\(run.output)")
    #expect(run.output.contains("WARN  APP-PORT25-EGRESS"), "\(run.output)")
  }

  @Test func offlineAsksNothing() async throws {
    let run = try await run(["--offline"], [:])
    #expect(run.output.contains("UNKNOWN  HOST-DNS"), "\(run.output)")
    #expect(!run.output.contains("192.0.2.25"))
  }
}
