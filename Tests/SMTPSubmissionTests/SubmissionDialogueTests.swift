import OpenSSLKit
import SMTPSubmission
import Testing

/// The state machine with a login and a mail transaction: `S` lines come from the server, `C` lines are expected, `D` too
/// but without line end, `*` starts TLS.
@Suite struct SubmissionDialogueTests {
  /// A login that answers every challenge with the same secret, and believes or doubts the server.
  struct StubLogin: SMTPLogin {
    var doubt: String?
    var needsTLS = true

    mutating func begin(_ offer: LoginOffer) -> LoginMove {
      guard offer.mechanisms.contains("PLAIN") else { return .withhold("PLAIN is not offered") }
      if needsTLS, !offer.isEncrypted { return .withhold("no TLS") }
      return .say(wire: Secret("AUTH PLAIN AHNlY3JldA==\r\n"), shown: "AUTH PLAIN [redacted]")
    }

    mutating func answer(_ challenge: String) -> LoginMove {
      challenge == "bad"
        ? .withhold("the challenge makes no sense") : .say(wire: Secret("c2VjcmV0\r\n"), shown: "[redacted]")
    }

    func objection() -> String? { doubt }

    func shown(_ line: String) -> String { line.replacing("c2VjcmV0", with: "[redacted]") }
  }

