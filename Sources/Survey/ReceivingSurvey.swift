public import DNS

/// Everything about the hosts that receive mail for a domain, and nothing else.
public struct ReceivingSurvey: Sendable {
  /// The hosts.
  public let mx: MXSurvey
  /// Their TLSA records.
  public let dane: DANESurvey
  /// What they showed; nil when nobody asked them.
  public let servers: MailServerSurvey?

  /// Looks at the hosts of `domain`.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions, with instruments: Instruments
  ) async -> ReceivingSurvey {
    let mx = await MXSurvey.gather(domain, using: instruments.resolver)
    async let dane = DANESurvey.gather(mx, with: instruments.validator, using: instruments.resolver)
    async let servers = MailServerSurvey.gather(mx, options: options, with: instruments.mailServers)
    return ReceivingSurvey(mx: mx, dane: await dane, servers: await servers)
  }
}
