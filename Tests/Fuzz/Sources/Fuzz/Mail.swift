import Checks
import MailAuthentication
import OpenSSLKit
import SASL
import SMTPSubmission
import Syntax
import TLSTransport

extension FuzzTarget {
  /// What mail servers send: replies, TLS records, certificates, and the TLSA records that name them.
  static let mail = [
    FuzzTarget(name: "smtp-reply") { input in
      var parser = SMTPReplyParser()
      parser.feed(input)
      var count = 0
      do throws(SMTPReplyFault) {
        while let reply = try parser.next() {
          count += reply.lines.count
          promise((200...599).contains(reply.code) && !reply.lines.isEmpty, "a reply has a code and a line")
          _ = (SMTPExtension.list(in: reply), reply.enhancedCode, reply.description)
        }
      } catch {
        promise(!error.description.isEmpty, "a fault has words")
      }
      promise(count <= input.count / 4 + 1 && parser.surplus <= input.count, "a reply comes from octets")
    },
    FuzzTarget(name: "smtp-dialogue") { input in
      let packets = input.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
      for trial in [nil, .commandBehindSTARTTLS, .looseEndings] as [SMTPClient.Trial?] {
        var plan = SMTPClient.Plan(clientName: "client.example")
        if trial != nil {
          var envelope = SMTPEnvelope(sender: "", recipients: ["a@example.org"])
          envelope.message = Array("a".utf8)
          (plan.trial, plan.envelope, plan.moreEnvelopes) = (trial, envelope, [envelope])
        }
        play(packets, to: SMTPClient(plan))
      }
      for mechanism in [SASLMechanism.plain, .login, .cramMD5] {
        var plan = SMTPClient.Plan(clientName: "client.example")
        let credentials = SASLCredentials(user: "tim", password: Secret("hunter2hunter2"))
        plan.login = SASLLogin(
          credentials, wanted: mechanism, allowsInsecure: true, host: "mail.example.org", port: 587)
        var envelope = SMTPEnvelope(sender: "a@example.org", recipients: ["b@example.net"])
        envelope.message = Array("a".utf8)
        (plan.envelope, plan.moreEnvelopes) = (envelope, [SMTPEnvelope(sender: "", recipients: ["b@example.net"])])
        play(packets, to: SMTPClient(plan))
      }
    },
    FuzzTarget(name: "tls-session") { input in
      guard let session = try? TLSSession(client: .lenient(serverName: "mail.example.org")) else { return }
      _ = try? session.handshake()
      _ = session.drain()
      for start in stride(from: 0, to: input.count, by: 97) {
        session.feed(Array(input[start..<min(start + 97, input.count)]))
        var plain: [UInt8] = []
        guard let progress = try? session.handshake() else { break }
        if progress == .done { _ = try? session.read(into: &plain) }
        _ = session.drain()
      }
      promise(session.facts == nil, "nobody guesses a handshake")
    },
    FuzzTarget(name: "certificate", seeds: { certificates }) { input in
      guard let certificate = Certificate(der: input) else { return }
      promise(certificate.der.count <= input.count + 64, "a certificate is as long as its octets")
      _ = (certificate.commonName, certificate.issuerName, certificate.lastDay, certificate.lifetime)
      _ = certificate.names("mail.example.org")
      let chain = [certificate] + ExampleCertificates.chain([ExampleCertificates.issuer])
      let store = try? TrustStore(ExampleCertificates.chain([ExampleCertificates.root]))
      _ = store?.verdict(on: chain, at: ExampleCertificates.time, for: "mail.example.org")
    },
    FuzzTarget(name: "tlsa-record") { input in
      let parsed = TLSARecord.parse(input)
      checkFaults(of: parsed)
      guard let record = parsed.value else { return promise(input.count < 4, "four octets are a record") }
      let chain = ExampleCertificates.chain([ExampleCertificates.good, ExampleCertificates.issuer])
      let matching = DANEMatching(referenceNames: ["mail.example.org"], time: ExampleCertificates.time)
      let outcome = matching.outcome(of: record, chain)
      if record.uselessness != nil { promise(outcome != .match, "what is unusable matches nothing") }
      _ = record.description
    }
  ]

  private static var certificates: [[UInt8]] {
    ExampleCertificates.chain(Array(ExampleCertificates.all.values)).map(\.der)
  }
}

/// Plays a server; every piece of the input is one packet.
private func play(_ packets: [[UInt8]], to beginning: SMTPClient) {
  var client = beginning
  for packet in packets {
    while case .send(let octets) = client.next() { promise(octets.last == 10, "a command is a line") }
    switch client.next() {
    case .receive: client.receive(packet)
    case .startTLS: if packet.isEmpty { client.fail(.closed) } else { client.started(TLSFacts()) }
    case .send, .sendSecret, .finish: break
    }
  }
  client.fail(.closed)
  promise(client.next() == .finish, "nothing follows the end of the connection")
  let transcript = client.session.transcript.map(\.text).joined(separator: "\n")
  promise(!transcript.contains("hunter2hunter2"), "no transcript shows a secret")
  promise(client.session.transcript.count <= 401, "a transcript is bounded")
  promise(client.session.surplus.count <= 8, "surplus replies are bounded")
  let isInTLS = client.session.extensionsInTLS != nil
  promise(!isInTLS || client.session.tls != nil, "nothing is inside TLS without TLS")
}
