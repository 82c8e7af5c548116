import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxResolves = DomainCheck(
    CheckDescription(
      id: "MX-RESOLVES",
      area: .mx,
      title: "Every MX target resolves to public addresses",
      severity: .high,
      severityReason: "dead targets delay or lose inbound mail",
      appliesWhen: "the domain has MX records, and no null MX",
      rule: """
        Fail if no exchange has an address, and for each exchange that has only addresses which the Internet does not \
        route (private, loopback, link-local, documentation; the last are allowed in domains kept for documentation). \
        Warn for each exchange without address while another has one. Unknown where the addresses could not be read.
        """,
      whyItMatters: """
        Mail for the domain is delayed or returned. The bounces of your own mail cannot reach you either, and a sender \
        who ignores bounces loses its reputation.
        """,
      remedy: "Correct the name in the MX record, give it a public A or AAAA record, or remove the MX record.",
      standards: ["RFC 5321 §5.1", "RFC 6890 §2.2", "RFC 6761 §6.5"],
      causes: ["DNS-RESOLVE-ERROR", "MX-TARGET-IP", "MX-TARGET-CNAME"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "a host with an address", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.warn, "one of two hosts is gone", zone: "@ MX 10 mail\n@ MX 20 gone\nmail A 192.0.2.25"),
      CheckExample(.fail, "the only host is gone", zone: "@ MX 10 gone"),
      CheckExample(.fail, "a private address", zone: "@ MX 10 mail\nmail A 10.0.0.5"),
      CheckExample(.notApplicable, "no MX", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the addresses cannot be read", zone: "@ MX 10 mail\nmail ANY TIMEOUT"),
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    survey.mx.judgeExchanges { hosts in
      let isDead = survey.mx.hosts.allSatisfy { $0.resolution == .noAddress }
      return hosts.flatMap { findings($0, in: survey.domain, isLast: isDead) }
    }
  }

  private static func findings(_ host: MXHost, in domain: DomainName, isLast: Bool) -> [Finding] {
    let name = host.name.description
    switch host.resolution {
    case .unknown: return host.unread
    case .noAddress:
      return [Finding(isLast ? .fail : .warn, subject: name, "\(name) has no address.", evidence: host.evidence)]
    case .addresses:
      let purposes = host.addresses.map { purpose($0, in: domain) }
      guard let purpose = purposes.first ?? nil, !purposes.contains(nil) else { return [] }
      guard host.unread.isEmpty else { return host.unread }
      let statement = "\(name) has only addresses that the Internet does not route (\(purpose.rawValue))."
      return [Finding(.fail, subject: name, statement, evidence: host.evidence)]
    }
  }

  /// Why an address is no use to other hosts; documentation addresses belong into documentation domains.
  private static func purpose(_ address: IPAddress, in domain: DomainName) -> IPAddress.SpecialPurpose? {
    let purpose = address.specialPurpose
    return purpose == .documentation && documentationDomains.contains { domain.isEqual(toOrBelow: $0) } ? nil : purpose
  }

  /// RFC 6761 §6.2, §6.4 and §6.5: names for tests and documentation.
  private static let documentationDomains: [DomainName] = [
    "test", "invalid", "example", "example.com", "example.net", "example.org"
  ]
}
