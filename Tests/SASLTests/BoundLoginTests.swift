import AuditTesting
import Checks
import OpenSSLKit
import SASL
import Testing

/// Logins bound to real TLS sessions, memory to memory.
@Suite struct BoundLoginTests {
  @Test(arguments: [TLSVersion.tls12, .tls13], TLSChannelBinding.Kind.allCases)
  func aLoginIsWorthNothingInAnotherSession(version: TLSVersion, kind: TLSChannelBinding.Kind) throws {
    let (one, other) = (try Self.session(version), try Self.session(version))
    let bindings = one.client.channelBindings.filter { $0.kind == kind }
    guard !bindings.isEmpty else {
      // RFC 9266 §1: TLS 1.3 has no tls-unique.
      #expect(version == .tls13 && kind == .unique)
      return
    }
    #expect(try Self.login(bindings, at: one.server.channelBindings) == nil)
    // The hash of the certificate tells servers apart, not sessions (RFC 5929 §4).
    let expected: SASLFailure? = kind == .serverEndPoint ? nil : .serverError(.channelBindingsDontMatch)
    #expect(try Self.login(bindings, at: other.server.channelBindings) == expected)
  }

  /// Somebody who ends TLS with a certificate of his own cannot pass the login on.
  @Test(arguments: [TLSVersion.tls12, .tls13])
  func anotherCertificateInBetweenIsNoticed(version: TLSVersion) throws {
    let between = try Self.session(version, ExampleCertificates.selfSigned, ExampleKeys.selfSigned)
    let server = try Self.session(version)
    for binding in between.client.channelBindings {
      let failure = try Self.login([binding], at: server.server.channelBindings)
      #expect(failure == .serverError(.channelBindingsDontMatch))
    }
  }

  /// Why a login failed; nil when both sides are proved.
  private static func login(
    _ bindings: [TLSChannelBinding], at serverBindings: [TLSChannelBinding]
  ) throws -> SASLFailure? {
    let password = Secret("pencil")
    var server = ScriptedSCRAMServer(.sha256, password: password, bindings: serverBindings, offersBinding: true)
    var exchange = try SASLExchange(
      .scramSHA256Plus, SASLCredentials(user: "user", password: password),
      over: SASLChannel(.verified, bindings: bindings), offered: ["SCRAM-SHA-256-PLUS"])
    var line = try exchange.begin()
    do throws(SASLFailure) {
      while case .challenge(let octets)? = try? server.reply(to: Array(line.response.utf8)) {
        line = try exchange.respond(clear: String(decoding: octets, as: UTF8.self))
      }
      try exchange.succeed()
    } catch {
      return error
    }
    #expect(server.isClientProved && exchange.facts.binding == bindings.first?.kind)
    return nil
  }

  private static func session(
    _ version: TLSVersion, _ chain: String = ExampleCertificates.good + "\n" + ExampleCertificates.issuer,
    _ key: String = ExampleKeys.good
  ) throws -> (client: TLSSession, server: TLSSession) {
    let identity = try TLSServerIdentity([(chain, key)], versions: version...version)
    let (client, server) = (try TLSSession(client: .current(serverName: nil)), try TLSSession(server: identity))
    for _ in 0..<10 where !(client.isEstablished && server.isEstablished) {
      _ = try client.handshake()
      server.feed(client.drain())
      _ = try server.handshake()
      client.feed(server.drain())
    }
    return (client, server)
  }
}
