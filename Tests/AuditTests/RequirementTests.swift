import Audit
import AuditModel
import AuditTesting
import DNS
import MailMessage
import Requirements
import Survey
import Testing

/// Receivers and profiles in the reports of both engines.
@Suite struct RequirementTests {
  private static func message(
    _ options: MessageOptions = .init(), _ change: (inout MessageAuditor) -> Void = { _ in }
  ) async throws -> AuditReport {
    let text = "From: a@example.org\r\nDate: Wed, 25 Nov 2026 12:00:00 +0000\r\n\r\nHello\r\n"
    var auditor = MessageAuditor(instruments: Instruments(resolver: World("")), options: options, time: 0)
    change(&auditor)
    return try await auditor.audit(MessageOctets(Array(text.utf8)), named: "message")
  }

  @Test func aMessageIsAnsweredForAtTheLargeReceivers() async throws {
    let report = try await Self.message()
    #expect(report.receivers.map(\.receiver.id) == ["gmail", "yahoo", "microsoft"])
    #expect(report.receivers.allSatisfy { $0.word != .noKnownObstacle }, "nothing is known of the host that sends")
    #expect(report.receivers.flatMap(\.reasons).allSatisfy { !$0.statement.isEmpty && !$0.remedy.isEmpty })
  }

  @Test(arguments: MessageOptions.Kind.allCases)
  func whatTheOwnerTellsMakesTheClass(kind: MessageOptions.Kind) async throws {
    var options = MessageOptions()
    (options.isBulk, options.kind) = (true, kind)
    let report = try await Self.message(options) { $0.receivers = [ReceiverDirectory.all[3]] }
    let mailClass = try #require(report.receivers.first?.mailClass)
    #expect(report.receivers.count == 1 && mailClass.isBulk)
    #expect(mailClass.isListMail == (kind != .transactional))
  }

  @Test func profilesAreAnsweredWhenAskedFor() async throws {
    #expect(try await Self.message().profiles.isEmpty)
    let report = try await Self.message { $0.profiles = [.gmailBulk] }
    #expect(report.profiles.map(\.profile) == [.gmailBulk])
  }

  @Test func aDomainHasNoReceivers() async {
    var auditor = DomainAuditor(resolver: World("example.org. 3600 MX 0 .\n"), time: 0)
    auditor.profiles = [.gmailBulk, .bod1801]
    let report = await auditor.audit("example.org")
    #expect(report.receivers.isEmpty)
    #expect(report.profiles.map(\.answer) == [.fail, .fail])
    let open = report.profiles[0].undecided.first { $0.check == "MSGID-PRESENT" }
    #expect(open?.statement.isEmpty == false)
  }
}
