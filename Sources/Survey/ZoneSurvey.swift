public import DNS

/// What the zone of a domain tells of itself.
public struct ZoneSurvey: Sendable {
  /// The SOA record of the domain.
  public let soa: DNSAnswer
  /// The name servers of the domain.
  public let nameServers: DNSAnswer
  /// The IPv4 addresses of the domain itself; not asked for where exchanges receive its mail.
  public let ipv4: DNSAnswer
  /// The IPv6 addresses of the domain itself; not asked for where exchanges receive its mail.
  public let ipv6: DNSAnswer
  /// The zone that the domain lies in.
  public let apex: Apex
  /// The name servers of that zone with their addresses, by name; empty unless the zone is known.
  public let servers: [NameServer]
  /// What names that nobody publishes answer, as far as something can answer there.
  public let probes: [WildcardProbe]

  /// The zone that a domain lies in.
  public enum Apex: Sendable {
    /// The name at the top of the zone, and the answers for its SOA and NS records.
    case known(DomainName, soa: DNSAnswer, nameServers: DNSAnswer)
    /// None of the names asked is the top of a zone.
    case notSeen
    /// Nobody can tell, because a question failed.
    case unknown(DNSFailure)
  }
}

/// A server of a zone, with its addresses.
public final class NameServer: Sendable {
  /// The name in the NS record.
  public let name: DomainName
  /// The A records of the name.
  public let ipv4: DNSAnswer
  /// The AAAA records of the name.
  public let ipv6: DNSAnswer
  /// Both answers, IPv4 first.
  public let answers: [DNSAnswer]
  /// All addresses that were seen, in order.
  public let addresses: [IPAddress]

  init(name: DomainName, ipv4: DNSAnswer, ipv6: DNSAnswer) {
    self.name = name
    self.ipv4 = ipv4
    self.ipv6 = ipv6
    answers = [ipv4, ipv6]
    addresses = IPAddress.sorted(ipv4.addresses, ipv6.addresses)
  }
}

extension ZoneSurvey {
  /// Asks about the domain and the names above it at once, then for the addresses of the name servers, for those of the
  /// domain itself if mail goes there, and for the made-up names.
  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> ZoneSurvey {
    async let addresses = addresses(of: domain, options, using: resolver)
    guard options.scope.contains(.zone) else { return unasked(domain, await addresses) }
    let candidates = candidates(for: domain)
    let signs = options.scope.contains(.names) ? WildcardSigns.questions(for: domain, scope: options.scope) : []
    let questions =
      candidates.flatMap { [DNSQuestion($0, .soa), DNSQuestion($0, .ns)] } + signs
    let answers = await resolver.answers(to: questions)
    let zones = candidates.indices.map { (soa: answers[2 * $0], nameServers: answers[2 * $0 + 1]) }
    let below = Array(answers.dropFirst(2 * candidates.count))
    let apex = apex(of: zones)
    async let probes = probes(options, WildcardSigns(domain: zones[0].soa, below: below), using: resolver)
    let servers = await servers(of: apex, using: resolver)
    let own = await addresses
    return ZoneSurvey(
      soa: zones[0].soa, nameServers: zones[0].nameServers, ipv4: own.ipv4, ipv6: own.ipv6, apex: apex,
      servers: servers, probes: await probes)
  }

  /// Nobody asked for the zone.
  private static func unasked(_ domain: DomainName, _ own: AddressPair) -> ZoneSurvey {
    ZoneSurvey(
      soa: .notAsked(domain, .soa), nameServers: .notAsked(domain, .ns), ipv4: own.ipv4, ipv6: own.ipv6,
      apex: .unknown(.notAsked), servers: [], probes: [])
  }

  /// The addresses of the domain, which receive its mail where it has no MX records (RFC 5321 §5.1).
  private static func addresses(
    of domain: DomainName, _ options: SurveyOptions, using resolver: any Resolver
  ) async -> AddressPair {
    let nothing = AddressPair(ipv4: .notAsked(domain, .a), ipv6: .notAsked(domain, .aaaa))
    if !options.scope.contains(.ownAddresses) {
      guard options.scope.contains(.hosts) else { return nothing }
      let mx = await resolver.answer(to: domain, .mx)
      if !mx.records.isEmpty { return nothing }
      if case .unheard = mx.namesBelow { return nothing }
    }
    return await AddressPair.gather([domain], limit: 1, using: resolver).first ?? nothing
  }

  /// Asks for made-up names where a wildcard may answer. Below `_domainkey` the search for keys does. Receivers look up
  /// names below `_dmarc` only below `_report._dmarc` (RFC 9990 §4): a wildcard that does not answer there is of no
  /// concern at `_dmarc` either.
  private static func probes(
    _ options: SurveyOptions, _ signs: WildcardSigns, using resolver: any Resolver
  ) async -> [WildcardProbe] {
    guard options.scope.contains(.names) else { return [] }
    let (domain, label) = (signs.domain.question.name, options.probeLabel)
    let keys: [WildcardProbe.Place] = options.scope.contains(.keys) ? [] : [.domainKey]
    let plan = WildcardProbe.plan([.domain] + keys + [.reportAuthorization], for: domain, label: label, signs)
    let probes = plan.known + (await WildcardProbe.ask(plan.asked, using: resolver))
    let isReached = probes.contains { $0.place == .reportAuthorization && $0.answer.namesBelow == .possible }
    guard isReached else { return probes }
    return probes
      + (await WildcardProbe.ask(
        WildcardProbe.plan([.dmarc], for: domain, label: label, signs).asked, using: resolver))
  }

  /// The names that may be the top of the zone, the domain first; never a top-level domain unless asked about.
  private static func candidates(for domain: DomainName) -> [DomainName] {
    var names = [domain]
    while let parent = names[names.count - 1].parent, parent.labelCount > 1, names.count <= ZoneLimits.ancestors {
      names.append(parent)
    }
    return names
  }

  /// The first candidate that has an SOA or NS record of its own (RFC 1034 §4.2.1), unless a nearer one failed.
  private static func apex(of zones: [(soa: DNSAnswer, nameServers: DNSAnswer)]) -> Apex {
    for zone in zones {
      if zone.soa.hasOwnRecords || zone.nameServers.hasOwnRecords {
        return .known(zone.soa.question.name, soa: zone.soa, nameServers: zone.nameServers)
      }
      if let failure = zone.soa.failure ?? zone.nameServers.failure { return .unknown(failure) }
    }
    return .notSeen
  }

  private static func servers(of apex: Apex, using resolver: any Resolver) async -> [NameServer] {
    guard case .known(_, _, let answer) = apex else { return [] }
    let names = answer.records.compactMap { if case .ns(let name) = $0.data { name } else { nil } }.sorted()
    let pairs = await AddressPair.gather(names, limit: ZoneLimits.nameServers, using: resolver)
    return zip(names, pairs).map { NameServer(name: $0, ipv4: $1.ipv4, ipv6: $1.ipv6) }
  }
}

extension DNSAnswer {
  /// Whether the name asked for has records of the type itself, not behind an alias.
  public var hasOwnRecords: Bool { aliases.isEmpty && !records.isEmpty }
}

/// The limits of looking at zones.
enum ZoneLimits {
  /// So many names above the domain are asked whether they are the top of the zone; deeper mail domains are rare.
  static let ancestors = 5
  /// So many name servers are looked at; the root has 13, and more do not fit into a datagram of 512 octets.
  static let nameServers = 20
}
