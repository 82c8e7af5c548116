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
  /// MTA-STS.
  public let mtaSTS: MTASTSSurvey
  /// TLS-RPT.
  public let tlsRPT: TLSRPTSurvey
  /// BIMI.
  public let bimi: BIMISurvey
  /// The names in the domains of others that mail records point at.
  public let targets: TargetSurvey
  /// The TLSA records of the hosts that receive mail.
  public let dane: DANESurvey
  /// What the mail servers showed; nil when nobody asked them.
  public let mailServers: MailServerSurvey?
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
    async let policies = PolicySurvey.gather(domain, options: options, with: instruments, using: recorder)
    let (hosts, senders, keys, policy) = (await mx, await spf, await dkim, await dmarc)
    let references = hosts.references + senders.references + keys.references + policy.references
    async let dane = DANESurvey.gather(hosts, with: instruments.validator, using: recorder)
    async let mailServers = MailServerSurvey.gather(hosts, options: options, with: instruments.mailServers)
    let targets = await TargetSurvey.gather(
      references, outside: domain, list: options.publicSuffixList, using: recorder)
    let published = await policies
    return DomainSurvey(
      domain: domain, options: options, zone: await zone, mx: hosts, spf: senders, dkim: keys, dmarc: policy,
      mtaSTS: published.mtaSTS, tlsRPT: published.tlsRPT, bimi: published.bimi,
      targets: targets, dane: await dane, mailServers: await mailServers, answers: recorder.answers)
  }
}
