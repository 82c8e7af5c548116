import AuditTesting
import Checks
import DNS
import OpenSSLKit
import TLSTransport
import Testing

@testable import SMTPSubmission

/// Trials over real connections, with a scripted server and real TLS.
@Suite(.serialized) struct MailServerTrialTests {
  private func trial(
    _ server: StagedMailServer, recipient: String? = nil, recipients: Bool = true, intrusive: Bool = false
  ) async throws -> MailServerTrial {
    let identity = try TLSServerIdentity([MailServerProbeTests.good])
    let listener = try await ScriptedMailServer(server, identity: identity)
    let network = MailServerNetwork(trustStore: nil)
    let deadline = ContinuousClock.now + .seconds(300)
    let address = IPAddress.v4(0x7F00_0001)
    let session = await network.converse(
      SMTPClient.Plan(clientName: "client.example"),
      at: SMTPEndpoint(address: address, port: listener.port, tls: .lenient(serverName: "mail.example.org")))
    let seen = MailServerObservation(
      host: "mail.example.org", address: address, port: listener.port, session: session)
    var trials = MailServerTrials()
    (trials.asksRecipients, trials.isIntrusive, trials.testRecipient) = (recipients, intrusive, recipient)
    let trial = await MailServerTrial.run(
      seen, for: "example.org", label: "nobody", clientName: "client.example", trials, with: network, until: deadline)
    await listener.stop()
    return trial
  }

  @Test func recipientsAreAskedOneByOne() async throws {
    let server = StagedMailServer { $0.envelope = ["<nobody@": "550 5.1.1 who", "<abuse@": "451 4.7.1 later"] }
    let trial = try await trial(server)
    let session = try #require(trial.recipients)
    #expect(session.stop == nil && session.tls != nil)
    #expect(session.exchanges.map(\.reply.code) == [250, 250, 250, 451, 250, 550])
    #expect(trial.exchange(.nobody, in: session)?.reply.enhancedCode == "5.1.1")
    #expect(trial.exchange(.postmaster, in: session)?.address == "postmaster@example.org")
    let said = session.transcript.filter { $0.speaker == .client }.map(\.text)
    #expect(!said.contains { $0.hasPrefix("DATA") } && said.filter { $0 == "RSET" }.count == 3)
    #expect(trial.relaying == nil && trial.injection == nil && trial.endings == nil)
  }

  @Test func aSenderThatIsRefusedIsNotOfferedAgain() async throws {
    let trial = try await trial(StagedMailServer { $0.envelope = ["<>": "553 5.1.7 no"] })
    #expect(trial.recipients?.exchanges.map(\.step) == [.nullSender])
  }

  @Test func relayingStopsBeforeDATA() async throws {
    let trial = try await trial(StagedMailServer(), recipients: false, intrusive: true)
    let addresses = trial.relaying?.exchanges.filter { $0.step == .recipient }.map(\.address)
    #expect(
      addresses == [
        "mailaudit-relay-test@example.com", "mailaudit-relay-test%example.com@example.org",
        "\"mailaudit-relay-test@example.com\"@example.org"
      ])
    #expect(trial.relaying?.transcript.contains { $0.text == "DATA" } == false)
    #expect(trial.recipients == nil && trial.endings == nil)
  }

  @Test(arguments: [false, true])
  func commandsInFrontOfTLS(isKept: Bool) async throws {
    let trial = try await trial(StagedMailServer { $0.keepsCommands = isKept }, recipients: false, intrusive: true)
    let session = try #require(trial.injection)
    #expect(session.tls != nil)
    #expect(session.surplus.isEmpty == !isKept, "\(session.transcript)")
  }

  @Test(arguments: [[], ["\n.\n"], ["\n.\r\n"], ["\r.\r"]])
  func endsOfMessages(endings: [String]) async throws {
    let server = StagedMailServer { $0.looseEndings = Set(endings) }
    let trial = try await trial(server, recipient: "test@example.org", recipients: false, intrusive: true)
    let session = try #require(trial.endings)
    #expect(session.exchanges.last?.step == .message)
    #expect(session.surplus.contains { $0.code == 250 } == !endings.isEmpty, "\(session.transcript)")
  }

  @Test func theTestMessageHoldsEveryWrongEndingAndSaysWhatItIs() {
    let octets = TrialMessage.octets(to: "test@example.org")
    let text = String(decoding: octets, as: UTF8.self)
    for ending in TrialMessage.endings { #expect(octets.contains(Array((ending + "NOOP\r\n").utf8))) }
    #expect(!octets.contains(Array("\r\n.".utf8)))
    #expect(text.contains("mailaudit sent this message"))
  }

  /// A server that answers QUIT without an end is left.
  @Test func surplusRepliesAreBounded() {
    var plan = SMTPClient.Plan(clientName: "client.example")
    plan.trial = .commandBehindSTARTTLS
    var client = SMTPClient(plan)
    client.receive(Array("554 no\r\n".utf8))
    #expect(client.next() == .send(Array("QUIT\r\n".utf8)))
    client.receive(Array(String(repeating: "250 ok\r\n", count: 100).utf8))
    #expect(client.next() == .finish)
    #expect(client.session.surplus.count == SMTPLimits.surplusReplies)
  }

  /// Postfix answers the message and the NOOP in one piece, and hangs up at the next dot.
  @Test func repliesBeforeTheEndOfTheConnectionCount() {
    var plan = SMTPClient.Plan(clientName: "client.example")
    var envelope = SMTPEnvelope(sender: "", recipients: ["test@example.org"])
    envelope.message = TrialMessage.octets(to: "test@example.org")
    (plan.trial, plan.envelope, plan.security) = (.looseEndings, envelope, .none)
    var client = SMTPClient(plan)
    for reply in ["220 hi", "250 x", "250 ok", "250 ok", "354 go", "250 queued\r\n250 2.0.0 Ok\r\n221 2.7.0 Goodbye"] {
      client.receive(Array((reply + "\r\n").utf8))
      guard case .send = client.next() else {
        Issue.record("nothing to say to \(reply)")
        return
      }
    }
    client.fail(.closed)
    #expect(client.next() == .finish)
    #expect(client.session.surplus.map(\.code) == [250])
    #expect(client.session.stop == nil)
  }

  @Test func bothCommandsLeaveInOneSegment() {
    var plan = SMTPClient.Plan(clientName: "client.example")
    plan.trial = .commandBehindSTARTTLS
    var client = SMTPClient(plan)
    client.receive(Array("220 hi\r\n".utf8))
    _ = client.next()
    client.receive(Array("250-x\r\n250 STARTTLS\r\n".utf8))
    #expect(client.next() == .send(Array("STARTTLS\r\nNOOP\r\n".utf8)))
    client.receive(Array("220 go\r\n250 ok\r\n".utf8))
    #expect(client.session.stop?.reason == .connection(.octetsBeforeTLS(8)))
  }
}
