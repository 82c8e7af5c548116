public import DNS

/// The DKIM keys that a domain publishes, as far as selectors are known.
public struct DKIMSurvey: Sendable {
  /// The answer for `_domainkey`, which tells whether any selector exists (RFC 8020 §2); nil when the name is over-long.
  public let parent: DNSAnswer?

  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> DKIMSurvey {
    guard let name = domain.prefixed(with: "_domainkey") else { return DKIMSurvey(parent: nil) }
    return DKIMSurvey(parent: await resolver.answer(to: name, .txt))
  }
}
