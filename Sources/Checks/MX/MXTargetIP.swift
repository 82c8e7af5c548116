import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxTargetIP = DomainCheck(
    CheckDescription(
      id: "MX-TARGET-IP",
      area: .mx,
      title: "MX targets are host names, not addresses",
      severity: .high,
      severityReason: "no sender can use such a record",
      appliesWhen: "the domain has MX records",
      rule: """
        Fail if the name of an exchange spells an IPv4 or IPv6 address, with or without brackets, or ends in a number; \
        also if it spells an IPv4 address before the domain's own name and does not exist. Unknown if the MX records \
        could not be read.
        """,
      whyItMatters: """
        An MX record names a host. Senders look the address up as if it were a name, find nothing, and bounce the mail \
        or go on to the next exchange.
        """,
      remedy:
        "Give the host a name with an A or AAAA record, for example mx1 in your domain, and put that name into the MX record.",
      standards: ["RFC 1035 §3.3.9", "RFC 5321 §5.1", "RFC 3696 §2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a host name", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.fail, "an IPv4 address", zone: "@ MX 10 192.0.2.25."),
      CheckExample(.fail, "an address that the zone's name was put behind", zone: "@ MX 10 192.0.2.25"),
      CheckExample(.fail, "an IPv6 address", zone: "@ MX 10 2001:db8::25."),
      CheckExample(.notApplicable, "a null MX", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the server fails", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    survey.mx.judgeExchanges { hosts in
      hosts.filter { isAddress($0, in: survey.domain) }.flatMap { host in
        let unread = host.literalAddress == nil && !host.endsInNumber ? host.unread : []
        if !unread.isEmpty { return unread }
        return [
          Finding(
            .fail, subject: host.name.description, "The exchange \(host.name) is an address, not the name of a host.",
            evidence: [Evidence(survey.mx.answer)])
        ]
      }
    }
  }

  private static func isAddress(_ host: MXHost, in domain: DomainName) -> Bool {
    host.literalAddress != nil || host.endsInNumber || isCompletedAddress(host, in: domain)
  }

  /// Whether software put the name of the zone behind an address: `192.0.2.25.example.org`, which does not exist.
  private static func isCompletedAddress(_ host: MXHost, in domain: DomainName) -> Bool {
    let labels = host.name.labels
    guard host.name.isEqual(toOrBelow: domain), labels.count == domain.labelCount + 4 else { return false }
    let front = labels.prefix(4).joined(separator: [UInt8(ascii: ".")])
    return IPAddress(text: Array(front)) != nil && host.addresses.isEmpty
  }
}
