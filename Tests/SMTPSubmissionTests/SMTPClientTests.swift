import OpenSSLKit
import SMTPSubmission
import TLSTransport
import Testing

/// The state machine, fed by tables: `S` lines come from the server, `C` lines are expected, `*` starts TLS.
@Suite struct SMTPClientTests {
  struct Dialogue: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: String
    let stop: SMTPStop?
    let check: @Sendable (SMTPSession) -> Bool

    init(_ name: String, _ lines: String, stop: SMTPStop? = nil, _ check: @escaping @Sendable (SMTPSession) -> Bool) {
      testDescription = name
      self.lines = lines
      self.stop = stop
      self.check = check
    }
  }

  static let dialogues: [Dialogue] = [
    Dialogue(
      "everything works",
      """
      S 220-mail.example.org
      S 220 ESMTP
      C EHLO client.example
      S 250-mail.example.org
      S 250-SIZE 1000
      S 250 starttls
      C STARTTLS
      S 220 go
      *
      C EHLO client.example
      S 250-mail.example.org
      S 250 REQUIRETLS
      C QUIT
      S 221 bye
      """
    ) {
      $0.greeting?.lines.count == 2 && $0.offersSTARTTLS == true && $0.tls != nil
        && $0.extensions?.first == SMTPExtension(keyword: "SIZE", parameters: ["1000"])
        && $0.extensionsInTLS?.offers("REQUIRETLS") == true
    },
    Dialogue(
      "no STARTTLS", "S 220 hi\nC EHLO client.example\nS 250 mail.example.org\nC QUIT\nS 221 bye"
    ) { $0.offersSTARTTLS == false && $0.tls == nil },
    Dialogue(
      "HELO only",
      "S 220 hi\nC EHLO client.example\nS 502 what\nC HELO client.example\nS 250 hi\nC QUIT\nS 221 bye"
    ) { $0.usedHELO && $0.offersSTARTTLS == false },
    Dialogue(
      "not even HELO",
      "S 220 hi\nC EHLO client.example\nS 500 what\nC HELO client.example\nS 550 5.7.1 no\nC QUIT\nS 221 bye",
      stop: SMTPStop(.helo, .reply(SMTPReply(code: 550, lines: ["5.7.1 no"])))
    ) { $0.offersSTARTTLS == nil },
    Dialogue(
      "no service", "S 554 no SMTP service here\nC QUIT\nS 221 bye",
      stop: SMTPStop(.greeting, .reply(SMTPReply(code: 554, lines: ["no SMTP service here"])))
    ) { $0.extensions == nil && $0.offersSTARTTLS == nil },
    Dialogue(
      "busy", "S 421 4.3.2 busy\nC QUIT\n!",
      stop: SMTPStop(.greeting, .reply(SMTPReply(code: 421, lines: ["4.3.2 busy"])))
    ) { $0.greeting?.enhancedCode == "4.3.2" },
    Dialogue(
      "STARTTLS refused",
      "S 220 hi\nC EHLO client.example\nS 250-x\nS 250 STARTTLS\nC STARTTLS\nS 454 4.7.0 no TLS now\nC QUIT\nS 221 bye",
      stop: SMTPStop(.startTLS, .reply(SMTPReply(code: 454, lines: ["4.7.0 no TLS now"])))
    ) { $0.offersSTARTTLS == true && $0.tls == nil },
    Dialogue(
      "clear text behind the consent",
      "S 220 hi\nC EHLO client.example\nS 250-x\nS 250 STARTTLS\nC STARTTLS\nS 220 go\\r\\n250 forged",
      stop: SMTPStop(.handshake, .connection(.octetsBeforeTLS(12)))
    ) { $0.tls == nil && $0.transcript.last?.text.contains("forged") == true },
    Dialogue(
      "closed in the handshake",
      "S 220 hi\nC EHLO client.example\nS 250-x\nS 250 STARTTLS\nC STARTTLS\nS 220 go\n!",
      stop: SMTPStop(.handshake, .connection(.closed))
    ) { $0.startTLSReply?.code == 220 },
    Dialogue(
      "no SMTP", "S SSH-2.0-OpenSSH_9.2", stop: SMTPStop(.greeting, .malformed(.noCode("SSH-2.0-OpenSSH_9.2")))
    ) { $0.greeting == nil },
    Dialogue("silence", "!", stop: SMTPStop(.greeting, .connection(.closed))) { $0.greeting == nil }
  ]

  @Test(arguments: dialogues)
  func followsTheTable(dialogue: Dialogue) {
    var client = SMTPClient(.init(clientName: "client.example"))
    var expected: [String] = []
    for line in dialogue.lines.split(separator: "\n") {
      switch line.first {
      case "S":
        let text = line.dropFirst(2).replacing("\\r\\n", with: "\r\n")
        guard case .receive = client.next() else {
          Issue.record("nobody waits for \(line)")
          return
        }
        client.receive(Array((text + "\r\n").utf8))
      case "C":
        expected.append(String(line.dropFirst(2)))
        #expect(client.next() == .send(Array((line.dropFirst(2) + "\r\n").utf8)))
      case "*":
        #expect(client.next() == .startTLS)
        client.started(TLSFacts())
      default: client.fail(.closed)
      }
    }
    #expect(client.next() == .finish)
    #expect(client.session.stop == dialogue.stop)
    #expect(client.session.transcript.filter { $0.speaker == .client }.map(\.text) == expected)
    #expect(dialogue.check(client.session))
  }

  @Test func aFloodIsBounded() {
    var client = SMTPClient(.init(clientName: "client.example"))
    let line = Array((String(repeating: "220-x", count: 100) + "\r\n").utf8)
    for _ in 0..<10_000 { client.receive(line) }
    #expect(client.next() == .finish)
    #expect(client.session.transcript.count <= 401)
    #expect(client.session.stop?.reason == .malformed(.tooManyLines))
  }
}
