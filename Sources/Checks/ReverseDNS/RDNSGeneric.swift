import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let rdnsGeneric = DomainCheck(
    CheckDescription(
      id: "RDNS-GENERIC",
      area: .reverseDNS,
      title: "The PTR name is not a generic pool name",
      severity: .high,
      severityReason: "such names are taken for lines of homes or rented machines that nobody set up",
      appliesWhen: "a sending address has a PTR record",
      rule: """
        Warn if every PTR name is the default name of a network, spells three or more octets of the address, or has a \
        word such as dyn, dhcp, dsl, cable, pool or compute in front of its last two labels. Names of mail hosts \
        (mail, smtp, mta, out and so on) may have numbers and words of pools. Unknown if the PTR records could not be \
        read. For addresses that are only derived from SPF and MX records it is a remark.
        """,
      whyItMatters: """
        Yahoo asks for names that mean something, Microsoft refuses what looks dynamic (DY-001), GMX and others refuse \
        or distrust it, and block lists list whole ranges by such names.
        """,
      remedy: """
        Have the PTR record changed to a name of your own domain, such as mail.example.org, and give that name the \
        address. If the network does not allow it, send through a relay.
        """,
      standards: [
        "Yahoo, Sender Requirements and Recommendations §Publish reverse DNS",
        "Microsoft, Outlook.com Troubleshooting §DY-001", "RFC 1912 §2.1"
      ],
      causes: ["RDNS-PTR", "DNS-RESOLVE-ERROR"],
      profiles: [.advised(.yahooBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      CheckExample(.pass, "a name of one's own", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.pass, "a numbered mail host", zone: "25.2.0.192.in-addr.arpa. PTR mta-2-25.smtp-out") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.warn, "a pool name", zone: "25.2.0.192.in-addr.arpa. PTR 25-2-0-192.pool.isp.example.") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .warn, "the default name of a cloud",
        zone: "25.2.0.192.in-addr.arpa. PTR ec2-192-0-2-25.compute-1.amazonaws.com."
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .info, "an address of the SPF record",
        zone: "@ TXT \"v=spf1 ip4:192.0.2.25 -all\"\n25.2.0.192.in-addr.arpa. PTR dhcp-25.isp.example."),
      CheckExample(.notApplicable, "no PTR record", zone: "@ MX 10 mx") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      }
    ]
  ) { survey in
    survey.judgeSendingHosts(where: \.mayHaveName, otherwise: "no sending address has a PTR record") { host in
      if let unread = host.unread { return unread }
      var signs: [(name: DomainName, sign: GenericReverseName.Sign)] = []
      for name in host.names.map(\.name) {
        guard let sign = GenericReverseName.sign(of: name, for: host.address) else { return [] }
        signs.append((name, sign))
      }
      guard let first = signs.first else { return [] }
      let statement = "The name of \(host.address), \(first.name), looks generic: \(first.sign)."
      return [Finding(.warn, subject: host.subject, statement, evidence: [host.evidence])]
    }
  }
}
