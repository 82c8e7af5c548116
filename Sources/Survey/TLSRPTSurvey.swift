import DNS
public import HTTPS
public import MailAuthentication

/// What a domain publishes for reports of TLS failures (RFC 8460).
public struct TLSRPTSurvey: Sendable {
  /// What stands at `_smtp._tls`.
  public let selection: RecordSelection<TLSRPTRecord>
  /// Whether the domains of the `mailto:` addresses receive mail, in the order of names.
  public let reportHosts: [DMARCSurvey.ReportHost]
  /// What the `https:` collectors answered to an empty POST, in the order of the record, at most
  /// ``TLSRPTSurvey/mostCollectors``; nil when they are not asked.
  public let collectors: [HTTPSFile]?

  /// The `https:` collectors that a record names, each once.
  public static func collectors(of record: TLSRPTRecord) -> [HTTPSURL] {
    var urls: [HTTPSURL] = []
    for case .collector(let url) in record.rua.map(\.target) where !urls.contains(url) { urls.append(url) }
    return urls
  }

  /// So many collectors are asked: nobody names more, and each may be a server of somebody else.
  public static let mostCollectors = 4
}

extension TLSRPTSurvey {
  /// Asks for the hosts behind the addresses of the record, if there is one, and asks the collectors if there is
  /// something to ask them with.
  static func gather(
    _ answer: DNSAnswer, with fetcher: (any HTTPSFetcher)?, using resolver: any Resolver
  ) async -> TLSRPTSurvey {
    let selection = RecordSelection<TLSRPTRecord>(answer)
    let record = selection.usable
    let domains = (record?.rua ?? []).compactMap { uri in
      if case .mailbox(let domain) = uri.target { domain } else { nil }
    }
    async let collectors = probe(record.map(collectors) ?? [], with: fetcher, using: resolver)
    let hosts = await DMARCSurvey.ReportHost.gather(Set(domains).sorted(), using: resolver)
    return TLSRPTSurvey(selection: selection, reportHosts: hosts, collectors: await collectors)
  }

  /// Sends one request to each collector. RFC 8460 §5.4: reports come by POST, so that only a POST shows whether one is
  /// taken. Collectors often know no other method, and answer 404 or 405 to HEAD and OPTIONS while all is well. A POST
  /// without content can be counted as no report: it is neither gzip nor JSON, and a collector refuses it with 400.
  private static func probe(
    _ urls: [HTTPSURL], with fetcher: (any HTTPSFetcher)?, using resolver: any Resolver
  ) async -> [HTTPSFile]? {
    guard let fetcher else { return nil }
    return await HTTPSFile.gather(
      urls.prefix(mostCollectors).map {
        HTTPSRequest($0, method: .post(HTTPSContent(.tlsReport, [])), bodyLimit: answerOctets, time: probeTime)
      }, with: fetcher, using: resolver)
  }

  /// Only the status counts; so much of what comes with it is waited for.
  private static let answerOctets = 4_096
  /// Senders of reports have no haste; an auditor waits so long.
  private static let probeTime = Duration.seconds(20)
}

extension HTTPSFile {
  /// Sends several requests at the same time; the files are in the order of the requests.
  static func gather(
    _ requests: [HTTPSRequest], with fetcher: any HTTPSFetcher, using resolver: any Resolver
  ) async -> [HTTPSFile] {
    await requests.mapInParallel { await gather($0, with: fetcher, using: resolver) }
  }
}

extension DMARCSurvey.ReportHost {
  /// Asks for the MX records and the addresses of `domains` at once.
  static func gather(_ domains: [DomainName], using resolver: any Resolver) async -> [DMARCSurvey.ReportHost] {
    guard !domains.isEmpty else { return [] }
    let questions = domains.flatMap { [DNSQuestion($0, .mx), DNSQuestion($0, .a), DNSQuestion($0, .aaaa)] }
    let answers = await resolver.answers(to: questions)
    return domains.enumerated().map { index, domain in
      DMARCSurvey.ReportHost(
        domain: domain, mx: answers[3 * index], ipv4: answers[3 * index + 1], ipv6: answers[3 * index + 2])
    }
  }
}
