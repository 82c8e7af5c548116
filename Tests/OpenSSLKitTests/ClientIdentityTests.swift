import AuditTesting
import Checks
import OpenSSLKit
import Testing

/// Servers that ask for a certificate of the client.
@Suite struct ClientIdentityTests {
  private static let chain = [ExampleCertificates.good, ExampleCertificates.issuer].joined(separator: "\n")

  private static func server(asks: Bool, _ versions: ClosedRange<TLSVersion>) throws -> TLSServerIdentity {
    try TLSServerIdentity([(chain, ExampleKeys.good)], versions: versions, asksForCertificate: asks)
  }

  @Test(arguments: [(true, TLSVersion.tls12), (true, .tls13), (false, .tls12), (false, .tls13)])
  func askingIsSeen(asks: Bool, version: TLSVersion) throws {
    let server = try Self.server(asks: asks, version...version)
    var configuration = TLSClientConfiguration.lenient(serverName: nil)
    #expect(try TLSSessionTests.handshake(configuration, server).facts?.asksForCertificate == asks)
    configuration.identity = try TLSClientIdentity(chain: Self.chain, key: ExampleKeys.good)
    #expect(try TLSSessionTests.handshake(configuration, server).facts?.asksForCertificate == asks)
  }

  @Test(arguments: [
    ("", ExampleKeys.good), (ExampleCertificates.good, ""), (ExampleCertificates.good, ExampleKeys.goodRSA),
    ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", ExampleKeys.good)
  ])
  func whatDoesNotFitIsRefused(chain: String, key: String) {
    #expect(throws: OpenSSLError.self) { try TLSClientIdentity(chain: chain, key: key) }
  }
}
