import DNS
import MailAuthentication

/// The records that stand at names of their own below a domain: MTA-STS, TLS-RPT and BIMI, asked for in one batch.
struct PolicySurvey: Sendable {
  let mtaSTS: MTASTSSurvey
  let tlsRPT: TLSRPTSurvey
  let bimi: BIMISurvey

  /// Asks for the records, then fetches what they point at.
  static func gather(
    _ domain: DomainName, options: SurveyOptions, with instruments: Instruments, using resolver: any Resolver
  ) async -> PolicySurvey {
    guard options.scope.contains(.policies) else { return await unasked(domain, options, instruments, resolver) }
    let organization = options.publicSuffixList.registrableDomain(of: domain) ?? domain
    let names = [
      MTASTSRecord.name(for: domain), TLSRPTRecord.name(for: domain), BIMIRecord.name(for: domain),
      organization == domain ? nil : BIMIRecord.name(for: organization)
    ]
    var answers = await resolver.answers(to: names.compactMap { $0.map { DNSQuestion($0, .txt) } }).makeIterator()
    let found = names.map { name in
      // A name that would be over-long cannot exist (RFC 1035 §2.3.4).
      name == nil ? DNSAnswer(question: DNSQuestion(domain, .txt), outcome: .nameError) : answers.next()
    }.map { $0 ?? .notAsked(domain, .txt) }
    async let mtaSTS = MTASTSSurvey.gather(domain, found[0], with: instruments, using: resolver)
    async let tlsRPT = TLSRPTSurvey.gather(found[1], with: instruments.reportCollectors, using: resolver)
    async let bimi = BIMISurvey.gather(
      own: found[2], organization: organization == domain ? nil : (organization, found[3]), options: options,
      with: instruments, using: resolver)
    return PolicySurvey(mtaSTS: await mtaSTS, tlsRPT: await tlsRPT, bimi: await bimi)
  }

  /// Nobody asked, and nothing is known.
  private static func unasked(
    _ domain: DomainName, _ options: SurveyOptions, _ instruments: Instruments, _ resolver: any Resolver
  ) async -> PolicySurvey {
    let nothing = DNSAnswer.notAsked(domain, .txt)
    return PolicySurvey(
      mtaSTS: await MTASTSSurvey.gather(domain, nothing, with: instruments, using: resolver),
      tlsRPT: await TLSRPTSurvey.gather(nothing, with: nil, using: resolver),
      bimi: await BIMISurvey.gather(
        own: nothing, organization: nil, options: options, with: instruments, using: resolver))
  }
}
