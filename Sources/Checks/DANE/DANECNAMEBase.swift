import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let daneCNAMEBase = DomainCheck(
    CheckDescription(
      id: "DANE-CNAME-BASE",
      area: .dane,
      title: "TLSA records stand at the name that senders look at",
      severity: .medium,
      severityReason: "senders find other records than the owner thinks, or none",
      appliesWhen: "an MX host is an alias, and there are TLSA records at one of its names",
      rule: """
        Senders look at the end of the aliases first, if DNSSEC vouches for every alias, then at the name in the MX \
        record. Fail if records stand only at the end of aliases that are not secure; info if both names have records, \
        because those at the MX name are never used. Unknown if nobody validates.
        """,
      whyItMatters: "Senders see no TLSA record where the owner believes to have one, or check against another one.",
      remedy:
        "Name the host itself in the MX record, not an alias; or publish the records at the end of the aliases only.",
      standards: ["RFC 7672 §2.2.2", "RFC 7672 §2.2.3", "RFC 7671 §7"],
      causes: ["MX-TARGET-CNAME", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "at the end of the aliases", zone: alias + atEnd, stage: .mail(.secure)),
      CheckExample(
        .pass, "at the MX name", zone: alias + "\n" + ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good),
        stage: .mail(.secure)),
      CheckExample(.fail, "at the end of an alias that is not signed", zone: alias + atEnd, stage: .mail(.insecure)),
      CheckExample(
        .info, "at both", zone: alias + atEnd + "\n" + ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good),
        stage: .mail(.secure)),
      CheckExample(
        .notApplicable, "no alias",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.secure)),
      CheckExample(.unknown, "nobody validates", zone: alias + atEnd)
    ]
  ) { survey in
    if let nothing = survey.mx.withoutHosts { return nothing }
    let aliases = survey.dane.hosts.filter { $0.aliasEnd != nil }
    let meant = aliases.filter { $0.lookups.contains { !$0.records.isEmpty || $0.answer.failure != nil } }
    if aliases.isEmpty { return .notApplicable("no MX host is an alias") }
    if meant.isEmpty { return .notApplicable("no name of an alias has TLSA records") }
    return .findings(meant.flatMap(baseFindings))
  }

  private static let alias = "@ MX 10 mail\nmail CNAME host\nhost A 192.0.2.25"
  private static let atEnd = "\n_25._tcp.host TLSA 3 1 1 " + String(repeating: "5e", count: 32)

  private static func baseFindings(_ host: DANEHost) -> [Finding] {
    let failed = host.lookups.compactMap { Finding.unread($0.answer) }
    if !failed.isEmpty { return failed }
    let found = host.lookups.filter { !$0.records.isEmpty }
    let (atEnd, atName) = (found.first { $0.base != host.name }, found.first { $0.base == host.name })
    guard let atEnd else { return [] }
    let evidence = [atEnd, atName].compactMap { $0?.evidence }
    let names = "\(host.name) is an alias of \(atEnd.base)"
    guard let addresses = host.addresses, addresses.state != .indeterminate else {
      if case .findings(let nobody) = Judgement.nobodyValidates { return nobody }
      return []
    }
    if addresses.state == .secure {
      let statement = "\(names), and senders never use the TLSA records at \(host.name)."
      return atName == nil ? [] : [Finding(.info, subject: "\(host.name)", statement, evidence: evidence)]
    }
    guard atName == nil else { return [] }
    let statement = "\(names), DNSSEC does not vouch for that, and only the end of the aliases has TLSA records."
    return [Finding(.fail, subject: "\(host.name)", statement, evidence: evidence)]
  }
}
