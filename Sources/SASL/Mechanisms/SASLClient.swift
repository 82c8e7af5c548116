public import OpenSSLKit

/// The client's side of one mechanism: challenges in, responses out, no I/O.
protocol SASLClient: Sendable {
  /// What the client says first; nil when the server has to speak first.
  mutating func initialResponse() throws(SASLFailure) -> Secret?

  /// The response to a challenge.
  mutating func response(to challenge: [UInt8]) throws(SASLFailure) -> Secret

  /// Takes note that the server took the login.
  mutating func succeed() throws(SASLFailure)

  /// What the exchange showed so far.
  var facts: SASLFacts { get }
}

/// What an exchange showed of the server.
public struct SASLFacts: Sendable, Hashable {
  /// What the login is bound to.
  public var binding: TLSChannelBinding.Kind?
  /// The iterations that the server asked for.
  public var iterations: Int?
  /// Whether the server proved that it knows the password; nil when the mechanism has no such proof.
  public var isServerProved: Bool?
  /// Why the server does not take a token, when it said so.
  public var tokenReport: BearerReport?

  /// Nothing is known yet.
  public init() {}

  /// Whether the iterations are fewer than is advised (RFC 7677 §4).
  public var hasFewIterations: Bool { iterations.map { $0 < SASLLimits.advisedIterations } ?? false }
}

extension SASLClient {
  var facts: SASLFacts { SASLFacts() }

  func succeed() throws(SASLFailure) {}
}
