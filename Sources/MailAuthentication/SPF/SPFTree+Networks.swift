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
        for network in Self.networks(of: term) { networks.append(PassingNetwork(network: network, place: place)) }
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

  private static func networks(of term: Term) -> [IPNetwork] {
    switch term.term.mechanism {
    case .ip4(let network), .ip6(let network): [network]
    case .a(_, let lengths): term.answers.flatMap(\.addresses).compactMap(lengths.network)
    case .mx(_, let lengths): term.exchangeAnswers.flatMap(\.addresses).compactMap(lengths.network)
    default: []
    }
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
