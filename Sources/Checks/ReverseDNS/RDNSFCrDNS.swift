import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let rdnsFCrDNS = DomainCheck(
    CheckDescription(
      id: "RDNS-FCRDNS",
      area: .reverseDNS,
      title: "The PTR name leads back to the sending address",
      severity: .critical,
      severityReason: "Gmail wants forward and reverse names to match, and refuses what does not",
      appliesWhen: "a sending address has a PTR record",
      rule: """
        Ask for the A records (for IPv4) or AAAA records (for IPv6) of each PTR name, ten at most. Fail if none of \
        them is the sending address. Unknown if a question fails and no other name matches, or if there are more names \
        and the first ten do not match. For addresses that are only derived from SPF and MX records it is a remark.
        """,
      whyItMatters: """
        Anybody can write any name into the reverse zone of his own addresses, so receivers believe it only if the \
        name points back. Gmail answers 4.7.23 or 5.7.25 when it does not.
        """,
      remedy: """
        Give the PTR name an A record (for IPv6 an AAAA record) with the sending address, or have the PTR record \
        changed to a name that has one.
        """,
      standards: [
        "RFC 8601 §2.7.3", "RFC 7208 §5.5", "RFC 1912 §2.1", "Google, Email sender guidelines §IP addresses",
        "Google, Gmail SMTP errors and codes §5.7.25"
      ],
      causes: ["RDNS-PTR", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "there and back", zone: "25.2.0.192.in-addr.arpa. PTR mail\nmail A 192.0.2.25") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .pass, "one of two names matches",
        zone: """
          25.2.0.192.in-addr.arpa. PTR old
          25.2.0.192.in-addr.arpa. PTR mail
          mail A 192.0.2.25
          """
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.fail, "another address", zone: "25.2.0.192.in-addr.arpa. PTR mail\nmail A 198.51.100.9") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.fail, "the name does not exist", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .info, "an MX host of the domain", zone: "@ MX 10 mx\nmx A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR gone"),
      CheckExample(.notApplicable, "no PTR record", zone: "@ MX 10 mx") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.unknown, "the name does not answer", zone: "25.2.0.192.in-addr.arpa. PTR mail\nmail A TIMEOUT") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      }
    ]
  ) { survey in
    survey.judgeSendingHosts(where: \.mayHaveName, otherwise: "no sending address has a PTR record") { host in
      if let unread = host.unread { return unread }
      guard host.confirmedNames.isEmpty else { return [] }
      let unread = host.unreadNames.compactMap(Finding.unread)
      if !unread.isEmpty { return unread }
      let evidence = [host.evidence] + host.names.prefix(3).map { Evidence($0.forward) }
      let shown = host.names.count
      if host.nameCount > shown {
        let statement = "None of the first \(shown) of the \(host.nameCount) names of \(host.address) leads back to it."
        return [Finding(.unknown, subject: host.subject, statement, evidence: evidence)]
      }
      let names = host.names.prefix(3).map(\.name.description).joined(separator: ", ")
      let statement = "\(host.address) has the name \(names), which does not lead back to it."
      return [Finding(.fail, subject: host.subject, statement, evidence: evidence)]
    }
  }
}

extension SendingHost {
  /// Whether a PTR record was seen, or could not be looked at.
  var mayHaveName: Bool { nameCount > 0 || ptr.failure != nil }
}
