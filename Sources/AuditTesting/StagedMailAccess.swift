public import Checks
public import DNS
public import OpenSSLKit
public import SMTPSubmission
import TLSTransport

/// The mail servers of an example: their lines go through the real state machine, TLS is played.
public struct StagedMailAccess: MailServerAccess {
  private let servers: [IPAddress: [UInt16: StagedMailServer]]
  /// The root of the examples.
  public let trustStore = try? TrustStore(
    ExampleCertificates.chain([ExampleCertificates.root]), origin: "the example root")
  /// TLS is played, so everything can be offered.
  public let offersHybrid = true

  /// Takes the servers by address, at ports 25 and 587, and at 465 with TLS from the first octet; others refuse
  /// connections.
  public init(servers: [IPAddress: StagedMailServer]) {
    self.init(
      ports: servers.mapValues { server in
        var implicit = server
        implicit.isImplicit = true
        return [25: server, 465: implicit, 587: server]
      })
  }

  /// Takes the servers by address and port; others refuse connections.
  public init(ports: [IPAddress: [UInt16: StagedMailServer]]) {
    servers = ports
  }

  /// Has one conversation.
  public func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession {
    let server = servers[endpoint.address]?[endpoint.port]
    guard let server, server.refusal == nil else {
      var client = SMTPClient(plan)
      client.failToConnect(server?.refusal ?? .refused)
      return client.session
    }
    var client = SMTPClient(plan)
    var command = ""
    var (isInTLS, isInjected) = (false, false)
    client.connected()
    while true {
      switch client.next() {
      case .send(let octets):
        command = String(decoding: octets, as: UTF8.self)
        isInjected = isInjected || server.keepsCommands && command.hasPrefix("STARTTLS\r\nNOOP")
      case .sendSecret(let secret):
        command = secret.reveal { octets in String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self) }
      case .receive:
        let kept = isInTLS && isInjected && command.hasPrefix("EHLO") ? "250 2.0.0 ok\r\n" : ""
        let lines = plan.speaks(server) ? kept + server.reply(to: command, isInTLS: isInTLS) : ""
        command = ""
        if lines.isEmpty { client.fail(.timedOut) } else { client.receive(Array(lines.utf8)) }
      case .startTLS:
        isInTLS = true
        if plan.security == .implicit, !server.isImplicit {
          client.fail(.tls(.clearText))
        } else if server.closes(endpoint.tls) {
          client.fail(.closed)
        } else if let facts = server.facts(for: endpoint.tls) {
          client.started(facts, verdict: endpoint.trust.map { $0.verdict(on: facts.chain) })
        } else {
          client.fail(.tls(.refusedHandshake))
        }
      case .finish: return client.session
      }
    }
  }
}

extension StagedMailServer {
  fileprivate func reply(to command: String, isInTLS: Bool) -> String {
    let lines: [String]
    switch command.prefix(4) {
    case "": lines = greeting
    case "EHLO": lines = isInTLS ? ehloInTLS : ehlo
    case "STAR": return startTLS.map { $0 + "\r\n" }.joined() + behindConsent
    default:
      lines = command.hasSuffix("\r\n.\r\n") ? replies(toMessage: Array(command.utf8)) : envelopeAnswer(to: command)
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  /// Whether the connection breaks in the handshake.
  fileprivate func closes(_ client: TLSClientConfiguration) -> Bool {
    client.serverKey.map(breaksOff.contains) ?? false || client.groups != nil && hybrid == .closed
  }

  /// What a handshake leads to; nil when there is nothing that both sides take.
  fileprivate func facts(for client: TLSClientConfiguration) -> TLSFacts? {
    let common = versions.filter { client.minimumVersion <= $0 && $0 <= client.maximumVersion }
    guard let version = common.max(), let exchange = exchange(for: client.ciphers, version) else { return nil }
    let asked = client.serverName.flatMap { named[$0] }.map { [$0] } ?? chains
    let chains = asked.map { ExampleCertificates.chain($0) }
    let chain = chains.first { chain in
      switch client.serverKey {
      case .rsa: chain.first?.isRSA == true
      case .ecdsa: chain.first?.isEC == true
      case nil: true
      }
    }
    guard let chain else { return nil }
    if client.groups != nil, hybrid == .intolerant { return nil }
    var facts = TLSFacts(version: version, chain: chain)
    facts.asksForCertificate = asksForCertificate
    if client.groups != nil, hybrid == .agreed { facts.group = TLSGroups.hybrid }
    if version < .tls13 {
      (facts.cipher, facts.keyExchange) = (Self.cipher(exchange), exchange)
      (facts.extendedMasterSecret, facts.secureRenegotiation) = (bindsMasterSecret, renegotiatesSecurely)
    }
    return facts
  }

  private func exchange(for ciphers: String, _ version: TLSVersion) -> TLSFacts.KeyExchange? {
    switch ciphers {
    case TLSCiphers.staticRSA: weakExchanges.contains(.staticRSA) ? .staticRSA : nil
    case TLSCiphers.finiteField: weakExchanges.contains(.finiteField) ? .finiteField : nil
    case TLSCiphers.null: nil
    default: takesGoodExchange || version == .tls13 ? .ephemeral : weakExchanges.min { $0.rawValue < $1.rawValue }
    }
  }

  private static func cipher(_ exchange: TLSFacts.KeyExchange) -> String {
    switch exchange {
    case .staticRSA: "TLS_RSA_WITH_AES_128_CBC_SHA"
    case .finiteField: "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
    case .ephemeral, .other: "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
    }
  }
}

extension SMTPClient.Plan {
  /// Whether client and server agree on who speaks first: a server with TLS from the first octet waits for the client.
  fileprivate func speaks(_ server: StagedMailServer) -> Bool { (security == .implicit) == server.isImplicit }
}

extension OpenSSLError {
  fileprivate static let clearText = OpenSSLError(
    operation: "handshake", reasons: ["error:0A00010B:SSL routines::wrong version number"])
  fileprivate static let refusedHandshake = OpenSSLError(
    operation: "handshake", reasons: ["error:0A000410:SSL routines::ssl/tls alert handshake failure"])
}
