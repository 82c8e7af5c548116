public import DNS

/// What the DNS says of the domains and sources that reports speak of.
public struct ReportsSight: Sendable {
  /// The policy domains that were looked at, by the names that reports give.
  public let domains: [String: DomainSurvey]
  /// The names of the sources that were looked at.
  public let hosts: [IPAddress: SendingHost]

  /// Looks at the domains with most mail, and at the names of their sources: those that fail before the others.
  /// Nothing but the DNS is asked, whatever else the instruments have.
  static func gather(_ survey: ReportsSurvey, with instruments: Instruments) async -> ReportsSight {
    let instruments = Instruments(resolver: instruments.resolver)
    let tallies = survey.aggregates.domains.sorted { ($1.messages.total, $0.name) < ($0.messages.total, $1.name) }
    var domains: [String: DomainSurvey] = [:]
    for tally in tallies.prefix(ReportLimits.sightedDomains) {
      guard let domain = tally.domain else { continue }
      var options = SurveyOptions()
      options.scope = [.keys, .hosts, .spf, .dmarc, .ownAddresses]
      options.selectors = tally.selectors(of: domain, passing: false).map(\.selector)
      domains[tally.name] = await DomainSurvey.gather(domain, options: options, with: instruments)
    }
    var addresses: [IPAddress] = []
    for tally in tallies.prefix(ReportLimits.sightedDomains) { addresses += tally.addressesWorthALook }
    addresses = Array(Set(addresses.prefix(ReportLimits.sightedHosts))).sorted()
    let hosts = await SendingHostSurvey.hosts(at: addresses, using: instruments.resolver)
    return ReportsSight(domains: domains, hosts: Dictionary(hosts.map { ($0.address, $0) }) { first, _ in first })
  }
}

extension ReportsSurvey {
  /// Looks at the domains and sources of the reports. Without it everything that only the DNS can tell stays unknown.
  public mutating func look(with instruments: Instruments) async {
    sight = await ReportsSight.gather(self, with: instruments)
  }
}

extension PolicyDomainTally {
  /// The addresses of sources that somebody has to look into, then the others, each by the number of its messages.
  fileprivate var addressesWorthALook: [IPAddress] {
    let known = sources.compactMap { source in
      if case .address(let address) = source.address { (address, source.messages) } else { nil }
    }
    let ordered = known.sorted { left, right in
      (right.1.total - right.1.spf, right.1.total, left.0) < (left.1.total - left.1.spf, left.1.total, right.0)
    }
    return ordered.map(\.0)
  }

  /// The selectors that signatures of a domain were seen with, those of most messages first.
  ///
  /// - Parameters:
  ///   - domain: the signing domain.
  ///   - passing: whether only signatures that pass count: whoever signs with no key can write any selector.
  /// - Returns: the selectors, each with its messages.
  public func selectors(of domain: DomainName, passing: Bool = true) -> [(selector: String, messages: Int)] {
    var counts: [String: Int] = [:]
    for identity in sources.lazy.flatMap(\.identities) {
      guard case .dkim(let selector) = identity.identity.method, !selector.isEmpty,
        identity.identity.domain.domainName == domain, !passing || identity.identity.result == "pass"
      else { continue }
      counts[selector, default: 0].add(identity.shares.messages)
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(ReportLimits.selectors).map { ($0, $1) }
  }
}

extension ReportLimits {
  /// So many domains are looked at: whoever reads reports of more asks for one of them.
  static let sightedDomains = 10
  /// The names of so many sources are looked up, two questions each.
  static let sightedHosts = 200
  /// So many selectors of a domain are looked up.
  static let selectors = 20
}
