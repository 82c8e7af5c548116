public import DNS

/// What the servers of the domain's zone say, each asked at its own addresses, and what the zone above says of them.
public struct AuthoritySurvey: Sendable {
  /// The zone.
  public let apex: DomainName
  /// The servers that were asked, by name and address.
  public let servers: [Server]
  /// The questions that every server was asked, in their order.
  public let questions: [DNSQuestion]
  /// The servers by the zone above; nil when none of its servers could be asked.
  public let delegation: Set<DomainName>?
  /// The servers by the zone itself.
  public let listed: Set<DomainName>
  /// Addresses that were not asked, because they are no use on the Internet, or too many.
  public let unasked: [(name: DomainName, address: IPAddress)]

  /// A server of the zone at one of its addresses.
  public struct Server: Sendable {
    /// Its name.
    public let name: DomainName
    /// The address that was asked.
    public let address: IPAddress
    /// What it says, in the order of the questions.
    public let replies: [AuthorityReply]
  }

  /// Whether a server does its work.
  public enum Standing: Sendable, Hashable {
    /// It answers for the zone.
    case working
    /// It is not in charge of the zone; how that shows.
    case lame(String)
    /// It does not answer at all; why.
    case silent(DNSFailure)
    /// It answers, but not for the zone itself.
    case failing(DNSFailure)
  }
}

extension AuthoritySurvey.Server {
  /// Whether it does its work, by its answers for the SOA record of the zone and for all questions.
  public var standing: AuthoritySurvey.Standing {
    guard let first = replies.first else { return .silent(.notAsked) }
    if replies.allSatisfy({ $0.isSilent }) { return .silent(first.failure ?? .timeout) }
    switch first.content {
    case .answer(.records, _): return .working
    case .answer: return .lame("it has no SOA record of the zone")
    case .referral: return .lame("it refers to the servers of the zone")
    case .lame(let reason): return .lame(reason)
    case .failure(let failure): return .failing(failure)
    }
  }

  /// The reply to a question.
  public func reply(to question: DNSQuestion) -> AuthorityReply? { replies.first { $0.question == question } }

  /// The serial number of its copy of the zone (RFC 1035 §3.3.13).
  public var serial: UInt32? {
    guard case .answer(.records(let records), _)? = replies.first?.content else { return nil }
    for case .soa(let soa) in records.map(\.data) { return soa.serial }
    return nil
  }
}

extension AuthorityReply {
  /// Whether nothing came from the server.
  fileprivate var isSilent: Bool {
    switch failure {
    case .timeout, .unreachable, .notAsked: true
    default: false
    }
  }

  /// What the reply says of the zone at `apex`, apart from times to live and order, for comparison; nil when it is no
  /// answer of the zone: a failure, or a question that belongs to a zone below.
  ///
  /// What stands behind an alias that leads out of the zone is another zone's: a server that happens to serve that one
  /// too adds it (RFC 1034 §4.3.2), one that does not stops at the alias.
  public func essence(in apex: DomainName) -> Set<String>? {
    guard case .answer(let outcome, let aliases) = content else { return nil }
    let leaving = aliases.firstIndex { $0.leads(outOf: apex) }
    let chain = aliases.prefix(leaving.map { $0 + 1 } ?? aliases.count).map { "\($0.owner) \($0.type) \($0.data)" }
    switch outcome {
    case .records(let records):
      return Set(chain + (leaving == nil ? records.map { "\($0.type) \($0.data)" } : []))
    // NODATA and NXDOMAIN differ, but not behind an alias.
    case .noData: return chain.isEmpty ? ["NODATA"] : Set(chain)
    case .nameError: return chain.isEmpty ? ["NXDOMAIN"] : Set(chain)
    case .failure: return nil
    }
  }
}

extension DNSRecord {
  fileprivate func leads(outOf apex: DomainName) -> Bool {
    switch data {
    case .cname(let target), .dname(let target): !target.isEqual(toOrBelow: apex)
    default: false
    }
  }
}

/// The limits of asking authoritative servers: they belong to others.
enum AuthorityLimits {
  /// So many addresses are asked; the root itself has 26.
  static let addresses = 16
  /// So many DKIM selectors are compared.
  static let selectors = 10
  /// The TLSA records of so many exchanges are compared, the most preferred first.
  static let exchanges = 4
  /// So many servers of the zone above are asked for the delegation.
  static let parents = 2
  /// So many names above the zone are looked at for the zone above.
  static let ancestors = 3
}
