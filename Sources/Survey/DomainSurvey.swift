public import DNS

/// Everything that was learned about one domain: a value that checks judge without asking again.
public struct DomainSurvey: Sendable {
  /// The domain.
  public let domain: DomainName
  /// What the owner told.
  public let options: SurveyOptions
  /// The zone: authority, name servers, addresses.
  public let zone: ZoneSurvey
  /// The hosts that receive mail.
  public let mx: MXSurvey
  /// SPF.
  public let spf: SPFSurvey
  /// DKIM keys.
  public let dkim: DKIMSurvey
  /// DMARC.
  public let dmarc: DMARCSurvey
  /// The names in the domains of others that mail records point at.
  public let targets: TargetSurvey
  /// The hosts that send, and the names of their addresses.
  public let sending: SendingHostSurvey
  /// Who may issue certificates for its mail hosts.
  public let caa: CAASurvey
  /// Whether the servers of its zone were to be asked one by one.
  public let asksAuthorities: Bool
  /// What the servers of its zone say; nil when they are not asked, or when the zone is not known.
  public let authorities: AuthoritySurvey?
  /// What block lists say; nil when they are not asked.
  public let blockLists: BlockListSurvey?
  /// Every answer that the survey got, in the order of the questions.
  public let answers: [DNSAnswer]
}

extension DomainSurvey {
  /// Looks at `domain` through `resolver` and with nothing else.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions = .init(), using resolver: any Resolver
  ) async -> DomainSurvey {
    await gather(domain, options: options, with: Instruments(resolver: resolver))
  }

  /// Looks at `domain` with `instruments`: all areas at the same time, each in as few rounds of questions as it can.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions = .init(), with instruments: Instruments
  ) async -> DomainSurvey {
    let recorder = RecordingResolver(instruments.resolver)
    async let zone = ZoneSurvey.gather(domain, options: options, using: recorder)
    async let mx = MXSurvey.gather(domain, using: recorder)
    async let spf = SPFSurvey.gather(domain, options: options, using: recorder)
    async let dkim = DKIMSurvey.gather(domain, options: options, using: recorder)
    async let dmarc = DMARCSurvey.gather(domain, options: options, using: recorder)
    let (hosts, senders) = (await mx, await spf)
    async let sending = SendingHostSurvey.gather(domain, options: options, mx: hosts, spf: senders, using: recorder)
    async let caa = CAASurvey.gather(domain, options: options, mx: hosts, using: recorder)
    let (keys, policy) = (await dkim, await dmarc)
    let references = hosts.references + senders.references + keys.references + policy.references
    let targets = await TargetSurvey.gather(
      references, outside: domain, list: options.publicSuffixList, using: recorder)
    let lists = await BlockListSurvey.gather(
      domain, options: options, sending: await sending, with: instruments.blockLists)
    let authorities = await AuthoritySurvey.gather(
      domain, zone: await zone, dkim: keys, using: recorder, with: instruments.authorities)
    return DomainSurvey(
      domain: domain, options: options, zone: await zone, mx: hosts, spf: senders, dkim: keys, dmarc: policy,
      targets: targets, sending: await sending, caa: await caa, asksAuthorities: instruments.authorities != nil,
      authorities: authorities,
      blockLists: lists, answers: recorder.answers)
  }
}
