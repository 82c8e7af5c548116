public import DNS
public import MailAuthentication

/// Who may issue certificates for the domain's own mail hosts.
public struct CAASurvey: Sendable {
  /// The hosts: exchanges in the domain's own names, and the MTA-STS host if it is announced and exists, each with what
  /// counts for it.
  public let lookups: [CAALookup]
  /// The answer for the MTA-STS host, if it failed: nobody can tell whether there is such a host.
  public let unreadPolicyHost: DNSAnswer?
}

extension CAASurvey {
  /// Asks for all hosts and the names above them at once. MX is known by then, and what stands at `_mta-sts`.
  static func gather(
    _ domain: DomainName, options: SurveyOptions, mx: MXSurvey?, using resolver: any Resolver
  ) async -> CAASurvey {
    guard let mx else { return CAASurvey(lookups: [], unreadPolicyHost: nil) }
    let home = options.publicSuffixList.registrableDomain(of: domain) ?? domain
    let exchanges = mx.delivery == .exchanges ? mx.hosts.map(\.name).filter { $0.isEqual(toOrBelow: home) } : []
    // RFC 8461 §3.3: the policy is fetched from this host.
    let policyHost = await MTASTSSurvey.announcedHost(of: domain, using: resolver)
    let hosts = exchanges.prefix(CAASurveyLimits.exchanges) + (policyHost.map { [$0] } ?? [])
    var seen: Set<DomainName> = []
    let names = hosts.flatMap(CAALookup.names).filter { seen.insert($0).inserted }
    if names.isEmpty { return CAASurvey(lookups: [], unreadPolicyHost: nil) }
    let answers = await resolver.answers(to: names.map { DNSQuestion($0, .caa) })
    let known = Dictionary(zip(names.map { DNSQuestion($0, .caa) }, answers)) { first, _ in first }
    let lookups = hosts.filter { host in
      host != policyHost || known[DNSQuestion(host, .caa)].map(provesHost) ?? false
    }
    let policyAnswer = policyHost.flatMap { known[DNSQuestion($0, .caa)] }
    return CAASurvey(
      lookups: lookups.map { CAALookup($0, among: known) },
      unreadPolicyHost: policyAnswer?.failure == nil ? nil : policyAnswer)
  }

  /// Whether a name exists: only then is it a host that needs a certificate.
  private static func provesHost(_ answer: DNSAnswer) -> Bool {
    answer.failure == nil && answer.outcome != .nameError
  }
}

/// The limits of looking at mail hosts for CAA.
enum CAASurveyLimits {
  /// So many exchanges, the most preferred first: those of one domain nearly always share their CAA records.
  static let exchanges = 5
}
