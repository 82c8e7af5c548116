import AuditTesting
import Checks
import OpenSSLKit
import Testing

/// What both ends of a session have in common, and no other session.
@Suite struct ChannelBindingTests {
  private typealias Kinds = [TLSChannelBinding.Kind]

  @Test(arguments: [TLSVersion.tls10, .tls12, .tls13])
  func bothEndsHaveTheSame(version: TLSVersion) throws {
    let identity = try TLSServerIdentity([TLSSessionTests.both[0]], versions: version...version)
    let (client, server) = try TLSSessionTests.pair(.lenient(serverName: nil), identity)
    let expected: Kinds = version == .tls13 ? [.exporter, .serverEndPoint] : [.exporter, .unique, .serverEndPoint]
    #expect(client.channelBindings.map(\.kind) == expected)
    #expect(client.channelBindings == server.channelBindings)
    #expect(client.channelBindings.first?.data.count == 32)
    let (other, _) = try TLSSessionTests.pair(.lenient(serverName: nil), identity)
    // RFC 5929 §4: the certificate is the same in every session, the rest is not.
    for (one, two) in zip(client.channelBindings, other.channelBindings) {
      #expect((one.data == two.data) == (one.kind == .serverEndPoint))
    }
  }

  @Test func theEndPointIsTheHashOfTheCertificate() throws {
    for (chain, key) in TLSSessionTests.both {
      let (client, _) = try TLSSessionTests.pair(.lenient(serverName: nil), try TLSServerIdentity([(chain, key)]))
      let certificate = try #require(client.facts?.chain.first)
      #expect(certificate.signatureAlgorithm.lowercased().contains("sha256"))
      let digest = try certificate.fingerprint(.sha256)
      #expect(client.channelBindings.last?.data == Secret(digest.span))
    }
  }

  /// RFC 5929 §4.1: SHA-256 in place of SHA-1.
  @Test func anOutdatedHashIsReplaced() throws {
    let chain = [ExampleCertificates.oldDigest, ExampleCertificates.issuer].joined(separator: "\n")
    let identity = try TLSServerIdentity([(chain, ExampleKeys.oldDigest)])
    let (client, _) = try TLSSessionTests.pair(.lenient(serverName: nil), identity)
    let digest = try #require(try client.facts?.chain.first?.fingerprint(.sha256))
    #expect(client.channelBindings.last?.data == Secret(digest.span))
  }

  @Test func beforeTheHandshakeThereIsNone() throws {
    #expect(try TLSSession(client: .current(serverName: nil)).channelBindings.isEmpty)
  }

  @Test func aSecretGoesThroughASession() throws {
    let identity = try TLSServerIdentity([TLSSessionTests.both[0]])
    let (client, server) = try TLSSessionTests.pair(.current(serverName: nil), identity)
    try client.write(Secret("AUTH PLAIN x\r\n"))
    try client.write(Secret(""))
    server.feed(client.drain())
    var octets: [UInt8] = []
    #expect(try server.read(into: &octets) == .waiting)
    #expect(String(decoding: octets, as: UTF8.self) == "AUTH PLAIN x\r\n")
  }
}
