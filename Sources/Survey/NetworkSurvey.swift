import DNS

/// What others say of the domain's hosts: reverse zones, certification authorities' records, block lists, and the
/// servers of the zone themselves.
public struct NetworkSurvey: Sendable {
  /// The hosts that send, and the names of their addresses.
  public let sending: SendingHostSurvey
  /// The web sites of those that the owner named; nil when they are not looked at.
  public let hostSites: HostSiteSurvey?
  /// Who may issue certificates for its mail hosts.
  public let caa: CAASurvey
  /// Whether the servers of its zone were to be asked one by one.
  public let asksAuthorities: Bool
  /// What the servers of its zone say; nil when they are not asked, or when the zone is not known.
  public let authorities: AuthoritySurvey?
  /// What block lists say; nil when they are not asked.
  public let blockLists: BlockListSurvey?
}

extension NetworkSurvey {
  /// Asks for all at the same time; only block lists and web sites wait for the names of the sending hosts.
  static func gather(
    _ domain: DomainName, options: SurveyOptions, zone: ZoneSurvey, mx: MXSurvey, spf: SPFSurvey, dkim: DKIMSurvey,
    with instruments: Instruments, using resolver: any Resolver
  ) async -> NetworkSurvey {
    let scope = options.scope
    async let caa = CAASurvey.gather(
      domain, options: options, mx: scope.contains(.issuers) ? mx : nil, using: resolver)
    async let authorities = AuthoritySurvey.gather(
      domain, zone: zone, mx: mx, dkim: dkim, using: resolver, with: instruments.authorities)
    let sending =
      scope.contains(.senders)
      ? await SendingHostSurvey.gather(domain, options: options, mx: mx, spf: spf, using: resolver)
      : SendingHostSurvey(hosts: [], isTruncated: false, helo: nil)
    async let sites = HostSiteSurvey.gather(
      sending.hosts, options: options, with: instruments.hostSites, using: resolver)
    let lists = await BlockListSurvey.gather(
      domain, options: options, sending: sending, with: instruments.blockLists)
    return NetworkSurvey(
      sending: sending, hostSites: await sites, caa: await caa, asksAuthorities: instruments.authorities != nil,
      authorities: await authorities, blockLists: lists)
  }
}

extension DomainSurvey {
  /// The hosts that send, and the names of their addresses.
  public var sending: SendingHostSurvey { network.sending }
  /// The web sites of those that the owner named; nil when they are not looked at.
  public var hostSites: HostSiteSurvey? { network.hostSites }
  /// Who may issue certificates for its mail hosts.
  public var caa: CAASurvey { network.caa }
  /// Whether the servers of its zone were to be asked one by one.
  public var asksAuthorities: Bool { network.asksAuthorities }
  /// What the servers of its zone say; nil when they are not asked, or when the zone is not known.
  public var authorities: AuthoritySurvey? { network.authorities }
  /// What block lists say; nil when they are not asked.
  public var blockLists: BlockListSurvey? { network.blockLists }
}
