public import DNS
public import OpenSSLKit

/// What one address of a mail server showed in several conversations.
public struct MailServerObservation: Sendable {
  /// The name of the host, as the client asked for it.
  public let host: DomainName
  /// The address.
  public let address: IPAddress
  /// The port.
  public let port: UInt16
  /// The first conversation, in which everything that OpenSSL can speak was offered.
  public let session: SMTPSession
  /// What came of offering one version only.
  public internal(set) var versions: [TLSVersion: TLSAttempt] = [:]
  /// What came of asking for one kind of key only.
  public internal(set) var keys: [TLSClientConfiguration.ServerKey: TLSAttempt] = [:]
  /// What came of offering, in TLS 1.2, a way of agreeing on keys or a protection that is not to be used any more.
  public internal(set) var weaknesses: [TLSWeakness: TLSAttempt] = [:]
  /// What came of offering a hybrid key exchange (ML-KEM with X25519) first.
  public internal(set) var hybrid: TLSAttempt?
  /// What came of asking for the name at the end of the host's aliases (SNI): that is what senders ask for when its TLSA
  /// records are found there (RFC 7672 §8.1). Nil when the host is no alias.
  public internal(set) var aliasEnd: (name: DomainName, attempt: TLSAttempt)?
  /// What the chains are worth, the chain of the first conversation and those of ``keys``; nil when there is nothing
  /// to judge them by.
  public internal(set) var verdicts: [[Certificate]: ChainVerdict]?

  /// Makes the value of its first part.
  public init(host: DomainName, address: IPAddress, port: UInt16, session: SMTPSession) {
    self.host = host
    self.address = address
    self.port = port
    self.session = session
  }
}

/// What came of one handshake under a condition.
public enum TLSAttempt: Sendable, Hashable {
  /// The server agreed.
  case accepted(TLSFacts)
  /// The server refused: how.
  case refused(String)
  /// Nobody can tell: what went wrong, a phrase.
  case unknown(String)

  /// What was agreed on.
  public var facts: TLSFacts? {
    if case .accepted(let facts) = self { facts } else { nil }
  }
}

/// What is not to be used in TLS 1.2 any more.
public enum TLSWeakness: String, Sendable, CaseIterable {
  /// Key exchange encrypted with the server's RSA key (RFC 10015 §3).
  case staticRSA = "static RSA key exchange"
  /// Finite-field Diffie-Hellman (RFC 10015 §4).
  case finiteField = "finite-field Diffie-Hellman"
  /// No encryption.
  case null = "no encryption (NULL)"

  var ciphers: String {
    switch self {
    case .staticRSA: TLSCiphers.staticRSA
    case .finiteField: TLSCiphers.finiteField
    case .null: TLSCiphers.null
    }
  }
}

extension MailServerObservation {
  /// Every chain that was seen, each once: that of the first conversation, then by kind of key.
  public var chains: [[Certificate]] {
    var result: [[Certificate]] = []
    let facts = [session.tls] + TLSClientConfiguration.ServerKey.allCases.map { keys[$0]?.facts }
    for chain in facts.compactMap({ $0?.chain }) where !chain.isEmpty && !result.contains(where: { $0[0] == chain[0] })
    {
      result.append(chain)
    }
    return result
  }

  /// The chains that senders see whose TLSA base domain is `base`: those of the server unless it shows another for that
  /// name. Where that could not be looked at, the same are assumed.
  public func chains(for base: DomainName) -> [[Certificate]] {
    guard let aliasEnd, aliasEnd.name == base, let chain = aliasEnd.attempt.facts?.chain, let leaf = chain.first,
      !chains.contains(where: { $0.first == leaf })
    else { return chains }
    return [chain]
  }

  /// The certificates of the server itself, each once.
  public var certificates: [Certificate] { chains.compactMap(\.first) }

  /// The address and, when it is not 25, the port.
  public var place: String {
    guard port != 25 else { return address.description }
    return address.description(port: port)
  }
}
