import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxIPv6 = DomainCheck(
    CheckDescription(
      id: "MX-IPV6",
      area: .mx,
      title: "MX hosts are reachable over IPv6",
      severity: .info,
      severityReason: "delivery does not need it; some profiles do",
      appliesWhen: "the domain has MX records",
      rule: """
        A remark if no exchange has an AAAA record; IPv4-mapped addresses do not count. Unknown if none was seen and \
        the AAAA records of an exchange could not be read. Whether the hosts answer is not tried.
        """,
      whyItMatters:
        "Senders that have IPv6 only cannot reach the domain, and several public administrations require it.",
      remedy: "Give the hosts AAAA records once they accept connections to port 25 over IPv6.",
      standards: ["RFC 3596 §2.1", "RFC 5321 §5.2", "Internet.nl email test 1.11.2 §IPv6 MX"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a host with both", zone: "@ MX 10 mail\nmail A 192.0.2.25\nmail AAAA 2001:db8::25"),
      CheckExample(.info, "IPv4 only", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.info, "an IPv4-mapped address", zone: "@ MX 10 mail\nmail AAAA ::ffff:192.0.2.25"),
      CheckExample(.notApplicable, "no MX", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "AAAA cannot be read", zone: "@ MX 10 mail\nmail A 192.0.2.25\nmail AAAA SERVFAIL"),
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    survey.mx.judgeExchanges { hosts in
      if hosts.contains(where: { $0.ipv6.addresses.contains { $0.specialPurpose != .mapped } }) { return [] }
      let unread = hosts.compactMap { Finding.unread($0.ipv6) }
      guard unread.isEmpty else { return unread }
      return [Finding(.info, "No exchange has an IPv6 address.", evidence: hosts.map { Evidence($0.ipv6) })]
    }
  }
}
