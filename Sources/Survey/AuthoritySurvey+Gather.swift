import DNS
import MailAuthentication

extension AuthoritySurvey {
  /// Asks the zone above for its servers, then all servers of both lists for the mail records, and once more for what
  /// they say differently: a transfer may have been under way.
  static func gather(
    _ domain: DomainName, zone: ZoneSurvey, mx: MXSurvey, dkim: DKIMSurvey, using resolver: any Resolver,
    with client: (any AuthorityClient)?
  ) async -> AuthoritySurvey? {
    guard let client, case .known(let apex, _, let answer) = zone.apex else { return nil }
    let listed = Set(answer.records.compactMap { if case .ns(let name) = $0.data { name } else { nil } })
    let delegation = await delegation(of: apex, using: resolver, with: client)
    let others = (delegation ?? []).subtracting(listed).sorted()
    let pairs = await AddressPair.gather(others, limit: ZoneLimits.nameServers, using: resolver)
    let known = zone.servers + zip(others, pairs).map { NameServer(name: $0, ipv4: $1.ipv4, ipv6: $1.ipv6) }
    let places = known.flatMap { server in server.addresses.map { (name: server.name, address: $0) } }
    let usable = places.filter { $0.address.specialPurpose == nil || $0.address.specialPurpose == .documentation }
    let asked = Array(usable.prefix(AuthorityLimits.addresses))
    let questions = questions(domain, apex, mx, dkim)
    let replies = await settled(asked.map(\.address), questions, in: apex, with: client)
    return AuthoritySurvey(
      apex: apex, servers: zip(asked, replies).map { Server(name: $0.name, address: $0.address, replies: $1) },
      questions: questions, delegation: delegation, listed: listed,
      unasked: places.filter { place in !asked.contains { $0 == place } })
  }

  /// The SOA record first, by which servers are judged, then what mail needs (all below the zone's apex).
  private static func questions(
    _ domain: DomainName, _ apex: DomainName, _ mx: MXSurvey, _ dkim: DKIMSurvey
  ) -> [DNSQuestion] {
    let keys = dkim.selectors.filter { !$0.isFromWildcard }.prefix(AuthorityLimits.selectors)
      .compactMap { DKIMKeyLookup.question(selector: $0.name, domain: domain) }
    // RFC 7672 §2.2.3: where the TLSA records of a mail host are.
    let hosts = mx.delivery == .exchanges ? mx.hosts.map(\.name).filter { $0.isEqual(toOrBelow: apex) } : []
    let tlsa = hosts.prefix(AuthorityLimits.exchanges).compactMap { $0.prefixed(with: "_25._tcp") }
    let names = ["_dmarc", "_mta-sts", "_smtp._tls"].compactMap { domain.prefixed(with: $0) }
    let all =
      [DNSQuestion(apex, .soa), DNSQuestion(apex, .ns), DNSQuestion(domain, .mx), DNSQuestion(domain, .txt)]
      + names.map { DNSQuestion($0, .txt) } + keys + tlsa.map { DNSQuestion($0, .tlsa) }
    var seen: Set<DNSQuestion> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The replies; those to questions with different answers are the second ones.
  private static func settled(
    _ servers: [IPAddress], _ questions: [DNSQuestion], in apex: DomainName, with client: any AuthorityClient
  ) async -> [[AuthorityReply]] {
    var replies = await client.replies(from: servers, to: questions)
    let open = questions.indices.filter { index in
      Set(replies.compactMap { $0[index].essence(in: apex) }).count > 1 && questions[index].type != .soa
    }
    if open.isEmpty { return replies }
    let again = await client.replies(from: servers, to: open.map { questions[$0] })
    for server in servers.indices {
      for (index, reply) in zip(open, again[server]) where reply.essence(in: apex) != nil {
        replies[server][index] = reply
      }
    }
    return replies
  }

  /// The servers that the zone above names for `apex`; nil when nobody could be asked.
  private static func delegation(
    of apex: DomainName, using resolver: any Resolver, with client: any AuthorityClient
  ) async -> Set<DomainName>? {
    let names = (1..<max(2, apex.labelCount + 1)).prefix(AuthorityLimits.ancestors)
      .map { apex.suffix(labels: apex.labelCount - $0) }
    let answers = await resolver.answers(to: names.map { DNSQuestion($0, .ns) })
    guard let above = answers.first(where: \.hasOwnRecords) else { return nil }
    let hosts = above.records.compactMap { if case .ns(let name) = $0.data { name } else { nil } }.sorted()
    let pairs = await AddressPair.gather(
      Array(hosts.prefix(AuthorityLimits.parents)), limit: AuthorityLimits.parents, using: resolver)
    let addresses = pairs.compactMap { $0.ipv4.addresses.first ?? $0.ipv6.addresses.first }
      .filter { $0.specialPurpose == nil || $0.specialPurpose == .documentation }
    let replies = await client.replies(from: addresses, to: [DNSQuestion(apex, .ns)]).flatMap(\.self)
    for reply in replies {
      // A server of both zones answers for the lower one (RFC 1034 §4.2.1): then there is no other list to see.
      if case .referral(apex, let servers) = reply.content { return Set(servers) }
    }
    return nil
  }
}
