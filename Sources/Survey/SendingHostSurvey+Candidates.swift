import DNS
import MailAuthentication

extension SendingHostSurvey {
  /// An address that may be a sending host, and how it was found.
  typealias Candidate = (address: IPAddress, origins: [SendingHost.Origin])

  /// The addresses to look at: those that are named, then what SPF and MX records of the domain's own give.
  static func candidates(
    _ domain: DomainName, _ options: SurveyOptions, _ mx: MXSurvey, _ spf: SPFSurvey
  ) -> (addresses: [Candidate], isTruncated: Bool) {
    var found: [Candidate] = []
    for address in options.sendingAddresses.prefix(SurveyOptions.mostSendingAddresses) {
      add((address.unmapped, [.named]), to: &found)
    }
    let named = found.count
    guard !options.isParked else { return (found, false) }
    let home = options.publicSuffixList.registrableDomain(of: domain) ?? domain
    for candidate in listed(spf.tree) + received(mx, home) where candidate.address.isOnTheInternet {
      add(candidate, to: &found)
    }
    let most = named + SendingHostLimits.derived
    return (Array(found.prefix(most)), found.count > most)
  }

  /// The single addresses that pass by a term of the domain's own record (RFC 7208 §5.3, §5.4, §5.6), not by what it
  /// includes: blocks and includes belong to others, or are too many to tell which host sends.
  private static func listed(_ tree: SPFTree) -> [Candidate] {
    tree.passingNetworks.filter { $0.place.node == 0 && $0.network.prefixLength == $0.network.base.bitWidth }
      .map { ($0.network.base, [.spfTerm(tree.term(at: $0.place).text)]) }
  }

  /// The addresses of the exchanges in the domain's own names; those of others receive for it, and do not send.
  private static func received(_ mx: MXSurvey, _ home: DomainName) -> [Candidate] {
    guard mx.delivery == .exchanges else { return [] }
    return mx.hosts.filter { $0.name.isEqual(toOrBelow: home) }.flatMap { host in
      host.addresses.map { ($0, [.mxHost(host.name)]) }
    }
  }

  private static func add(_ candidate: Candidate, to found: inout [Candidate]) {
    guard let index = found.firstIndex(where: { $0.address == candidate.address }) else {
      found.append(candidate)
      return
    }
    found[index].origins += candidate.origins.filter { !found[index].origins.contains($0) }
  }
}

extension IPAddress {
  /// Whether other hosts can see the address; documentation addresses stand for such.
  fileprivate var isOnTheInternet: Bool { specialPurpose == nil || specialPurpose == .documentation }
}
