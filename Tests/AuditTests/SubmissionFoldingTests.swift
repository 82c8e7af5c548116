import AuditModel
import AuditTesting
import Checks
import DNS
import LDNSKit
import SMTPSubmission
import Survey
import Testing

@testable import Audit

/// What a probe folds under what, and what it does not send.
@Suite struct SubmissionFoldingTests {
  static func report(
    _ server: StagedMailServer?, _ configure: (inout SubmissionOptions) -> Void = { _ in }
  ) async -> AuditReport {
    var options = SubmissionOptions(
      SubmissionTarget(.address(.v4(0xC000_0219)), port: 587, security: .offered), clientName: "app")
    options.time = ExampleCertificates.time
    options.envelope = SMTPEnvelope(sender: "wiki@example.org", recipients: ["admin@example.net"])
    options.triesNullSender = true
    configure(&options)
    let access = StagedMailAccess(ports: [.v4(0xC000_0219): server.map { [587: $0] } ?? [:]])
    let instruments = Instruments(resolver: ZoneResolver([], uncovered: .nameError))
    return await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
  }

  static func outcome(_ id: CheckID, _ report: AuditReport) -> CheckOutcome? {
    report.outcomes.first { $0.check == id }
  }

  @Test func withoutAConnectionEverythingFoldsUnderIt() async {
    let report = await Self.report(nil)
    for id in ["SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "SUBMIT-SENDER", "SUBMIT-RECIPIENT"] as [CheckID] {
      #expect(Self.outcome(id, report)?.causedBy == ["SUBMIT-CONNECT"], "\(id)")
    }
  }

  @Test func aRefusedSenderIsNotTheFaultOfAnOddName() async {
    let server = StagedMailServer.submission { $0.replies["MAIL"] = ["553 5.7.1 not owned by user"] }
    let report = await Self.report(server)
    #expect(Self.outcome("SUBMIT-EHLO", report)?.verdict == .warn)
    #expect(Self.outcome("SUBMIT-SENDER", report)?.verdict == .fail)
    #expect(Self.outcome("SUBMIT-SENDER", report)?.causedBy == [])
    #expect(Self.outcome("SUBMIT-RECIPIENT", report)?.causedBy == ["SUBMIT-SENDER"])
  }

  @Test func anOddNameExplainsNoForeignSender() async {
    let report = await Self.report(.submission()) {
      $0.login = StagedLogin()
      $0.target.host = .name("localhost")
      $0.foreignSender = "chief@example.org"
    }
    #expect(Self.outcome("SUBMIT-EHLO", report)?.causedBy == ["SUBMIT-CONNECT"])
    let bound = await Self.report(.submission { $0.replies["AUTH"] = ["535 5.7.8 no"] }) {
      ($0.login, $0.foreignSender) = (StagedLogin(), "chief@example.org")
    }
    #expect(Self.outcome("AUTH-SENDER-BINDING", bound)?.verdict == .unknown)
    #expect(Self.outcome("AUTH-SENDER-BINDING", bound)?.causedBy.isEmpty == false)
  }

  @Test func whatTheDomainLacksExplainsItsPartOfTheProvider() async {
    let report = await Self.report(nil) { $0.target.host = .name("smtp.sendgrid.net") }
    #expect(Self.outcome("SUBMIT-SPF", report)?.verdict == .warn)
    #expect(Self.outcome("SUBMIT-SPF", report)?.causedBy == ["SPF-PRESENT"])
  }

  @Test func localhostNeedsNoDNS() async {
    let report = await Self.report(nil) { $0.target.host = .name("localhost") }
    #expect(Self.outcome("SUBMIT-HOST", report)?.verdict == .pass)
    #expect(Self.outcome("SUBMIT-CONNECT", report)?.verdict == .fail)
  }
}
