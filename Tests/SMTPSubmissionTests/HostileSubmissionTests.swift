import OpenSSLKit
import SASL
import SMTPSubmission
import TLSTransport
import Testing

/// Servers that misbehave at every step of a submission: the conversation ends, and nothing shows the secret.
@Suite struct HostileSubmissionTests {
  static let password = "correct-horse-battery"
  static let encoded = "Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5"

  /// A reply for any step, with the secret in it wherever a server could put it.
  static let replies: [String] = [
    "", "\n", "\0\0\0\n", "\u{FF}\u{FE}\r\n", "no reply of \(password)\r\n", "no reply of \(encoded)\r\n",
    "220 \(password)\r\n", "235 \(password)\r\n", "250 \(encoded)\r\n", "250-\(password)\r\n250 AUTH LOGIN PLAIN\r\n",
    "334 \(password)\r\n", "334 \(encoded)\r\n", "334-\(password)\r\n334 \(password)\r\n", "334 \r\n",
    "354 \(password)\r\n",
    "421 \(password)\r\n", "451 \(encoded)\r\n", "535 5.7.8 \(password)\r\n", "250-a\r\n251 \(password)\r\n",
    "535 " + String(repeating: "x", count: 490) + password + "\r\n",
    String(repeating: "y", count: 500) + password + "\r\n",
    String(repeating: "z", count: 8_000), String(repeating: "250-more\r\n", count: 300),
    "250 one\r\n250 two\r\n250 three\r\n"
  ]

  static let good = [
    "220 hi\r\n", "250-x\r\n250 STARTTLS\r\n", "220 go\r\n", "250-x\r\n250 AUTH LOGIN\r\n", "334 VXNlcm5hbWU6\r\n",
    "334 UGFzc3dvcmQ6\r\n", "235 ok\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n", "250 queued\r\n", "250 ok\r\n",
    "250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "221 bye\r\n"
  ]

  static func client(logsIn: Bool = true) -> SMTPClient {
    var plan = SMTPClient.Plan(clientName: "client.example")
    plan.login = SASLLogin(
      SASLCredentials(user: "wiki", password: Secret(password)), allowsInsecure: true, host: "mail.example.org",
      port: 587)
    plan.logsIn = logsIn
    var envelope = SMTPEnvelope(sender: "a@example.org", recipients: ["b@example.net"])
    envelope.message = Array("a\r\n".utf8)
    (plan.envelope, plan.moreEnvelopes) = (envelope, [SMTPEnvelope(sender: "", recipients: ["b@example.net"])])
    return SMTPClient(plan)
  }

  /// Everything that a session could show.
  static func shows(_ session: SMTPSession) -> Bool {
    let text = "\(session)" + session.transcript.map { "\($0)" }.joined() + (session.stop.map { "\($0)" } ?? "")
    return text.contains(password.prefix(12)) || text.contains(encoded.prefix(12))
  }

  /// Answers well until a step, then always with the same; the server closes when it has no more to say.
  static func run(_ client: SMTPClient, hostileFrom step: Int, _ reply: String) -> (session: SMTPSession, isOver: Bool)
  {
    var (client, replies, turns) = (client, good.prefix(step)[...], 0)
    while turns < 2_000 {
      turns += 1
      switch client.next() {
      case .finish: return (client.session, true)
      case .startTLS: client.started(TLSFacts())
      case .send, .sendSecret: break
      case .receive:
        let octets = replies.popFirst() ?? reply
        if octets.isEmpty { client.fail(.closed) } else { client.receive(Array(octets.utf8)) }
      }
    }
    return (client.session, false)
  }

  @Test(arguments: replies.indices, [true, false])
  func endsAndKeepsTheSecret(reply: Int, logsIn: Bool) {
    for step in 0...Self.good.count {
      let result = Self.run(Self.client(logsIn: logsIn), hostileFrom: step, Self.replies[reply])
      // A line that never ends is a matter of time, which the driver watches.
      #expect(result.isOver, "step \(step)")
      #expect(!Self.shows(result.session), "step \(step): \(result.session)")
    }
  }

  @Test func challengesWithoutEndAreBrokenOff() {
    var plan = SMTPClient.Plan(clientName: "client.example")
    (plan.security, plan.login) = (.none, SubmissionDialogueTests.StubLogin(needsTLS: false))
    var (client, sent) = (SMTPClient(plan), 0)
    let opening = ["220 hi\r\n", "250-x\r\n250 AUTH PLAIN\r\n"]
    var replies = opening[...]
    for _ in 0..<1_000 {
      switch client.next() {
      case .receive: client.receive(Array((replies.popFirst() ?? "334 again\r\n").utf8))
      case .sendSecret: sent += 1
      default: break
      }
    }
    #expect(client.next() == .finish)
    #expect(sent == 9)
    #expect(client.session.login == .broken("the server goes on asking without end"))
  }

  @Test func anAnswerToAnotherCommandIsNoLogin() {
    let session = Self.run(Self.client(), hostileFrom: 4, "250 ok\r\n").session
    #expect(session.login == .broken("the server answered 250 ok, which is no answer to AUTH (RFC 4954 §4)"))
  }

  @Test func aRepeatedResponseIsNotShown() {
    var login = SASLLogin(
      SASLCredentials(user: "wiki", password: Secret(Self.password)), wanted: .cramMD5, allowsInsecure: true,
      host: "mail.example.org", port: 587)
    _ = login.begin(LoginOffer(mechanisms: ["CRAM-MD5"], isEncrypted: true, isVerified: true))
    guard case .say(let wire, _) = login.answer("PDFAeD4=") else {
      Issue.record("no response")
      return
    }
    let response = wire.reveal { octets in String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self) }
    #expect(!login.shown("535 \(response)").contains(response.prefix(20)))
  }
}
