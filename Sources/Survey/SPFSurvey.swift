public import DNS

/// What a domain publishes for SPF.
public struct SPFSurvey: Sendable {
  /// The TXT records of the domain.
  public let answer: DNSAnswer

  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> SPFSurvey {
    SPFSurvey(answer: await resolver.answer(to: domain, .txt))
  }
}
