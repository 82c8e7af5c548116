import AuditModel
import DNS
import HostFiles
import Survey

extension HostCheck {
  static let hostPTR = HostCheck(
    CheckDescription(
      id: "HOST-PTR",
      area: .host,
      title: "The address of the machine leads back to its name",
      severity: .high,
      severityReason: "large receivers refuse hosts without such a record",
      appliesWhen: "the machine delivers to the servers of recipients, and its name has a public address",
      rule: """
        Ask for the PTR records of the addresses of the name, and for theirs. Warn when an address has none, or none that leads \
        back to it: whether mail leaves from this very address cannot be seen from the machine. A remark when the names \
        differ. Unknown when DNS was not asked or gave no answer.
        """,
      whyItMatters: "Gmail answers 4.7.23 or 5.7.25, others 554 or 450 with the word rDNS.",
      remedy: "Have whoever runs the network set the PTR record of the address to the name of the machine.",
      standards: ["RFC 1912 §2.1", "RFC 8601 §2.7.3", "Google, Email sender guidelines §IP addresses"],
      causes: ["HOST-DNS", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      HostExample(.pass, "there and back", .postfix("myhostname = mail.example.org")) {
        $0.zone = "mail A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR mail"
      },
      HostExample(.warn, "no PTR record", .postfix("myhostname = mail.example.org")) { $0.zone = "mail A 192.0.2.25" },
      HostExample(.info, "another name of the same address", .postfix("myhostname = mail.example.org")) {
        $0.zone = "mail A 192.0.2.25\nvm A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR vm"
      },
      HostExample(.notApplicable, "a relay", .postfix("myhostname = mail.example.org\nrelayhost = [smtp.example.net]")),
      HostExample(.unknown, "no answer", .postfix("myhostname = mail.example.org")) {
        $0.zone = "mail A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR SERVFAIL"
      }
    ]
  ) { survey in
    if let other = survey.withoutPublicName { return other }
    if !survey.deliversItself { return .notApplicable("the machine is not known to deliver by itself") }
    guard let dns = survey.dns else { return survey.notAsked }
    if dns.hosts.isEmpty { return .notApplicable("the name has no address that others can see") }
    return .findings(dns.hosts.compactMap { finding($0, dns.name.name) })
  }

  private static func finding(_ host: SendingHost, _ name: DomainName) -> Finding? {
    if let unread = host.unread?.first { return unread }
    let evidence = [host.evidence]
    let subject = host.address.description
    if host.names.isEmpty {
      return Finding(.warn, subject: subject, "\(host.address) has no PTR record.", evidence: evidence)
    }
    let confirmed = host.confirmedNames
    if confirmed.isEmpty {
      return Finding(
        .warn, subject: subject, "The name of \(host.address), \(host.names[0].name), does not lead back to it.",
        evidence: evidence)
    }
    if confirmed.contains(name) { return nil }
    return Finding(
      .info, subject: subject, "\(host.address) is called \(confirmed[0]), and the machine greets as \(name).",
      evidence: evidence)
  }
}
