public import OpenSSLKit

/// Which mechanism is used, and why each of the others is not.
public struct SASLSelection: Sendable, Hashable {
  /// The mechanism; nil when none can be used.
  public let chosen: SASLMechanism?
  /// The others, in the order in which the server offers them.
  public let passedOver: [PassedOver]

  /// A mechanism that is not used.
  public struct PassedOver: Sendable, Hashable {
    /// Its name as the server writes it.
    public let name: String
    /// Why not.
    public let reason: Reason
  }

  /// Why a mechanism is not used.
  public enum Reason: Sendable, Hashable {
    /// mailaudit does not speak it.
    case unknownHere
    /// The user wants this one, and the server does not offer it.
    case notOffered
    /// The user wants another one.
    case notWanted
    /// It takes a token, and a password is given.
    case needsToken
    /// It takes a password, and a token is given.
    case needsPassword
    /// It is bound to TLS, and there is no TLS session that it could be bound to.
    case noChannelBinding
    /// OpenSSL of this machine does not have its hash function.
    case noHash(HashFunction)
    /// It would give something away over a connection that somebody else can read, or be the end of.
    case exposed(SASLMechanism.Exposure, SASLChannel.Security)
    /// These credentials cannot be used with it.
    case unusable(SASLFailure)
    /// A stronger one is offered.
    case weaker(than: SASLMechanism)
  }
}

/// What a choice is made from.
public struct SASLChoice: Sendable {
  /// The names that the server offers.
  public let offered: [String]
  /// The one mechanism that the user wants.
  public let wanted: SASLMechanism?
  /// Whether the user allows logins over a connection that somebody else can read.
  public let allowsInsecure: Bool
  /// The hash functions that OpenSSL of this machine has.
  public let hashes: Set<HashFunction>

  /// Makes the value of its parts.
  public init(
    offered: [String], wanted: SASLMechanism? = nil, allowsInsecure: Bool = false,
    hashes: Set<HashFunction> = Set(HashFunction.allCases.filter(\.isAvailable))
  ) {
    (self.offered, self.wanted, self.allowsInsecure, self.hashes) = (offered, wanted, allowsInsecure, hashes)
  }

  /// Chooses the strongest mechanism that can be used.
  ///
  /// No password, no token and nothing that guesses could be tried against leaves over a connection in clear text, or
  /// one whose other end is not proved, unless the user allows it.
  public func selection(for credentials: SASLCredentials, over channel: SASLChannel) -> SASLSelection {
    var names: [String] = []
    for name in offered.prefix(SASLLimits.offers) where !names.contains(name) { names.append(name) }
    let obstacles = names.map { obstacle($0, credentials, channel) }
    let usable = zip(names, obstacles).filter { $0.1 == nil }.compactMap { SASLMechanism(name: $0.0) }
    let chosen = SASLMechanism.allCases.first { usable.contains($0) }
    var passedOver: [SASLSelection.PassedOver] = []
    for (name, obstacle) in zip(names, obstacles) {
      if let reason = obstacle ?? chosen.flatMap({ SASLMechanism(name: name) == $0 ? nil : .weaker(than: $0) }) {
        passedOver.append(SASLSelection.PassedOver(name: name, reason: reason))
      }
    }
    if let wanted, !names.contains(where: { SASLMechanism(name: $0) == wanted }) {
      passedOver.append(SASLSelection.PassedOver(name: wanted.rawValue, reason: .notOffered))
    }
    return SASLSelection(chosen: chosen, passedOver: passedOver)
  }

  /// Why a mechanism cannot be used; nil when it can.
  private func obstacle(
    _ name: String, _ credentials: SASLCredentials, _ channel: SASLChannel
  ) -> SASLSelection.Reason? {
    guard let mechanism = SASLMechanism(name: name) else { return .unknownHere }
    if let wanted, wanted != mechanism { return .notWanted }
    if mechanism.takesToken != credentials.isToken { return mechanism.takesToken ? .needsToken : .needsPassword }
    if mechanism.needsChannelBinding, channel.bindings.isEmpty { return .noChannelBinding }
    if let hash = mechanism.hash, !hashes.contains(hash) { return .noHash(hash) }
    if channel.security != .verified, !allowsInsecure { return .exposed(mechanism.exposure, channel.security) }
    // The nonce is of no matter here.
    do { _ = try SASLExchange(mechanism, credentials, over: channel, offered: offered, nonce: "0") } catch {
      return .unusable(error)
    }
    return nil
  }
}

extension SASLSelection.Reason: CustomStringConvertible {
  /// A phrase that tells why.
  public var description: String {
    switch self {
    case .unknownHere: "mailaudit does not speak it"
    case .notOffered: "the server does not offer it"
    case .notWanted: "another one is wanted"
    case .needsToken: "it takes a token; naming it with --auth says that the secret is one"
    case .needsPassword: "it takes a password, and a token is given"
    case .noChannelBinding: "it is bound to TLS, and there is nothing to bind it to"
    case .noHash(let hash): "OpenSSL of this machine does not have \(hash.rawValue.uppercased())"
    case .exposed(let exposure, let security):
      "\(exposure.words), and \(security.words); --allow-insecure-auth allows it"
    case .unusable(let failure): "\(failure)"
    case .weaker(let other): "\(other) is stronger"
    }
  }
}

extension SASLMechanism.Exposure {
  fileprivate var words: String {
    switch self {
    case .password: "it sends the password itself"
    case .token: "it sends the token itself"
    case .guesses: "whoever reads it can try passwords against it"
    }
  }
}

extension SASLChannel.Security {
  fileprivate var words: String {
    switch self {
    case .clear: "the connection is not encrypted"
    case .unverified: "the certificate does not prove who the server is"
    case .verified: "the connection is good"
    }
  }
}
