public import DNS

/// What the zone of a domain tells of itself.
public struct ZoneSurvey: Sendable {
  /// The SOA record of the domain.
  public let soa: DNSAnswer
  /// The name servers of the domain.
  public let nameServers: DNSAnswer
  /// The IPv4 addresses of the domain itself.
  public let ipv4: DNSAnswer
  /// The IPv6 addresses of the domain itself.
  public let ipv6: DNSAnswer

  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> ZoneSurvey {
    let answers = await resolver.answers(
      to: [.soa, .ns, .a, .aaaa].map { DNSQuestion(domain, $0) })
    return ZoneSurvey(soa: answers[0], nameServers: answers[1], ipv4: answers[2], ipv6: answers[3])
  }
}