  struct Dialogue: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: String
    var security = SMTPClient.Plan.Security.offered
    var login: StubLogin? = StubLogin()
    var envelope: SMTPEnvelope?
    var moreEnvelopes: [SMTPEnvelope] = []
    let check: @Sendable (SMTPSession) -> Bool
  }

  static let opening =
    "S 220 hi\nC EHLO client.example\nS 250-x\nS 250-AUTH PLAIN\nS 250 STARTTLS\nC STARTTLS\nS 220 go\n*\n"
  static let inTLS = opening + "C EHLO client.example\nS 250-x\nS 250 AUTH PLAIN\n"
  static let loggedIn = inTLS + "C AUTH PLAIN AHNlY3JldA==\nS 235 2.7.0 welcome\n"

  static func envelope(_ recipients: [String], message: String? = nil) -> SMTPEnvelope {
    var envelope = SMTPEnvelope(sender: "a@example.org", recipients: recipients)
    envelope.message = message.map { Array($0.utf8) }
    return envelope
  }

  static let dialogues: [Dialogue] = [
    Dialogue(
      testDescription: "implicit TLS",
      lines:
        "*\nS 220 hi\nC EHLO client.example\nS 250-x\nS 250 AUTH PLAIN\nC AUTH PLAIN AHNlY3JldA==\nS 235 ok\nC QUIT\nS 221 bye",
      security: .implicit
    ) {
      $0.login == .accepted(SMTPReply(code: 235, lines: ["ok"])) && $0.extensions == nil && $0.extensionsInTLS != nil
    },
    Dialogue(
      testDescription: "a refused login ends the conversation",
      lines: inTLS + "C AUTH PLAIN AHNlY3JldA==\nS 535 5.7.8 no\nC QUIT\nS 221 bye",
      envelope: envelope(["b@example.net"])
    ) { $0.stop?.step == .auth && $0.exchanges.isEmpty },
    Dialogue(
      testDescription: "no login in clear",
      lines: "S 220 hi\nC EHLO client.example\nS 250-x\nS 250 AUTH PLAIN\nC QUIT\nS 221 bye"
    ) { $0.login == .withheld("no TLS") && $0.stop?.reason == .withheld("no TLS") },
    Dialogue(
      testDescription: "a challenge that makes no sense is answered with an asterisk",
      lines: inTLS + "C AUTH PLAIN AHNlY3JldA==\nS 334 bad\nC *\nS 501 cancelled\nC QUIT\nS 221 bye"
    ) { $0.stop?.reason == .loginBroken("the challenge makes no sense") },
    Dialogue(
      testDescription: "a server that is not what it says",
      lines: inTLS + "C AUTH PLAIN AHNlY3JldA==\nS 334 c29tZQ==\nC c2VjcmV0\nS 235 ok\nC QUIT\nS 221 bye",
      login: StubLogin(doubt: "it did not prove that it knows the password")
    ) { $0.login == .broken("it did not prove that it knows the password") },
    Dialogue(
      testDescription: "sender and recipients, and nothing is sent",
      lines: loggedIn
        + "C MAIL FROM:<a@example.org>\nS 250 ok\nC RCPT TO:<b@example.net>\nS 250 ok\nC RCPT TO:<c@example.net>\nS 550 5.1.1 who\n"
        + "C RSET\nS 250 ok\nC QUIT\nS 221 bye", envelope: envelope(["b@example.net", "c@example.net"])
    ) { $0.exchanges.map(\.reply.code) == [250, 250, 550] && $0.stop == nil },
    Dialogue(
      testDescription: "sender refused, null sender tried",
      lines: loggedIn
        + "C MAIL FROM:<a@example.org>\nS 553 5.7.1 not yours\nC RSET\nS 250 ok\nC MAIL FROM:<>\nS 250 ok\n"
        + "C RCPT TO:<b@example.net>\nS 250 ok\nC RSET\nS 250 ok\nC QUIT\nS 221 bye",
      envelope: envelope(["b@example.net"]),
      moreEnvelopes: [SMTPEnvelope(sender: "", recipients: ["b@example.net"])]
    ) { $0.exchanges.map(\.step) == [.mailFrom, .nullSender, .recipient] },
    Dialogue(
      testDescription: "a message with a dot",
      lines: loggedIn
        + "C MAIL FROM:<a@example.org>\nS 250 ok\nC RCPT TO:<b@example.net>\nS 250 ok\nC DATA\nS 354 go\n"
        + "D a\\r\\n..b\\r\\n.\\r\\n\nS 250 2.0.0 queued\nC RSET\nS 250 ok\nC QUIT\nS 221 bye",
      envelope: envelope(["b@example.net"], message: "a\r\n.b\r\n")
    ) { $0.exchanges.last?.step == .message && $0.exchanges.last?.reply.code == 250 },
    Dialogue(
      testDescription: "no recipient, no message",
      lines: loggedIn
        + "C MAIL FROM:<a@example.org>\nS 250 ok\nC RCPT TO:<b@example.net>\nS 450 later\nC RSET\nS 250 ok\nC QUIT\nS 221 bye",
      envelope: envelope(["b@example.net"], message: "a\r\n")
    ) { $0.exchanges.map(\.reply.code) == [250, 450] },
    Dialogue(
      testDescription: "an address beyond ASCII, and SMTPUTF8",
      lines: opening + "C EHLO client.example\nS 250-x\nS 250 SMTPUTF8\n"
        + "C MAIL FROM:<jörg@example.org> SMTPUTF8\nS 250 ok\nC RSET\nS 250 ok\nC QUIT\nS 221 bye",
      login: nil, envelope: SMTPEnvelope(sender: "jörg@example.org")
    ) { $0.stop == nil },
    Dialogue(
      testDescription: "an address beyond ASCII, and no SMTPUTF8: nothing is said of the mail",
      lines: opening + "C EHLO client.example\nS 250 x\nC QUIT\nS 221 bye",
      login: nil, envelope: envelope(["jörg@example.net"]),
      moreEnvelopes: [SMTPEnvelope(sender: "", recipients: ["jörg@example.net"])]
    ) { $0.stop == SMTPStop(.mailFrom, .needsUTF8("jörg@example.net")) && $0.exchanges.isEmpty },
    Dialogue(
      testDescription: "only one more envelope has an address beyond ASCII",
      lines: opening + "C EHLO client.example\nS 250 x\nC MAIL FROM:<a@example.org>\nS 250 ok\nC RSET\nS 250 ok\n"
        + "C MAIL FROM:<>\nS 250 ok\nC RSET\nS 250 ok\nC QUIT\nS 221 bye",
      login: nil, envelope: envelope([]),
      moreEnvelopes: [SMTPEnvelope(sender: "jörg@example.org"), SMTPEnvelope(sender: "")]
    ) { $0.stop == nil && $0.exchanges.map(\.step) == [.mailFrom, .nullSender] },
    Dialogue(
      testDescription: "TLS is not wanted",
      lines: "S 220 hi\nC EHLO client.example\nS 250-x\nS 250 STARTTLS\nC QUIT\nS 221 bye", security: .none, login: nil
    ) { $0.tls == nil && $0.offersSTARTTLS == true }
  ]

  @Test(arguments: dialogues)
  func followsTheTable(dialogue: Dialogue) {
    var plan = SMTPClient.Plan(clientName: "client.example")
    (plan.security, plan.login, plan.envelope) = (dialogue.security, dialogue.login, dialogue.envelope)
    plan.moreEnvelopes = dialogue.moreEnvelopes
    var client = SMTPClient(plan)
    for line in dialogue.lines.split(separator: "\n") {
      let octets = Array(line.dropFirst(2).replacing("\\r\\n", with: "\r\n").utf8)
      switch line.first {
      case "S":
        guard case .receive = client.next() else {
          Issue.record("nobody waits for \(line)")
          return
        }
        client.receive(octets + Array("\r\n".utf8))
      case "C":
        let sent = octets + Array("\r\n".utf8)
        switch client.next() {
        case .send(let octets): #expect(octets == sent, "\(line)")
        case .sendSecret(let secret): #expect(secret == Secret(String(decoding: sent, as: UTF8.self)), "\(line)")
        default: Issue.record("nothing is sent where \(line) is expected")
        }
      case "D": #expect(client.next() == .send(octets), "\(line)")
      case "*":
        #expect(client.next() == .startTLS)
        client.started(TLSFacts())
      default: Issue.record("no such line: \(line)")
      }
    }
    #expect(client.next() == .finish)
    #expect(dialogue.check(client.session))
    #expect(!client.session.transcript.contains { $0.text.contains("c2VjcmV0") || $0.text.contains("AHNlY3Jld") })
  }
}
