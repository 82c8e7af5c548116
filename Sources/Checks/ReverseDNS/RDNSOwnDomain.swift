import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let rdnsOwnDomain = DomainCheck(
    CheckDescription(
      id: "RDNS-OWN-DOMAIN",
      area: .reverseDNS,
      title: "The PTR name belongs to the sender's domain",
      severity: .low,
      severityReason: "it helps reputation, and some German receivers look at it",
      appliesWhen: "a sending address has a PTR record",
      rule: """
        A remark if no PTR name lies in the registered domain (by the Public Suffix List) of the audited domain or of \
        the EHLO name. Unknown if the PTR records could not be read.
        """,
      whyItMatters: "T-Online and Yahoo judge by this name who runs the host.",
      remedy: """
        Have the PTR record changed to a name of your own domain. Addresses of a mail service keep the name of the \
        service: then there is nothing to do.
        """,
      standards: [
        "Yahoo, Sender Requirements and Recommendations §Publish reverse DNS", "T-Online, Postmaster page §4.1"
      ],
      causes: ["RDNS-PTR", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a name of the domain", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.pass, "the domain of the greeting", zone: "25.2.0.192.in-addr.arpa. PTR mx1.mail.example.net.") {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mx1.example.net"
      },
      CheckExample(.info, "the name of a hosting company", zone: "25.2.0.192.in-addr.arpa. PTR vm7.hosting.example.") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "no PTR record", zone: "@ MX 10 mx") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      }
    ]
  ) { survey in
    let own = Set(([survey.domain] + [survey.options.heloName].compactMap(\.self)).map(survey.organization))
    return survey.judgeSendingHosts(where: \.mayHaveName, otherwise: "no sending address has a PTR record") { host in
      if let unread = host.unread { return unread }
      let foreign = Set(host.names.map { survey.organization(of: $0.name) })
      guard foreign.isDisjoint(with: own), host.nameCount <= host.names.count else { return [] }
      let names = foreign.sorted().map(\.description).joined(separator: ", ")
      let statement = "The name of \(host.address) lies in \(names), not in a domain of the sender."
      return [Finding(.info, subject: host.subject, statement, evidence: [host.evidence])]
    }
  }
}
