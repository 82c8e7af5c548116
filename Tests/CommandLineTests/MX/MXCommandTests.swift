import AuditTesting
import Checks
import DNS
import Foundation
import MailAuthentication
import SMTPSubmission
import TLSTransport
import Testing

@testable import CommandLine

/// `mailaudit mx` and `mailaudit tlsa` over zone text and the servers of a stage.
@Suite struct MXCommandTests {
  static let zone = """
    $ORIGIN example.org.
    $TTL 3600
    @ MX 10 mail
    @ MX 20 gone
    mail A 192.0.2.25
    _mta-sts TXT "v=STSv1; id=1"
    25.2.0.192.in-addr.arpa. PTR mail.example.org.
    \(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))
    """

  private func run(
    _ arguments: [String], _ server: StagedMailServer = .init()
  ) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(arguments, zone: Self.zone + "\n") {
      $0.mailServers = { _ in StagedMailAccess(servers: [.v4(0xC000_0219): server]) }
      $0.clock = { ExampleCertificates.time }
    }
  }

  @Test func showsWhatServersSayAndShow() async throws {
    let run = try await run(["mx", "--probe-mx", "--verbose", "example.org"])
    #expect(run.status == 0, "\(run.error)")
    for words in [
      "goes to 2 mail servers", "mail.example.org", "3 1 1", "TLS 1.3, TLS_AES_256_GCM_SHA384", "trusted for this name",
      "192.0.2.25: mail.example.org", "a record, but no policy that could be read", "named by a TLSA record",
      "S: 220 mail.example.org ESMTP", "C: STARTTLS", "* TLS", "gone.example.org"
    ] {
      #expect(run.output.contains(words.hasPrefix("* TLS") ? "*: TLS 1.3" : words), "\(words) in \(run.output)")
    }
  }

  @Test func saysWhatIsWrongWithACertificate() async throws {
    let run = try await run(
      ["mx", "--probe-mx", "example.org"], .showing(ExampleCertificates.otherName, ExampleCertificates.issuer))
    #expect(run.output.contains("not trusted: for another name"))
    #expect(run.output.contains("no TLSA record names it"))
  }

  @Test func asksNobodyUnlessToldTo() async throws {
    let run = try await run(["mx", "example.org"])
    #expect(run.output.contains("Nobody connected to the servers"))
    #expect(!run.output.contains("TLS 1.3"))
  }

  @Test func writesJSON() async throws {
    let run = try await run(["mx", "--probe-mx", "--format", "json", "example.org"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let hosts = try #require(object?["hosts"] as? [[String: Any]])
    #expect(hosts.count == 2)
    #expect(hosts[0]["ptr"] as? [String] == ["192.0.2.25: mail.example.org"])
    #expect(hosts[1]["ptr"] as? [String] == [])
    let server = try #require((hosts[0]["servers"] as? [[String: Any]])?.first)
    #expect(server["version"] as? String == "TLS 1.3")
    let certificate = try #require((server["certificates"] as? [[String: Any]])?.first)
    #expect(certificate["faults"] as? [String] == [])
    #expect(certificate["namedByTLSA"] as? Bool == true)
  }

  @Test func printsTheRecordsToPublish() async throws {
    let run = try await run(["tlsa", "mail.example.org"])
    #expect(run.status == 0, "\(run.error)")
    let records = run.output.split(separator: "\n").filter { $0.contains("IN TLSA") }
    #expect(records.count == 2)
    #expect(records.first?.hasPrefix("_25._tcp.mail.example.org. IN TLSA 3 1 1 ") == true)
    #expect(records.last?.hasPrefix("; _25._tcp.mail.example.org. IN TLSA 2 1 1 ") == true)
    // The first is what the zone has.
    #expect(Self.zone.contains(records.first?.split(separator: " ").last ?? "?"))
  }

  @Test func readsACertificateFile() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
    try ExampleCertificates.goodRSA.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try await run(["tlsa", "--port", "587", "--certificate", file.path, "mail.example.org"])
    #expect(run.output.contains("_587._tcp.mail.example.org. IN TLSA 3 1 1 "))
    try "no certificate".write(to: file, atomically: true, encoding: .utf8)
    let broken = try await self.run(["tlsa", "--certificate", file.path, "mail.example.org"])
    #expect(broken.status == 74)
    #expect(broken.error.contains("holds no certificate in PEM form"))
  }

  @Test func aHostThatShowsNothingIsAnError() async throws {
    let run = try await run(["tlsa", "mail.example.org"], StagedMailServer { $0.refusal = .refused })
    #expect(run.status == 74)
    #expect(run.error.contains("connection refused"))
    let nowhere = try await self.run(["tlsa", "gone.example.org"])
    #expect(nowhere.error.contains("has no address"))
  }

  @Test func anAuditUsesTheProbe() async throws {
    let run = try await run(["audit", "--probe-mx", "--goal", "receive", "--verbose", "example.org"])
    #expect(run.output.contains("TLS-VERSION"))
    #expect(!run.output.contains("Nobody connected to the mail servers"))
    let without = try await self.run(["audit", "--goal", "receive", "--verbose", "example.org"])
    #expect(without.output.contains("--probe-mx"))
  }
}
