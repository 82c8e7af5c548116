public import DNS

/// Everything that was learned about one domain: what checks judge without asking again. It never changes.
public final class DomainSurvey: Sendable {
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
  /// What DNSSEC says of these names.
  public let dnssec: DNSSECSurvey
  /// What others say of its hosts.
  public let network: NetworkSurvey
  /// The TLSA records of the hosts that receive mail.
  public let dane: DANESurvey
  /// What the mail servers showed; nil when nobody asked them.
  public let mailServers: MailServerSurvey?
  /// The servers that mail programs are led to.
  public let clientServices: ClientServiceSurvey
  /// Every answer that the survey got, in the order of the questions.
  public let answers: [DNSAnswer]
  /// How many questions of the survey an earlier one had asked already.
  public let repeatedQuestions: Int
  /// The answers for names of the domain's own: itself and what lies below, without made-up names.
  public let ownAnswers: [DNSAnswer]
  /// The answers for names at the domain and below, made-up names among them.
  public let answersAtOrBelow: ArraySlice<DNSAnswer>
  /// Whether a question of the survey failed.
  public let hasFailures: Bool
  /// The texts meant for mail at the domain and below, in the order of their names.
  public let mailTexts: [MailText]
  /// The TXT answers at the domain and at `_dmarc` that failed: texts that could not be looked at.
  public let unreadTexts: [DNSAnswer]

  /// Joins the surveys of the areas, and works out what several checks ask of the answers, which come in any order.
  init(
    domain: DomainName, options: SurveyOptions, zone: ZoneSurvey, mx: MXSurvey, spf: SPFSurvey, dkim: DKIMSurvey,
    dmarc: DMARCSurvey, policies: PolicySurvey, targets: TargetSurvey, dnssec: DNSSECSurvey, network: NetworkSurvey,
    dane: DANESurvey, mailServers: MailServerSurvey?, clientServices: ClientServiceSurvey, answers: [DNSAnswer],
    repeatedQuestions: Int
  ) {
    self.domain = domain
    self.options = options
    self.zone = zone
    self.mx = mx
    self.spf = spf
    self.dkim = dkim
    self.dmarc = dmarc
    mtaSTS = policies.mtaSTS
    tlsRPT = policies.tlsRPT
    bimi = policies.bimi
    self.targets = targets
    self.dnssec = dnssec
    self.network = network
    self.dane = dane
    self.mailServers = mailServers
    self.clientServices = clientServices
    let ordered = OrderedAnswers(answers, around: domain)
    self.answers = ordered.all
    answersAtOrBelow = ordered.all[ordered.own]
    self.repeatedQuestions = repeatedQuestions
    hasFailures = answers.contains { $0.failure != nil }
    let probe = Array(options.probeLabel.utf8)
    ownAnswers = answersAtOrBelow.filter { !$0.question.name.begins(with: probe) }
    mailTexts = ownAnswers.flatMap { answer in answer.texts.compactMap { MailText($0, of: answer.question) } }
    let names = [domain, domain.prefixed(with: "_dmarc")]
    unreadTexts = answersAtOrBelow.filter {
      $0.failure != nil && $0.question.type == .txt && names.contains($0.question.name)
    }
  }

  /// The answers that tell where mail for the domain goes: its MX records and, as far as they were asked for, its own
  /// addresses.
  public var deliveryAnswers: [DNSAnswer] {
    [mx.answer] + [zone.ipv4, zone.ipv6].filter { $0.failure != .notAsked }
  }

  /// Whether a name was made up to find wildcards.
  public func isProbe(_ name: DomainName) -> Bool { name.begins(with: Array(options.probeLabel.utf8)) }
}

extension DomainName {
  /// Whether the leftmost label is `label`.
  fileprivate func begins(with label: [UInt8]) -> Bool {
    Int(wire[0]) == label.count && wire[1..<(label.count + 1)].elementsEqual(label)
  }
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
    let (recorder, scope) = (RecordingResolver(instruments.resolver), options.scope)
    let judge = instruments.validator?.judging(answersOf: GlancingResolver(recorder: recorder))
    let instruments = instruments.validating(with: judge ?? instruments.validator)
    async let zone = ZoneSurvey.gather(domain, options: options, using: recorder)
    async let mx = MXSurvey.gather(domain, scope: scope, using: recorder)
    async let spf = SPFSurvey.gather(
      domain, options: options, using: scope.senderPolicyResolver(recorder, for: domain))
    async let dkim = DKIMSurvey.gather(domain, options: options, using: recorder)
    async let dmarc = DMARCSurvey.gather(domain, options: options, using: scope.receiverPolicyResolver(recorder))
    async let policies = PolicySurvey.gather(domain, options: options, with: instruments, using: recorder)
    async let services = ClientServiceSurvey.gather(domain, options: options, with: instruments, using: recorder)
    let validator = scope.contains(.dnssec) ? instruments.validator : nil
    // Answers that are judged as they are wait until they are there.
    async let begun = judge == nil ? DNSSECSurvey.begin(domain, validator) : nil
    let (hosts, senders, keys, policy) = (await mx, await spf, await dkim, await dmarc)
    let references =
      scope.contains(.names) ? hosts.references + senders.references + keys.references + policy.references : []
    let ownZone = await zone
    async let network = NetworkSurvey.gather(
      domain, options: options, zone: ownZone, mx: hosts, spf: senders, dkim: keys, with: instruments, using: recorder)
    async let dane = DANESurvey.gather(
      scope.contains(.dane) ? hosts : nil, with: instruments.validator, using: recorder)
    async let mailServers = MailServerSurvey.gather(
      hosts, for: domain, options: options, with: instruments.mailServers)
    async let targets = TargetSurvey.gather(
      references, outside: domain, list: options.publicSuffixList, using: recorder)
    let dnssec = await DNSSECSurvey.gather(
      await begun, of: domain, hosts: hosts, keys: keys, apex: ownZone.apex, validator, using: recorder)
    let (tlsa, servers, others, shared) = (await dane, await mailServers, await network, await policies)
    let (named, clients) = (await targets, await services)
    let answers = recorder.unorderedAnswers
    return DomainSurvey(
      domain: domain, options: options, zone: ownZone, mx: hosts, spf: senders, dkim: keys, dmarc: policy,
      policies: shared, targets: named, dnssec: dnssec, network: others, dane: tlsa, mailServers: servers,
      clientServices: clients, answers: answers, repeatedQuestions: recorder.questionCount - answers.count)
  }
}
