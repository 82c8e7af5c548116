import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxRedundancy = DomainCheck(
    CheckDescription(
      id: "MX-REDUNDANCY",
      area: .mx,
      title: "Inbound mail survives the loss of one host",
      severity: .info,
      severityReason: "senders queue for days, so one host is acceptable",
      appliesWhen: "the domain has MX records, and at least one exchange has an address",
      rule: """
        Count the addresses of all exchanges, IPv4 and IPv6 apart. With at most one of each: warn if several exchanges \
        with different preferences suggest more, else a remark. A remark also for an exchange listed at two \
        preferences. Unknown if addresses could not be read and no second one was seen.
        """,
      whyItMatters: """
        When the only host is away for days, mail is returned, and lists and shops remove the addresses that bounce.
        """,
      remedy: "Add a second exchange in another network, with the same filtering as the first.",
      standards: ["RFC 5321 §5.1", "RFC 1035 §3.3.9"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "two hosts", zone: "@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb A 198.51.100.1"),
      CheckExample(.info, "one host with one address", zone: "@ MX 10 a\na A 192.0.2.1"),
      CheckExample(
        .info, "one exchange at two preferences", zone: "@ MX 10 a\n@ MX 20 a\na A 192.0.2.1\na A 198.51.100.1"),
      CheckExample(.warn, "two names of one address", zone: "@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb A 192.0.2.1"),
      CheckExample(.notApplicable, "no exchange has an address", zone: "@ MX 10 gone"),
      CheckExample(
        .unknown, "the second host cannot be read", zone: "@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb A TIMEOUT"),
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    let hosts = survey.mx.hosts
    if survey.mx.delivery == .exchanges, hosts.allSatisfy({ $0.resolution == .noAddress }) {
      return .notApplicable("no exchange has an address")
    }
    return survey.mx.judgeExchanges { hosts in
      repeated(hosts, of: survey.mx.answer) + singleAddress(hosts)
    }
  }

  private static func singleAddress(_ hosts: [MXHost]) -> [Finding] {
    let addresses = Set(hosts.flatMap(\.addresses))
    guard addresses.count(where: \.isV4) <= 1, addresses.count(where: { !$0.isV4 }) <= 1 else { return [] }
    let unread = hosts.flatMap(\.unread)
    guard unread.isEmpty else { return unread }
    let resolved = hosts.filter { $0.resolution == .addresses }
    let evidence = resolved.flatMap(\.answers).filter { !$0.records.isEmpty }.map { Evidence($0) }
    let text = addresses.sorted().map(\.description).joined(separator: " and ")
    if Set(resolved.map(\.preference)).count > 1 {
      let statement = "\(resolved.count) exchanges with different preferences are the same host, \(text)."
      return [Finding(.warn, statement, evidence: evidence)]
    }
    return [Finding(.info, "All mail for the domain goes to one host, \(text).", evidence: evidence)]
  }

  private static func repeated(_ hosts: [MXHost], of answer: DNSAnswer) -> [Finding] {
    hosts.filter { $0.preferences.count > 1 }.map { host in
      let preferences = host.preferences.map(String.init).joined(separator: ", ")
      let statement = "\(host.name) is listed more than once, with the preferences \(preferences)."
      return Finding(
        .info, subject: host.name.description, statement, evidence: [Evidence(answer)],
        remedy: "List each exchange once.")
    }
  }
}
