import AuditTesting
import Checks
import DNS
import LDNSKit
import OpenSSLKit
import SMTPSubmission
import Survey
import Synchronization
import Testing

@testable import Audit

/// How often a message goes out when somebody says "later" and `--wait` was given.
@Suite struct SecondAttemptTests {
  /// Counts the conversations, and the messages in them.
  final class CountingAccess: MailServerAccess {
    private let access: StagedMailAccess
    private let counts = Mutex((conversations: 0, messages: 0))
    var conversations: Int { counts.withLock { $0.conversations } }
    var messages: Int { counts.withLock { $0.messages } }
    var trustStore: TrustStore? { access.trustStore }
    var offersHybrid: Bool { access.offersHybrid }

    init(_ server: StagedMailServer) { access = StagedMailAccess(ports: [.v4(0xC000_0219): [587: server]]) }

    func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession {
      let session = await access.converse(plan, at: endpoint)
      counts.withLock {
        $0.conversations += 1
        $0.messages += session.transcript.count { $0.text.hasSuffix("octets of the message)") }
      }
      return session
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let conversations: Int
    let messages: Int
    let configure: @Sendable (inout StagedMailServer) -> Void
  }

  static let rows: [Row] = [
    Row(testDescription: "taken", conversations: 1, messages: 1) { _ in },
    Row(testDescription: "greylisted", conversations: 2, messages: 0) { $0.replies["RCPT"] = ["450 4.2.0 later"] },
    Row(testDescription: "one of two recipients is put off", conversations: 1, messages: 1) {
      $0.envelope["<later@"] = "450 4.2.0 later"
    },
    Row(testDescription: "the null sender is put off behind the message", conversations: 1, messages: 1) {
      $0.envelope["<>"] = "451 4.7.1 later"
    },
    Row(testDescription: "RSET is put off behind the message", conversations: 1, messages: 1) {
      $0.replies["RSET"] = ["451 4.3.0 later"]
    },
    Row(testDescription: "nothing is said to the message", conversations: 1, messages: 1) { $0.replies["."] = [] },
    Row(testDescription: "the service closes", conversations: 1, messages: 0) {
      $0.replies["DATA"] = ["421 4.3.2 going down"]
    },
    // RFC 5321 §4.2.1: 4xx to the message means that the server does not have it.
    Row(testDescription: "the message is put off", conversations: 2, messages: 2) {
      $0.replies["."] = ["451 4.3.0 later"]
    }
  ]

  @Test(arguments: rows)
  func nothingIsSentTwice(row: Row) async {
    let access = CountingAccess(.submission(row.configure))
    var options = SubmissionOptions(
      SubmissionTarget(.address(.v4(0xC000_0219)), port: 587, security: .offered), clientName: "app")
    options.time = ExampleCertificates.time
    options.envelope = SMTPEnvelope(
      sender: "wiki@example.org", recipients: ["admin@example.net", "later@example.net"])
    options.envelope?.message = Array("Subject: x\r\n\r\nx\r\n".utf8)
    (options.triesNullSender, options.patience) = (true, .milliseconds(1))
    let instruments = Instruments(resolver: ZoneResolver([], uncovered: .nameError))
    _ = await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
    #expect(access.conversations == row.conversations)
    #expect(access.messages == row.messages)
  }
}
