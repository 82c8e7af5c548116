public import DNS
import HTTPS
public import MailAuthentication
public import OpenSSLKit

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
  /// What the file of the certificate holds; nil when it was not read.
  public let mark: Result<BIMIMarkCertificate, BIMIMarkCertificate.Fault>?
  /// What the chain of the mark certificate is worth by the roots that the owner named; nil when there are none.
  public let markVerdict: ChainVerdict?

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
    own answer: DNSAnswer, organization: (domain: DomainName, answer: DNSAnswer)?, options: SurveyOptions,
    with instruments: Instruments, using resolver: any Resolver
  ) async -> BIMISurvey {
    let own = RecordSelection<BIMIRecord>(answer)
    let above = organization.map { ($0.domain, RecordSelection<BIMIRecord>($0.answer)) }
    let record = chosen(own, above?.1).usable
    async let logo = file(record?.location, BIMILimits.fetchedLogoOctets, instruments, resolver)
    async let certificate = file(record?.authority, BIMILimits.certificateOctets, instruments, resolver)
    let evidence = await certificate
    let mark = evidence?.content.map { text in
      Result { () throws(BIMIMarkCertificate.Fault) in try BIMIMarkCertificate(pem: text) }
    }
    return BIMISurvey(
      own: own, organization: above, logo: await logo, certificate: evidence, mark: mark,
      markVerdict: verdict(
        on: try? mark?.get(), by: options.markRoots, at: evidence?.answer.time ?? options.time))
  }

  private static func verdict(
    on mark: BIMIMarkCertificate?, by roots: [Certificate]?, at time: Int?
  ) -> ChainVerdict? {
    guard let mark, let roots, let time,
      let store = try? TrustStore(roots, origin: "roots of mark certificates")
    else { return nil }
    let rest = mark.chain.indices.filter { $0 != mark.position }.map { mark.chain[$0] }
    return store.verdict(on: [mark.certificate] + rest, at: time, isServer: false)
  }

  private static func file(
    _ location: BIMIRecord.Location?, _ limit: Int, _ instruments: Instruments, _ resolver: any Resolver
  ) async -> HTTPSFile? {
    guard let url = location?.url else { return nil }
    let request = HTTPSRequest(url, bodyLimit: limit, time: BIMILimits.fetchTime)
    return await HTTPSFile.gather(request, with: instruments.https, using: resolver)
  }
}
