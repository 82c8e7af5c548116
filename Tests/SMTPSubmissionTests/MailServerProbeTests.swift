import AuditTesting
import Checks
import DNS
import OpenSSLKit
import TLSTransport
import Testing

@testable import SMTPSubmission

/// The probe over real connections, with a scripted server and real TLS.
@Suite struct MailServerProbeTests {
  static let good = (ExampleCertificates.good + "\n" + ExampleCertificates.issuer, ExampleKeys.good)
  static let goodRSA = (ExampleCertificates.goodRSA + "\n" + ExampleCertificates.issuer, ExampleKeys.goodRSA)

  private func observe(_ server: StagedMailServer, _ identity: TLSServerIdentity?) async throws -> MailServerObservation
  {
    let listener = try await ScriptedMailServer(server, identity: identity)
    let probe = MailServerProbe(
      host: "mail.example.org", address: .v4(0x7F00_0001), port: listener.port, clientName: "client.example")
    let store = try TrustStore(ExampleCertificates.chain([ExampleCertificates.root]))
    let observation = await probe.run(
      with: MailServerNetwork(trustStore: store), at: 1_800_000_000, until: .now + .seconds(300))
    await listener.stop()
    return observation
  }

  @Test func aServerWithTwoCertificates() async throws {
    let seen = try await observe(StagedMailServer(), try TLSServerIdentity([Self.good, Self.goodRSA]))
    #expect(seen.session.stop == nil)
    #expect(seen.session.tls?.version == .tls13)
    #expect(seen.versions.values.allSatisfy { $0.facts != nil })
    #expect(seen.certificates.count == 2)
    #expect(seen.verdicts?.values.allSatisfy { $0.faults.isEmpty } == true)
    #expect(seen.weaknesses[.staticRSA]?.facts?.keyExchange == .staticRSA)
    #expect(seen.weaknesses[.null]?.facts == nil)
    #expect(seen.session.extensionsInTLS != nil)
  }

  @Test func aServerOfTodayRefusesWhatIsOld() async throws {
    let identity = try TLSServerIdentity(
      [Self.good], versions: .tls12 ... .tls13, ciphers: TLSCiphers.current)
    let seen = try await observe(StagedMailServer(), identity)
    for version in [TLSVersion.tls10, .tls11] {
      guard case .refused? = seen.versions[version] else {
        Issue.record("\(version): \(String(describing: seen.versions[version]))")
        continue
      }
    }
    guard case .refused? = seen.keys[.rsa] else {
      Issue.record("RSA: \(String(describing: seen.keys[.rsa]))")
      return
    }
    for weakness in TLSWeakness.allCases {
      guard case .refused? = seen.weaknesses[weakness] else {
        Issue.record("\(weakness): \(String(describing: seen.weaknesses[weakness]))")
        return
      }
    }
  }

  @Test func aServerThatBreaksOffInTheHandshake() async throws {
    let seen = try await observe(StagedMailServer(), nil)
    #expect(seen.session.stop?.step == .handshake)
    #expect(seen.certificates.isEmpty)
    #expect(seen.versions.isEmpty)
  }

  /// A conversation with a server that sends its lines octet by octet, one every 20 ms: 40 seconds for its reply to
  /// EHLO.
  private func drip(_ configure: (inout SMTPEndpoint) -> Void) async throws -> SMTPSession {
    let long = String(repeating: "x", count: 2_000)
    let server = StagedMailServer {
      $0.dripping = .milliseconds(20)
      $0.greeting = ["220 hi"]
      $0.ehlo = ["250-" + long, "250 STARTTLS"]
    }
    let listener = try await ScriptedMailServer(server, identity: nil)
    var endpoint = SMTPEndpoint(
      address: .v4(0x7F00_0001), port: listener.port, tls: .lenient(serverName: "mail.example.org"))
    endpoint.timeouts.connect = .seconds(60)
    configure(&endpoint)
    let session = await MailServerNetwork().converse(SMTPClient.Plan(clientName: "client.example"), at: endpoint)
    await listener.stop()
    return session
  }

  @Test func aServerThatDripsGainsNoTime() async throws {
    let seen = try await drip { $0.timeouts.reply = .seconds(2) }
    #expect(seen.stop == SMTPStop(.ehlo, .connection(.timedOut)))
    #expect(seen.greeting?.code == 220)
  }

  @Test func theDeadlineEndsAConversationInTheMiddle() async throws {
    let seen = try await drip { $0.deadline = .now + .seconds(2) }
    #expect(seen.stop?.reason == .noTimeLeft && seen.extensions == nil)
    let late = try await drip { $0.deadline = .now }
    #expect(late.stop == SMTPStop(.connect, .noTimeLeft))
  }

  @Test func theFirstConversationEndsInTimeToo() async throws {
    let listener = try await ScriptedMailServer(StagedMailServer { $0.greeting = [] }, identity: nil)
    let probe = MailServerProbe(
      host: "mail.example.org", address: .v4(0x7F00_0001), port: listener.port, clientName: "client.example")
    let seen = await probe.run(
      with: MailServerNetwork(trustStore: nil), at: 0, until: .now + .milliseconds(200))
    #expect(seen.session.stop?.reason == .noTimeLeft)
    await listener.stop()
  }

  /// What ends the handshake of a conversation, and whether the server has refused.
  @Test(
    arguments: [
      (.tls(OpenSSLError(operation: "handshake", reasons: ["error:0A000410:SSL routines::alert"])), true),
      (.tls(OpenSSLError(operation: "handshake", reasons: ["error:0A000102:SSL routines::version"])), true),
      (.tls(OpenSSLError(operation: "handshake", reasons: ["error:0A0000BF:SSL routines::nothing to offer"])), false),
      (.tls(OpenSSLError(operation: "versions", reasons: [])), false), (.tls(.unreadableCertificate), false),
      (.closed, false), (.broken("reset by the server"), false), (.timedOut, false), (.octetsBeforeTLS(3), false)
    ] as [(ConnectionFailure, Bool)])
  func onlyTheServersNoIsARefusal(failure: ConnectionFailure, isRefused: Bool) {
    var session = SMTPSession()
    session.stop = SMTPStop(.handshake, .connection(failure))
    switch TLSAttempt(session) {
    case .refused: #expect(isRefused)
    case .unknown(let cause): #expect(!isRefused && cause.contains("handshake"))
    case .accepted: Issue.record("accepted")
    }
  }

  @Test func clearTextBehindTheConsentIsReported() async throws {
    let server = StagedMailServer { $0.behindConsent = "250 forged\r\n" }
    let seen = try await observe(server, try TLSServerIdentity([Self.good]))
    #expect(seen.session.stop?.reason == .connection(.octetsBeforeTLS(12)))
  }
}
