import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsNSCount = DomainCheck(
    CheckDescription(
      id: "DNS-NS-COUNT",
      area: .dns,
      title: "At least two name servers on separate networks",
      severity: .medium,
      severityReason: "when the only server fails, all authentication ends in temperror",
      appliesWhen: "the zone that the domain lies in was found",
      rule: """
        Take the addresses of all name servers of the zone. Fail if there are fewer than two; warn if all IPv4 \
        addresses lie in one /24 and all IPv6 addresses in one /48. Unknown if addresses could not be read and those \
        that were do not suffice. Networks are told apart by prefix only, not by their operators; whether each server \
        answers is not tried. Info with the service that hosts the zone, where all servers are of one that is known.
        """,
      whyItMatters:
        "An outage of the only server or network stops inbound mail and fails the authentication of outbound mail.",
      remedy: "Add a secondary name server at another operator, or at least in another network.",
      standards: ["RFC 1034 §4.1", "RFC 2182 §3.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "two networks", zone: "@ NS a\n@ NS b\na A 192.0.2.53\nb A 198.51.100.53"),
      CheckExample(
        .info, "a service that is known",
        zone: """
          @ NS amy.ns.cloudflare.com.
          @ NS bob.ns.cloudflare.com.
          amy.ns.cloudflare.com. A 192.0.2.53
          bob.ns.cloudflare.com. A 198.51.100.53
          """),
      CheckExample(.warn, "two servers in one network", zone: "@ NS a\n@ NS b\na A 192.0.2.53\nb A 192.0.2.54"),
      CheckExample(.fail, "one server", zone: "@ NS a\na A 192.0.2.53"),
      CheckExample(.fail, "two names of one address", zone: "@ NS a\n@ NS b\na A 192.0.2.53\nb A 192.0.2.53"),
      CheckExample(.notApplicable, "no zone is seen", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the second server cannot be read", zone: "@ NS a\n@ NS b\na A 192.0.2.53\nb A TIMEOUT"),
      CheckExample(.unknown, "the zone cannot be read", zone: "@ SOA SERVFAIL\n@ NS SERVFAIL")
    ]
  ) { survey in
    switch survey.zone.apex {
    case .notSeen: return .notApplicable("the zone that the domain lies in was not found")
    case .unknown:
      return .findings([survey.zone.soa, survey.zone.nameServers].compactMap(Finding.unread).fallback(survey))
    case .known(let apex, _, let answer):
      return Judgement.unread(answer) ?? .findings(findings(survey.zone.servers, of: apex, answer))
    }
  }

  private static func findings(_ servers: [NameServer], of apex: DomainName, _ answer: DNSAnswer) -> [Finding] {
    let addresses = Set(servers.flatMap(\.addresses)).sorted()
    let networks = Set(addresses.compactMap { IPNetwork($0, prefixLength: $0.isV4 ? 24 : 48) })
    let isNarrow = networks.count(where: \.base.isV4) <= 1 && networks.count(where: { !$0.base.isV4 }) <= 1
    guard addresses.count < 2 || isNarrow else { return host(servers, of: apex, answer) }
    let unread = servers.flatMap(\.answers).compactMap(Finding.unread)
    guard unread.isEmpty else { return unread }
    let seen = servers.flatMap(\.answers).filter { !$0.records.isEmpty }
    let evidence = ([answer] + seen).map { Evidence($0) }
    if addresses.count < 2 {
      let count = addresses.isEmpty ? "no address" : "one address, \(addresses[0])"
      return [
        Finding(.fail, subject: apex.description, "The name servers of \(apex) have \(count).", evidence: evidence)
      ]
    }
    // A server with one IPv4 and one IPv6 address is one server.
    if servers.count < 2 {
      return [Finding(.fail, subject: apex.description, "\(apex) has one name server only.", evidence: evidence)]
    }
    let text = networks.map(\.description).sorted().joined(separator: " and ")
    let statement = "All name servers of \(apex) lie in one network, \(text)."
    return [Finding(.warn, subject: apex.description, statement, evidence: evidence)]
  }
}

extension DomainCheck {
  /// Where records of the zone are set.
  private static func host(_ servers: [NameServer], of apex: DomainName, _ answer: DNSAnswer) -> [Finding] {
    guard let host = ZoneHost.of(servers.map(\.name)) else { return [] }
    let statement = "\(host.name) hosts the zone \(apex): its records are set there."
    return [Finding(.info, subject: apex.description, statement, evidence: [Evidence(answer)])]
  }
}

extension [Finding] {
  /// The findings, or one that names the domain when the failure lies with a name above it.
  fileprivate func fallback(_ survey: DomainSurvey) -> [Finding] {
    isEmpty ? [Finding(.unknown, "The zone that \(survey.domain) lies in could not be found.")] : self
  }
}
