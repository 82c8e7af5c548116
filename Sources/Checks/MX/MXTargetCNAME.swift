import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxTargetCNAME = DomainCheck(
    CheckDescription(
      id: "MX-TARGET-CNAME",
      area: .mx,
      title: "MX targets are not aliases",
      severity: .low,
      severityReason: "most senders follow the alias, but it is forbidden and blurs the name that DANE checks",
      appliesWhen: "the domain has MX records",
      rule: """
        For each exchange: warn if its name is an alias (CNAME or DNAME); fail if the alias leads to a name that does \
        not exist, or in a circle. Unknown if the addresses of an exchange could not be read.
        """,
      whyItMatters: """
        Some senders refuse such exchanges, and a sender that checks TLSA records has two names to choose from.
        """,
      remedy:
        "Name the host at the end of the alias in the MX record, or give the exchange A and AAAA records of its own.",
      standards: ["RFC 2181 §10.3", "RFC 5321 §5.1", "RFC 7672 §2.2.3"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a host with an address", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.warn, "an alias", zone: "@ MX 10 mail\nmail CNAME host\nhost A 192.0.2.25"),
      CheckExample(.fail, "an alias of nothing", zone: "@ MX 10 mail\nmail CNAME gone"),
      CheckExample(.fail, "aliases in a circle", zone: "@ MX 10 mail\nmail CNAME host\nhost CNAME mail"),
      CheckExample(.notApplicable, "no MX", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the addresses cannot be read", zone: "@ MX 10 mail\nmail ANY SERVFAIL"),
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    survey.mx.judgeExchanges { hosts in hosts.flatMap(findings) }
  }

  private static func findings(_ host: MXHost) -> [Finding] {
    let name = host.name.description
    let isCircle = host.answers.contains { $0.failure == .aliasLoop || $0.failure == .aliasChainTooLong }
    if isCircle {
      return [Finding(.fail, subject: name, "The aliases of \(name) never end.", evidence: host.evidence)]
    }
    guard let last = host.aliases.last else { return host.unread }
    if host.ipv4.outcome == .nameError || host.ipv6.outcome == .nameError {
      let statement = "\(name) is an alias that ends in a name that does not exist (\(last.data))."
      return [Finding(.fail, subject: name, statement, evidence: [host.aliasEvidence])]
    }
    return [Finding(.warn, subject: name, "\(name) is an alias of \(last.data).", evidence: [host.aliasEvidence])]
  }
}
