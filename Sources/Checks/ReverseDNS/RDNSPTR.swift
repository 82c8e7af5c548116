import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let rdnsPTR = DomainCheck(
    CheckDescription(
      id: "RDNS-PTR",
      area: .reverseDNS,
      title: "Every sending address has a PTR record",
      severity: .critical,
      severityReason: "Gmail, Yahoo, Orange, T-Online and others refuse senders without one",
      appliesWhen: "a sending address is given, or SPF or MX records of the domain show single addresses of its own",
      rule: """
        Ask for the PTR records of each address. Fail if there are none; a remark if there are several, which is \
        allowed, but receivers choose one of them. Unknown if the answer fails. For addresses that are only derived \
        from SPF and MX records a missing record is a remark: they may never send.
        """,
      whyItMatters: """
        Receivers ask which name an address has before they take mail: Gmail answers 4.7.23 and 5.7.25, Orange \
        OFR_107, Microsoft 550 5.7.1 when there is none.
        """,
      remedy: """
        Ask the owner of the network (your hosting provider) to set the PTR record of the address to the name of the \
        mail host; most have a form for it. Then give that name an A or AAAA record with the same address.
        """,
      standards: [
        "RFC 1912 §2.1", "RFC 2181 §10.2", "Google, Email sender guidelines §IP addresses",
        "Yahoo, Sender Requirements and Recommendations §Publish reverse DNS",
        "Microsoft, Outlook.com Policies, Practices, and Guidelines §Technical guidelines"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "a host with a name", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .pass, "an IPv6 host with a name",
        zone: "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mail"
      ) { $0.sendingAddress = IPAddress("2001:db8::25") },
      CheckExample(
        .pass, "a delegation of less than 256 addresses",
        zone: "25.2.0.192.in-addr.arpa. CNAME 25.0-31.2.0.192.in-addr.arpa.\n25.0-31.2.0.192.in-addr.arpa. PTR mail"
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.info, "two names", zone: "25.2.0.192.in-addr.arpa. PTR mail\n25.2.0.192.in-addr.arpa. PTR www") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.info, "an address of the SPF record has none", zone: #"@ TXT "v=spf1 ip4:192.0.2.25 -all""#),
      CheckExample(.fail, "the address that sends has none", zone: #"@ TXT "v=spf1 ip4:192.0.2.25 -all""#) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "nothing is known of hosts", zone: #"@ TXT "v=spf1 include:spf.example.net -all""#),
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.unknown, "a private address", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("10.0.0.5")
      }
    ]
  ) { survey in
    survey.judgeSendingHosts { host in
      if let unread = host.unread { return unread }
      let (address, subject) = (host.address, host.subject)
      if host.nameCount == 0 {
        return [Finding(.fail, subject: subject, "\(address) has no PTR record.", evidence: [host.evidence])]
      }
      guard host.nameCount > 1 else { return [] }
      let statement = "\(address) has \(host.nameCount) names: receivers choose one, and not always the same."
      return [
        Finding(
          .info, subject: subject, statement, evidence: [host.evidence],
          remedy: "Keep the PTR record with the name that the host greets with, and remove the others.")
      ]
    }
  }
}
