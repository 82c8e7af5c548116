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
    let organization = options.publicSuffixList.registrableDomain(of: domain) ?? domain
    let names = [
      MTASTSRecord.name(for: domain), TLSRPTRecord.name(for: domain), BIMIRecord.name(for: domain),
      organization == domain ? nil : BIMIRecord.name(for: organization)
    ]
    let isWanted = [options.scope.contains(.policies), options.scope.contains(.bimi)]
    let wanted = Set(zip(names, [isWanted[0], isWanted[0], isWanted[1], isWanted[1]]).compactMap { $1 ? $0 : nil })
    let asked = ScopedResolver(resolver) { wanted.contains($0.name) }
    var answers = await asked.answers(to: names.compactMap { $0.map { DNSQuestion($0, .txt) } }).makeIterator()
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
}
