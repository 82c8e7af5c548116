public import DNS
import MailAuthentication

/// Everything about the hosts that receive mail for a domain, and nothing else.
public struct ReceivingSurvey: Sendable {
  /// The hosts.
  public let mx: MXSurvey
  /// Their TLSA records.
  public let dane: DANESurvey
  /// What they showed; nil when nobody asked them.
  public let servers: MailServerSurvey?
  /// What the domain says of them in MTA-STS.
  public let mtaSTS: MTASTSSurvey
  /// The PTR records of their addresses.
  public let reverse: [IPAddress: DNSAnswer]

  /// Looks at the hosts of `domain`.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions, with instruments: Instruments
  ) async -> ReceivingSurvey {
    let mx = await MXSurvey.gather(domain, using: instruments.resolver)
    async let dane = DANESurvey.gather(mx, with: instruments.validator, using: instruments.resolver)
    async let servers = MailServerSurvey.gather(mx, for: domain, options: options, with: instruments.mailServers)
    async let mtaSTS = mtaSTS(domain, with: instruments)
    let reverse = await reverse(of: mx, using: instruments.resolver)
    return ReceivingSurvey(
      mx: mx, dane: await dane, servers: await servers, mtaSTS: await mtaSTS, reverse: reverse)
  }

  private static func mtaSTS(_ domain: DomainName, with instruments: Instruments) async -> MTASTSSurvey {
    // A name that would be over-long cannot exist (RFC 1035 §2.3.4).
    let answer =
      if let name = MTASTSRecord.name(for: domain) {
        await instruments.resolver.answer(to: name, .txt)
      } else {
        DNSAnswer(question: DNSQuestion(domain, .txt), outcome: .nameError)
      }
    return await MTASTSSurvey.gather(domain, answer, with: instruments, using: instruments.resolver)
  }

  private static func reverse(of mx: MXSurvey, using resolver: any Resolver) async -> [IPAddress: DNSAnswer] {
    let addresses = Array(Set(mx.hosts.flatMap(\.addresses)).sorted().prefix(mostAddresses))
    if addresses.isEmpty { return [:] }
    let answers = await resolver.answers(to: addresses.map { DNSQuestion($0.reverseName, .ptr) })
    return Dictionary(uniqueKeysWithValues: zip(addresses, answers))
  }

  /// So many addresses are asked for their names; big receivers have some dozens.
  private static let mostAddresses = 64
}
