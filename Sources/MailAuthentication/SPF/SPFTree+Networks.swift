public import DNS

extension SPFTree {
  /// A block of addresses that passes, and the term that names it.
  public struct PassingNetwork: Sendable, Hashable {
    /// The block.
    public let network: IPNetwork
    /// The term.
    public let place: Place
  }

  /// What ``passingNetworks`` holds.
  func networksThatPass() -> [PassingNetwork] {
    var networks: [PassingNetwork] = []
    for node in nodes where passes(node) {
      for place in node.reachedTerms {
        let term = term(at: place)
        guard term.term.qualifier == .pass else { continue }
        for network in term.networks { networks.append(PassingNetwork(network: network, place: place)) }
      }
    }
    return networks
  }

  /// Whether a pass in this record is a pass of the domain: every include on the way has the qualifier `+`, and every
  /// term on the way is reached.
  private func passes(_ node: Node) -> Bool {
    var next: Node? = node
    while let current = next, let place = current.parent {
      let term = term(at: place).term
      if let qualifier = term.qualifier, qualifier != .pass { return false }
      next = nodes[place.node]
      if place.term >= nodes[place.node].reachedCount { return false }
    }
    return true
  }

  /// The blocks of a passing `a` or `mx` of the domain's own hosts, each once, in order; nil when the hosts are others',
  /// or unknown.
  public func ownNetworks(of term: Term) -> [IPNetwork]? {
    guard case .name(let name) = term.target, name.isEqual(toOrBelow: domain), term.term.qualifier == .pass,
      term.term.mechanism?.prefixLengths != nil, term.exchanges.allSatisfy({ $0.isEqual(toOrBelow: domain) })
    else { return nil }
    let answers = term.answers + term.exchangeAnswers
    guard answers.allSatisfy({ $0.failure == nil && $0.canonicalName.isEqual(toOrBelow: domain) }) else { return nil }
    return Set(term.networks).sorted { ($0.base, $0.prefixLength) < ($1.base, $1.prefixLength) }
  }

  /// The number of IPv4 addresses that pass, each counted once.
  public var passingIPv4Addresses: UInt64 {
    let ranges = passingNetworks.compactMap { Self.range(of: $0.network) }.sorted { $0.lowerBound < $1.lowerBound }
    var (total, end): (UInt64, UInt64) = (0, 0)
    for range in ranges where range.upperBound > end {
      total += range.upperBound - max(range.lowerBound, end)
      end = range.upperBound
    }
    return total
  }

  private static func range(of network: IPNetwork) -> Range<UInt64>? {
    guard case .v4(let base) = network.base else { return nil }
    return UInt64(base)..<(UInt64(base) + 1 << UInt64(32 - network.prefixLength))
  }
}

extension SPFTree.Term {
  /// The blocks that the term names or looked up, whatever its qualifier; none for a term of another kind.
  public var networks: [IPNetwork] {
    switch term.mechanism {
    case .ip4(let network), .ip6(let network): [network]
    case .a(_, let lengths): answers.flatMap(\.addresses).compactMap(lengths.network)
    case .mx(_, let lengths): exchangeAnswers.flatMap(\.addresses).compactMap(lengths.network)
    default: []
    }
  }
}

extension IPNetwork {
  /// The block as an `ip4` or `ip6` (RFC 7208 §5.6).
  public var spfTerm: String {
    (base.isV4 ? "ip4:" : "ip6:") + (prefixLength == base.bitWidth ? base.description : description)
  }
}
