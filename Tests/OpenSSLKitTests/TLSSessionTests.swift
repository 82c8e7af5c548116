import AuditTesting
import Checks
import OpenSSLKit
import Testing

/// A client and a server of ours, memory to memory.
@Suite struct TLSSessionTests {
  /// 2027-01-15.
  static let time = 1_800_000_000
  static let host = "mail.example.org"

  /// What a server shows, and what a client that trusts the example root finds wrong with it.
  struct Peer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let chain: [String]
    let key: String
    let faults: [CertificateFault.Reason]

    init(_ name: String, _ chain: [String], _ key: String, _ faults: [CertificateFault.Reason]) {
      testDescription = name
      self.chain = chain
      self.key = key
      self.faults = faults
    }
  }

  static let issuer = ExampleCertificates.issuer
  static let peers: [Peer] = [
    Peer("good", [ExampleCertificates.good, issuer], ExampleKeys.good, []),
    Peer("good, RSA", [ExampleCertificates.goodRSA, issuer], ExampleKeys.goodRSA, []),
    Peer("expired", [ExampleCertificates.expired, issuer], ExampleKeys.expired, [.expired]),
    Peer("not yet valid", [ExampleCertificates.notYetValid, issuer], ExampleKeys.notYetValid, [.notYetValid]),
    Peer("another name", [ExampleCertificates.otherName, issuer], ExampleKeys.otherName, [.nameMismatch]),
    Peer("self-signed", [ExampleCertificates.selfSigned], ExampleKeys.selfSigned, [.selfSigned]),
    Peer("no intermediate", [ExampleCertificates.good], ExampleKeys.good, [.incompleteChain]),
    Peer(
      "unknown root", [ExampleCertificates.unknown, ExampleCertificates.stranger], ExampleKeys.unknown,
      [.unknownIssuer]),
    Peer("short key", [ExampleCertificates.weakKey, issuer], ExampleKeys.weakKey, [.weakKey]),
    Peer("SHA-1", [ExampleCertificates.oldDigest, issuer], ExampleKeys.oldDigest, [.weakSignature])
  ]

  @Test(arguments: peers)
  func everyFaultOfAChainIsSeen(peer: Peer) throws {
    let identity = try TLSServerIdentity([(peer.chain.joined(separator: "\n"), peer.key)])
    let facts = try #require(try Self.handshake(.lenient(serverName: Self.host), identity).facts)
    #expect(facts.version == .tls13)
    #expect(facts.chain.count == peer.chain.count)
    let store = try TrustStore(ExampleCertificates.chain([ExampleCertificates.root]))
    let verdict = store.verdict(on: facts.chain, at: Self.time, for: Self.host)
    #expect(verdict.faults.map(\.reason) == peer.faults)
    if peer.faults.isEmpty { #expect(verdict.path.map(\.commonName) == [Self.host, "Example Issuer", "Example Root"]) }
  }

  @Test func severalFaultsAreAllKept() throws {
    let chain = ExampleCertificates.chain([ExampleCertificates.expired])
    let verdict = try TrustStore([]).verdict(on: chain, at: Self.time, for: "other.example.org")
    #expect(Set(verdict.faults.map(\.reason)) == [.expired, .incompleteChain, .nameMismatch])
  }

  @Test(arguments: TLSVersion.allCases)
  func oldVersionsAreSpokenAndReported(version: TLSVersion) throws {
    let identity = try TLSServerIdentity([Self.both[0]], versions: version...version)
    let facts = try #require(try Self.handshake(.lenient(serverName: nil), identity).facts)
    #expect(facts.version == version)
    #expect(facts.extendedMasterSecret == (version == .tls13 ? nil : true))
    #expect(facts.secureRenegotiation == (version == .tls13 ? nil : true))
    #expect(facts.keyExchange == .ephemeral)
    var narrow = TLSClientConfiguration.lenient(serverName: nil)
    (narrow.minimumVersion, narrow.maximumVersion) = version == .tls12 ? (.tls13, .tls13) : (.tls12, .tls12)
    #expect(throws: OpenSSLError.self) { try Self.handshake(narrow, identity) }
  }

  static let both = [
    (ExampleCertificates.good + "\n" + issuer, ExampleKeys.good),
    (ExampleCertificates.goodRSA + "\n" + issuer, ExampleKeys.goodRSA)
  ]

  @Test(arguments: [TLSVersion.tls12, .tls13], TLSClientConfiguration.ServerKey.allCases)
  func bothCertificatesOfAServerAreSeen(version: TLSVersion, key: TLSClientConfiguration.ServerKey) throws {
    let identity = try TLSServerIdentity(Self.both, versions: .tls12...version)
    var configuration = TLSClientConfiguration.lenient(serverName: Self.host)
    configuration.serverKey = key
    let facts = try #require(try Self.handshake(configuration, identity).facts)
    #expect(facts.version == version)
    #expect(facts.chain.first?.isRSA == (key == .rsa))
    let single = try TLSServerIdentity([Self.both[key == .rsa ? 0 : 1]])
    #expect(throws: OpenSSLError.self) { try Self.handshake(configuration, single) }
  }

  @Test func weakSuitesAreSpokenAndReported() throws {
    let identity = try TLSServerIdentity(Self.both, versions: .tls10 ... .tls12)
    var configuration = TLSClientConfiguration.lenient(serverName: nil)
    configuration.maximumVersion = .tls12
    configuration.ciphers = TLSCiphers.staticRSA
    let facts = try #require(try Self.handshake(configuration, identity).facts)
    #expect(facts.keyExchange == .staticRSA)
    #expect(facts.exchangeBits == 0)
    #expect(facts.cipher.hasPrefix("TLS_RSA_WITH_"))
  }

  @Test func octetsGoBothWays() throws {
    let identity = try TLSServerIdentity([Self.both[0]])
    let (client, server) = try Self.pair(.current(serverName: Self.host), identity)
    try client.write(Array("EHLO client\r\n".utf8))
    server.feed(client.drain())
    var octets: [UInt8] = []
    #expect(try server.read(into: &octets) == .waiting)
    #expect(String(decoding: octets, as: UTF8.self) == "EHLO client\r\n")
    server.close()
    client.feed(server.drain())
    var rest: [UInt8] = []
    #expect(try client.read(into: &rest) == .closed)
  }

  @Test(arguments: ["220 no TLS here\r\n", "\u{16}\u{3}\u{1}", "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{28}"])
  func garbageFailsWithWords(text: String) throws {
    let client = try TLSSession(client: .lenient(serverName: nil))
    _ = try client.handshake()
    client.feed(Array(text.utf8))
    do {
      let progress = try client.handshake()
      #expect(progress == .waiting)
      #expect(text.utf8.count < 5)
    } catch {
      #expect(!error.plainReason.isEmpty)
    }
    #expect(client.facts == nil)
  }

  /// A client whose handshake with a server is done.
  static func handshake(
    _ configuration: TLSClientConfiguration, _ identity: TLSServerIdentity
  ) throws -> TLSSession {
    try pair(configuration, identity).client
  }

  static func pair(
    _ configuration: TLSClientConfiguration, _ identity: TLSServerIdentity
  ) throws -> (client: TLSSession, server: TLSSession) {
    let (client, server) = (try TLSSession(client: configuration), try TLSSession(server: identity))
    for _ in 0..<10 {
      let progress = try client.handshake()
      server.feed(client.drain())
      do { _ = try server.handshake() } catch {
        client.feed(server.drain())
        _ = try client.handshake()
        throw error
      }
      client.feed(server.drain())
      if progress == .done { return (client, server) }
    }
    throw HandshakeWithoutEnd()
  }
}

/// Ten rounds were not enough.
struct HandshakeWithoutEnd: Error {}
