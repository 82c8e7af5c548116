public import DNS

/// What a domain and the names above it publish for DMARC.
public struct DMARCSurvey: Sendable {
  /// The TXT records at `_dmarc`; nil when the name is over-long.
  public let answer: DNSAnswer?

  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> DMARCSurvey {
    guard let name = domain.prefixed(with: "_dmarc") else { return DMARCSurvey(answer: nil) }
    return DMARCSurvey(answer: await resolver.answer(to: name, .txt))
  }
}
