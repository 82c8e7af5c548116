public import DNS
public import MailAuthentication

/// What a domain and the names above it publish for DMARC.
public struct DMARCSurvey: Sendable {
  /// The tree walk and what it decides (RFC 9989 §4.10).
  public let discovery: DMARCPolicyDiscovery
  /// The answer of the former standard (RFC 7489 §6.6.3).
  public let former: DMARC7489Discovery
  /// The record that applies; nil when none does.
  public let policyRecord: DMARCDetermination<DMARCPolicyDiscovery.PolicyRecord?>
  /// The organizational domain by the walk.
  public let organizationalDomain: DMARCDetermination<DomainName>
  /// The policy for mail of the domain; nil when DMARC does not apply.
  public let effectivePolicy: DMARCDetermination<DMARCEffectivePolicy?>
  /// The consent of each report address of the record that applies.
  public let authorizations: [DMARCReportAuthorization]
  /// Whether the domains of the report addresses receive mail, in the order of names.
  public let reportHosts: [ReportHost]
  /// The names between the domain and its last seven labels, which the walk passes over, longest first.
  public let skipped: [DMARCWalkStep]
  /// TXT records at names where a DMARC record is put by mistake; empty when one stands where it belongs.
  public let misplaced: [DNSAnswer]

  /// The domain of a report address, and how it receives mail.
  public struct ReportHost: Sendable {
    /// The domain behind the `@`.
    public let domain: DomainName
    /// Its MX records.
    public let mx: DNSAnswer
    /// Its IPv4 addresses.
    public let ipv4: DNSAnswer
    /// Its IPv6 addresses.
    public let ipv6: DNSAnswer
  }
}

extension DMARCSurvey {
  /// Two rounds of questions: the walk, then what its result makes worth asking.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions = .init(), using resolver: any Resolver
  ) async -> DMARCSurvey {
    let discovery = await DMARCPolicyDiscovery.discover(domain, resolver: resolver)
    let policyRecord = discovery.policyRecord
    let found = policyRecord.value ?? nil
    async let hosts = reportHosts(found, using: resolver)
    async let beside = beside(domain, discovery, using: resolver)
    // What the former standard asks for, the walk has nearly always asked already.
    let authorizations = await authorizations(found, discovery, using: resolver)
    let former = await DMARC7489Discovery.discover(
      discovery.walk, list: options.publicSuffixList, resolver: resolver)
    let (skipped, misplaced) = await beside
    return DMARCSurvey(
      discovery: discovery, former: former, policyRecord: policyRecord,
      organizationalDomain: discovery.organizationalDomain, effectivePolicy: discovery.effectivePolicy,
      authorizations: authorizations, reportHosts: await hosts, skipped: skipped, misplaced: misplaced)
  }

  private static func authorizations(
    _ found: DMARCPolicyDiscovery.PolicyRecord?, _ discovery: DMARCPolicyDiscovery, using resolver: any Resolver
  ) async -> [DMARCReportAuthorization] {
    guard let found else { return [] }
    return await DMARCReportAuthorization.discover(found, walk: discovery.walk, resolver: resolver)
  }

  private static func reportHosts(
    _ found: DMARCPolicyDiscovery.PolicyRecord?, using resolver: any Resolver
  ) async -> [ReportHost] {
    let uris = (found?.value.rua ?? []) + (found?.value.ruf ?? [])
    let domains = Set(
      uris.compactMap { if case .mailbox(let domain) = $0.target { domain } else { nil } }
    ).sorted()
    return await ReportHost.gather(domains, using: resolver)
  }

  /// Records where nobody looks: at names that the walk passes over, and where they are put by mistake.
  private static func beside(
    _ domain: DomainName, _ discovery: DMARCPolicyDiscovery, using resolver: any Resolver
  ) async -> (skipped: [DMARCWalkStep], misplaced: [DNSAnswer]) {
    let skipped = await steps(at: skippedNames(domain), using: resolver)
    return (skipped, await misplaced(domain, discovery, using: resolver))
  }

  private static func misplaced(
    _ domain: DomainName, _ discovery: DMARCPolicyDiscovery, using resolver: any Resolver
  ) async -> [DNSAnswer] {
    guard let own = discovery.walk.steps.first, own.answer?.failure == nil, own.records.isEmpty else { return [] }
    let names = [
      domain, domain.prefixed(with: "dmarc"), domain.prefixed(with: domain)?.prefixed(with: "_dmarc"),
      domain.prefixed(with: "_dmarc.www")
    ]
    return await resolver.answers(to: names.compactMap { $0.map { DNSQuestion($0, .txt) } })
  }

  /// RFC 9989 §4.10: a name with more than eight labels is followed by its last seven.
  private static func skippedNames(_ domain: DomainName) -> [DomainName] {
    guard domain.labelCount > longestWalk else { return [] }
    let visited = Set(DMARCTreeWalk.names(from: domain).map(\.labelCount))
    return (1...max(1, domain.labelCount)).reversed().filter { $0 <= domain.labelCount && !visited.contains($0) }
      .prefix(maximumSkipped).map { domain.suffix(labels: $0) }
  }

  private static func steps(at names: [DomainName], using resolver: any Resolver) async -> [DMARCWalkStep] {
    guard !names.isEmpty else { return [] }
    let questions = names.compactMap(DMARCWalkStep.question)
    let answers = await resolver.answers(to: questions)
    return names.map { name in
      let question = DMARCWalkStep.question(for: name)
      return DMARCWalkStep(domain: name, answer: answers.first { $0.question == question })
    }
  }

  /// RFC 9989 §4.10: the walk visits every name of a domain with so many labels.
  private static let longestWalk = 8
  /// No mail domain has more labels than this beyond the walk; a longer name is an attack.
  private static let maximumSkipped = 16
}
