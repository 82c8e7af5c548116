import DNS
public import MailAuthentication

/// What a domain publishes for reports of TLS failures (RFC 8460).
public struct TLSRPTSurvey: Sendable {
  /// What stands at `_smtp._tls`.
  public let selection: RecordSelection<TLSRPTRecord>
  /// Whether the domains of the `mailto:` addresses receive mail, in the order of names.
  public let reportHosts: [DMARCSurvey.ReportHost]
}

extension TLSRPTSurvey {
  /// Asks for the hosts behind the addresses of the record, if there is one.
  static func gather(_ answer: DNSAnswer, using resolver: any Resolver) async -> TLSRPTSurvey {
    let selection = RecordSelection<TLSRPTRecord>(answer)
    let domains = (selection.usable?.rua ?? []).compactMap { uri in
      if case .mailbox(let domain) = uri.target { domain } else { nil }
    }
    return TLSRPTSurvey(
      selection: selection, reportHosts: await DMARCSurvey.ReportHost.gather(Set(domains).sorted(), using: resolver))
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
