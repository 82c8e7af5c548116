import AuditTesting
import Checks
import DNS
import OpenSSLKit
import SMTPSubmission
import TLSTransport
import Testing

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
      with: MailServerNetwork(trustStore: store), at: 1_800_000_000, until: .now + .seconds(30))
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

  @Test func clearTextBehindTheConsentIsReported() async throws {
    let server = StagedMailServer { $0.behindConsent = "250 forged\r\n" }
    let seen = try await observe(server, try TLSServerIdentity([Self.good]))
    #expect(seen.session.stop?.reason == .connection(.octetsBeforeTLS(12)))
  }
}
