public import OpenSSLKit

/// Has conversations with mail servers: over the network, or with the servers of an example.
public protocol MailServerAccess: Sendable {
  /// Has one conversation.
  func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession

  /// The roots that certificates are judged by; nil when there are none, and nothing can be said of trust.
  var trustStore: TrustStore? { get }

  /// Whether a hybrid key exchange can be offered.
  var offersHybrid: Bool { get }
}

/// Mail servers over the network.
public struct MailServerNetwork: MailServerAccess {
  /// The roots that certificates are judged by.
  public let trustStore: TrustStore?

  /// Whether the OpenSSL of this machine has a hybrid key exchange.
  public var offersHybrid: Bool { TLSGroups.knowsHybrid }

  private let gate = ConversationGate(places: SMTPLimits.conversations)

  /// Takes the roots of the system, or others.
  public init(trustStore: TrustStore? = .system) {
    self.trustStore = trustStore
  }

  /// Has one conversation.
  public func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession {
    await gate.enter()
    let session = await plan.carryOut(at: endpoint)
    await gate.leave()
    return session
  }
}
