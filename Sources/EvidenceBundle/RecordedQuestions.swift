public import DNS
import HTTPS
public import OpenSSLKit
public import SMTPSubmission

/// What makes two requests over HTTPS the same.
public struct RecordedRequest: Codable, Sendable, Hashable {
  /// GET, HEAD or POST.
  public let method: String
  /// The URL.
  public let url: String
  /// What was handed in.
  public let content: [UInt8]?
  /// The addresses of the host.
  public let addresses: [IPAddress]

  init(_ request: HTTPSRequest, _ addresses: [IPAddress]) {
    (method, url) = (request.method.description, request.url.description)
    (content, self.addresses) = (request.method.content?.octets, addresses)
  }
}

/// What makes two conversations with mail servers the same: where, with which TLS, and what was to be said. Of a login
/// only that there was one.
public struct RecordedConversation: Codable, Sendable, Hashable {
  /// What tells it apart from the same conversation at the same time; nil for nothing.
  public let scope: String?
  /// The address.
  public let address: IPAddress
  /// The port.
  public let port: UInt16
  /// How TLS was begun.
  public let tls: TLS
  /// The name that was greeted with.
  public let clientName: String
  /// How TLS was used.
  public let security: SMTPClient.Plan.Security
  /// Whether there was a login, and whether it was carried out.
  public let login: Login
  /// The mail transactions.
  public let envelopes: [SMTPEnvelope]
  /// What was tried beyond what mail needs.
  public let trial: String?

  /// What of a login is no secret.
  public enum Login: String, Codable, Sendable {
    /// There was none.
    case none
    /// It only kept its secret out of what is shown.
    case kept
    /// It was carried out.
    case tried
  }

  /// How TLS was begun.
  public struct TLS: Codable, Sendable, Hashable {
    /// The name that was asked for.
    public let serverName: String?
    /// The lowest and the highest version.
    public let versions: [TLSVersion]
    /// The cipher suites up to TLS 1.2.
    public let ciphers: String
    /// The kind of key that was wanted.
    public let serverKey: String?
    /// The groups.
    public let groups: String?
  }

  init(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) {
    scope = ConversationScope.name
    (address, port) = (endpoint.address, endpoint.port)
    let tls = endpoint.tls
    self.tls = TLS(
      serverName: tls.serverName, versions: [tls.minimumVersion, tls.maximumVersion], ciphers: tls.ciphers,
      serverKey: tls.serverKey?.rawValue, groups: tls.groups)
    (clientName, security) = (plan.clientName, plan.security)
    login = plan.login == nil ? .none : plan.logsIn ? .tried : .kept
    envelopes = [plan.envelope].compactMap(\.self) + plan.moreEnvelopes
    trial = plan.trial.map { "\($0)" }
  }
}

/// What makes two judgements of a chain the same.
public struct RecordedChain: Codable, Sendable, Hashable {
  /// The certificates as they were sent.
  public let chain: [Certificate]
  /// The time that they were judged at.
  public let time: Int
  /// The name that they had to be for.
  public let name: String
}
