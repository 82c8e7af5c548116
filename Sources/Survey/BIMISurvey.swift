public import DNS
import HTTPS
public import MailAuthentication

/// What a domain publishes for BIMI, at the default selector.
public struct BIMISurvey: Sendable {
  /// What stands at the domain.
  public let own: RecordSelection<BIMIRecord>
  /// The organizational domain, and what stands there; nil when that is the domain itself.
  public let organization: (domain: DomainName, selection: RecordSelection<BIMIRecord>)?
  /// The logo that `l=` names; nil without a URL.
  public let logo: HTTPSFile?
  /// The certificate that `a=` names; nil without a URL.
  public let certificate: HTTPSFile?

  /// What a reader takes: the record of the domain, and without one that of the organizational domain (draft, Assertion
  /// Record Discovery).
  public var selection: RecordSelection<BIMIRecord> { Self.chosen(own, organization?.selection) }

  private static func chosen(
    _ own: RecordSelection<BIMIRecord>, _ above: RecordSelection<BIMIRecord>?
  ) -> RecordSelection<BIMIRecord> {
    guard let above, own.records.isEmpty, own.answer.failure == nil else { return own }
    if case .absent = above.outcome { return own }
    return above
  }
}

extension BIMISurvey {
  /// Fetches what the record points at, both files at the same time.
  static func gather(
    own answer: DNSAnswer, organization: (domain: DomainName, answer: DNSAnswer)?, with instruments: Instruments,
    using resolver: any Resolver
  ) async -> BIMISurvey {
    let own = RecordSelection<BIMIRecord>(answer)
    let above = organization.map { ($0.domain, RecordSelection<BIMIRecord>($0.answer)) }
    let record = chosen(own, above?.1).usable
    async let logo = file(record?.location, BIMILimits.fetchedLogoOctets, instruments, resolver)
    async let certificate = file(record?.authority, BIMILimits.certificateOctets, instruments, resolver)
    return BIMISurvey(own: own, organization: above, logo: await logo, certificate: await certificate)
  }

  private static func file(
    _ location: BIMIRecord.Location?, _ limit: Int, _ instruments: Instruments, _ resolver: any Resolver
  ) async -> HTTPSFile? {
    guard let url = location?.url else { return nil }
    let request = HTTPSRequest(url, bodyLimit: limit, time: BIMILimits.fetchTime)
    return await HTTPSFile.gather(request, with: instruments.https, using: resolver)
  }
}
