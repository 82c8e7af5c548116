import ApplicationSettings
import AuditModel
import AuditTesting
import Checks
import DNS
import LDNSKit
import MailMessage
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
    #expect(Self.outcome("APP-HELO", report)?.verdict == .warn)
    #expect(Self.outcome("APP-HELO", report)?.causedBy == [])
  }

  /// Gmail refuses, since DMARC fails, since the envelope is that of the web server, since no setting names it.
  @Test func theSettingIsTheRootOfARefusedMessage() async throws {
    let zone = """
      example.org. 60 TXT "v=spf1 ip4:192.0.2.25 -all"
      _dmarc.example.org. 60 TXT "v=DMARC1; p=reject"
      """
    let file = ZoneText.parse(Array(zone.utf8)).zone
    let instruments = Instruments(resolver: ZoneResolver([file], uncovered: .nameError))
    let time = ExampleCertificates.time
    var auditor = CombinedAuditor(DomainAuditor(instruments: instruments, goal: .application, time: time))
    auditor.settings = SubmissionSettings.read(
      [SettingsFile(name: "local.php", octets: Array("<?php $conf['mailfrom'] = 'wiki@example.org';".utf8))],
      of: .dokuwiki)
    let message = Array(
      "Return-Path: <www-data@web01.example.net>\r\nFrom: wiki@example.org\r\nSubject: hi\r\n\r\nhi\r\n".utf8)
    var options = MessageOptions()
    options.clientAddress = .v4(0xC633_6419)
    let messages = MessageAuditor(instruments: instruments, options: options, time: time)
    auditor.message = CombinedAuditor.MessageSample(MessageOctets(message), named: "mail.eml", by: messages)
    let report = try await auditor.audit("example.org")
    #expect(Self.outcome("DMARC-MSG-PASS", report)?.causedBy.first == "APP-ENVELOPE")
    let gmail = try #require(report.receivers.first { $0.receiver.name == "Gmail" })
    let reason = try #require(gmail.reasons.first { $0.check == "DMARC-MSG-PASS" })
    #expect(reason.chain.map(\.check) == ["APP-ENVELOPE"])
    #expect(reason.chain.last?.evidence?.excerpt.contains("mailreturnpath") == true)
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
