public import DNS
import Syntax

/// Whether the owner of a report address outside the policy domain's organization wants the reports (RFC 9990 §4, and
/// RFC 9991 §5 for failure reports).
public struct DMARCReportAuthorization: Sendable {
  /// The tag that names the address.
  public let tag: Tag
  /// The address.
  public let uri: DMARCReportURI
  /// The domain behind the `@` of the address.
  public let host: DomainName
  /// The walk from ``host``; nil when host and policy domain are the same.
  public let walk: DMARCTreeWalk?
  /// The question of RFC 9990 §4 and its answer; nil when it could not be asked because the name would be over-long, or
  /// had no need to be.
  public let answer: DNSAnswer?
  /// What follows.
  public let outcome: Outcome

  /// The tags that name addresses.
  public enum Tag: String, Sendable, Hashable, CaseIterable {
    /// Aggregate reports.
    case rua
    /// Failure reports.
    case ruf
  }

  /// Whether reports are sent.
  public enum Outcome: Sendable, Equatable {
    /// The address is in the policy domain's organization: no consent is needed.
    case sameOrganization
    /// A record says `v=DMARC1`; the addresses that replace the one asked about, if it has such a tag.
    case authorized(replacement: [DMARCReportURI])
    /// There is no such record.
    case notAuthorized
    /// The name to ask for is longer than a name can be, so no record can stand there.
    case nameTooLong
    /// The record sends the reports to another host, which voids them altogether.
    case replacedByOtherHost(DomainName)
    /// Nobody could tell.
    case temporaryError(DNSQuestion, DNSFailure)
  }
}

extension DMARCReportAuthorization {
  /// Looks at every address of the record that applies, in one batch: the walks from all hosts, and the questions for
  /// consent, which are asked before it is known whether they are needed, because a round trip costs more.
  ///
  /// The result stands in the order of the record, `rua` before `ruf`; entries without a host are left out.
  public static func discover(
    _ found: DMARCPolicyDiscovery.PolicyRecord, walk: DMARCTreeWalk, resolver: any Resolver
  ) async -> [DMARCReportAuthorization] {
    let entries = found.value.reportHosts
    let others = Set(entries.map(\.host)).subtracting([found.domain]).sorted()
    let questions = others.compactMap { question(for: found.domain, host: $0) }
    let (walks, answers) = await DMARCTreeWalk.walks(from: others, and: questions, resolver: resolver)
    let organization = walk.restarted(at: found.domain).organizationalDomain
    return entries.map { entry in
      let hostWalk = walks.first { $0.start == entry.host }
      let question = question(for: found.domain, host: entry.host)
      let answer = question.flatMap { question in answers.first { $0.question == question } }
      let outcome = decide(entry, organization, hostWalk, answer)
      return DMARCReportAuthorization(
        tag: entry.tag, uri: entry.uri, host: entry.host, walk: hostWalk, answer: answer, outcome: outcome)
    }
  }

  /// TXT at `policy domain._report._dmarc.host`; nil when the name is over-long.
  public static func question(for policyDomain: DomainName, host: DomainName) -> DNSQuestion? {
    host.prefixed(with: "_report._dmarc")?.prefixed(with: policyDomain).map { DNSQuestion($0, .txt) }
  }

  private static func decide(
    _ entry: DMARCRecord.ReportHost, _ organization: DMARCDetermination<DomainName>, _ walk: DMARCTreeWalk?,
    _ answer: DNSAnswer?
  ) -> Outcome {
    guard let walk else { return .sameOrganization }
    let consent = consent(entry, answer)
    switch (organization, walk.organizationalDomain) {
    case (.known(let own), .known(let other)):
      return own == other ? .sameOrganization : consent
    case (.temporaryError(let question, let failure), _), (_, .temporaryError(let question, let failure)):
      // With consent the reports flow whatever the organizational domains are.
      if case .authorized = consent { return consent }
      return .temporaryError(question, failure)
    }
  }

  private static func consent(_ entry: DMARCRecord.ReportHost, _ answer: DNSAnswer?) -> Outcome {
    guard let answer else { return .nameTooLong }
    if let failure = answer.failure { return .temporaryError(answer.question, failure) }
    let records = answer.texts.map(\.joined).filter(DMARCRecord.isRecord).compactMap { DMARCRecord.parse($0).value }
    guard !records.isEmpty else { return .notAuthorized }
    let replacement = records.flatMap { entry.tag == .rua ? $0.rua : $0.ruf }.filter(\.isValid)
    if let stranger = replacement.compactMap(\.host).first(where: { $0 != entry.host }) {
      return .replacedByOtherHost(stranger)
    }
    return .authorized(replacement: replacement)
  }
}

extension DMARCRecord {
  /// An address of `rua` or `ruf` with its host.
  struct ReportHost: Sendable {
    let tag: DMARCReportAuthorization.Tag
    let uri: DMARCReportURI
    let host: DomainName
  }

  /// All addresses that have a host, in order, `rua` first.
  var reportHosts: [ReportHost] {
    rua.compactMap { uri in uri.host.map { ReportHost(tag: .rua, uri: uri, host: $0) } }
      + ruf.compactMap { uri in uri.host.map { ReportHost(tag: .ruf, uri: uri, host: $0) } }
  }
}
