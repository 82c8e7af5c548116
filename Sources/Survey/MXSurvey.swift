public import DNS

/// The hosts that receive mail for a domain.
public struct MXSurvey: Sendable {
  /// The MX records of the domain.
  public let answer: DNSAnswer

  static func gather(_ domain: DomainName, using resolver: any Resolver) async -> MXSurvey {
    MXSurvey(answer: await resolver.answer(to: domain, .mx))
  }
}
