import ApplicationSettings
import AuditModel
import AuditTesting
import Checks
import DNS
import LDNSKit
import SMTPSubmission
import Survey
import Testing

@testable import Audit

/// A domain, the settings of an application and its submission server in one report.
@Suite struct CombinedAuditorTests {
  private static let text = """
    <?php
    $wgServer = 'https://wiki.example.org';
    $wgPasswordSender = 'wiki@example.org';
    $wgSMTP = ['host' => '192.0.2.25', 'port' => 587, 'auth' => false];
    """

  private static func report(_ server: StagedMailServer?) async throws -> AuditReport {
    let instruments = Instruments(resolver: ZoneResolver([], uncovered: .nameError))
    var auditor = CombinedAuditor(
      DomainAuditor(instruments: instruments, goal: .application, time: ExampleCertificates.time))
    auditor.settings = SubmissionSettings.read(
      [SettingsFile(name: "LocalSettings.php", octets: Array(text.utf8))], of: .mediawiki)
    var options = SubmissionOptions(
      SubmissionTarget(.address(.v4(0xC000_0219)), port: 587, security: .offered), clientName: "localhost")
    options.time = ExampleCertificates.time
    options.envelope = SMTPEnvelope(sender: "wiki@example.org", recipients: ["admin@example.net"])
    auditor.submission = options
    auditor.access = server.map { StagedMailAccess(ports: [.v4(0xC000_0219): [587: $0]]) }
    return try await auditor.audit("example.org")
  }

  private static func outcome(_ id: CheckID, _ report: AuditReport) -> CheckOutcome? {
    report.outcomes.first { $0.check == id }
  }

  @Test func theSettingIsTheRootOfARefusedGreeting() async throws {
    let server = StagedMailServer.submission { $0.replies["EHLO"] = ["501 5.5.2 <localhost>: Helo command rejected"] }
    let report = try await Self.report(server)
    #expect(Self.outcome("SUBMIT-EHLO", report)?.causedBy.first == "APP-HELO")
    #expect(Self.outcome("APP-HELO", report)?.verdict == .fail)
    #expect(Self.outcome("APP-HELO", report)?.causedBy == [])
  }

  @Test func eachCheckSpeaksOnce() async throws {
    let report = try await Self.report(StagedMailServer.submission { _ in })
    #expect(Set(report.outcomes.map(\.check)).count == report.outcomes.count)
    #expect(Self.outcome("SPF-PRESENT", report) != nil && Self.outcome("SUBMIT-SENDER", report) != nil)
  }

  @Test func withoutAProbeNothingIsSaidOfConversations() async throws {
    let report = try await Self.report(nil)
    #expect(Self.outcome("SUBMIT-CONNECT", report) == nil)
    #expect(Self.outcome("SUBMIT-PROVIDER", report) != nil)
    #expect(report.proceedings == nil)
  }
}
