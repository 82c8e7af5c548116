public import DNS
import HTTPS
import MailAuthentication
import Providers

/// The web sites of the hosts that the owner named: whether they show who runs these hosts.
public struct HostSiteSurvey: Sendable {
  /// Those who run the hosts, by the domains that they registered, in the order of the hosts; at most four.
  public let operators: [Operator]

  /// Who runs hosts, as a domain.
  public struct Operator: Sendable {
    /// The registered domain above the names of hosts.
    public let domain: DomainName
    /// The front pages in the order in which they were looked at, up to the first with an imprint.
    public let pages: [HostPage]

    /// Whether one of them has an imprint.
    public var hasImprint: Bool { pages.contains(where: \.hasImprint) }
  }
}

extension SendingHost {
  /// The names of the host whose web sites may show who runs it: none for a host that the owner did not name, that is
  /// the host of a service, or that nobody sees. Generic names lead to the owner of the network.
  public var operatorNames: [DomainName] {
    guard isNamed, relay == nil, hiddenPurpose == nil else { return [] }
    return names.map(\.name).filter { GenericReverseName.sign(of: $0, for: address) == nil }
  }
}

extension HostSiteSurvey {
  /// Looks at the sites of all operators at the same time; nil when there is nothing to look with.
  static func gather(
    _ hosts: [SendingHost], options: SurveyOptions, with fetcher: (any HTTPSFetcher)?, using resolver: any Resolver
  ) async -> HostSiteSurvey? {
    guard let fetcher else { return nil }
    let list = options.publicSuffixList
    var domains: [DomainName] = []
    var names: [DomainName: [DomainName]] = [:]
    for name in hosts.flatMap(\.operatorNames) {
      let domain = list.registrableDomain(of: name) ?? name
      if !domains.contains(domain) { domains.append(domain) }
      if names[domain, default: []].contains(name) { continue }
      names[domain, default: []].append(name)
    }
    let places = domains.prefix(HostSiteLimits.operators).map { ($0, candidates($0, names[$0] ?? [])) }
    return HostSiteSurvey(
      operators: await places.mapInParallel { domain, candidates in
        await look(at: candidates, of: domain, list, with: fetcher, using: resolver)
      })
  }

  /// Where to look: the registered domain first, since imprints stand there.
  private static func candidates(_ domain: DomainName, _ names: [DomainName]) -> [DomainName] {
    var hosts = [domain]
    for host in [domain.prefixed(with: "www")].compactMap(\.self) + names.prefix(HostSiteLimits.names)
    where !hosts.contains(host) {
      hosts.append(host)
    }
    return hosts
  }

  private static func look(
    at hosts: [DomainName], of domain: DomainName, _ list: PublicSuffixList, with fetcher: any HTTPSFetcher,
    using resolver: any Resolver
  ) async -> Operator {
    var pages: [HostPage] = []
    for host in hosts where !pages.contains(where: { $0.visits.contains { $0.answer.url.host == host } }) {
      let page = await HostPage.gather(host, with: fetcher, using: resolver) {
        (list.registrableDomain(of: $0) ?? $0) == domain
      }
      pages.append(page)
      if page.hasImprint { break }
    }
    return Operator(domain: domain, pages: pages)
  }
}
