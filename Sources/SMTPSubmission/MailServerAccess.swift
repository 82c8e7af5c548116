public import OpenSSLKit

/// Has conversations with mail servers: over the network, or with the servers of an example.
public protocol MailServerAccess: Sendable {
  /// Has one conversation.
  func converse(_ plan: SMTPClient.Plan, at endpoint: SMTPEndpoint) async -> SMTPSession

  /// The roots that certificates are judged by; nil when there are none, and nothing can be said of trust.
  var trustStore: TrustStore? { get }

  /// Whether a hybrid key exchange can be offered.
  var offersHybrid: Bool { get }

  /// Whether there is anything to judge chains by.
  var hasRoots: Bool { get }

  /// What a chain is worth for a host of this name; nil when there are no roots.
  func verdict(on chain: [Certificate], at time: Int, for name: String) -> ChainVerdict?

  /// Waits until a server is to be tried once more.
  func wait(_ time: Duration) async
}

extension MailServerAccess {
  /// Whether there are roots.
  public var hasRoots: Bool { trustStore != nil }

  /// What the roots say.
  public func verdict(on chain: [Certificate], at time: Int, for name: String) -> ChainVerdict? {
    trustStore?.verdict(on: chain, at: time, for: name)
  }

  /// Lets the time pass.
  public func wait(_ time: Duration) async { try? await Task.sleep(for: time) }
}

/// Tells apart conversations of one run that are the same otherwise, and are had at the same time.
public enum ConversationScope {
  /// The part of the run; nil for the main one.
  @TaskLocal public static var name: String?

  /// Does `work`, whose conversations belong to a part of the run.
  public static func within<Result: Sendable>(_ part: String, _ work: () async -> Result) async -> Result {
    await $name.withValue(name.map { "\($0), \(part)" } ?? part) { await work() }
  }
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
