import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let rdnsIPv6 = DomainCheck(
    CheckDescription(
      id: "RDNS-IPV6",
      area: .reverseDNS,
      title: "IPv6 sending has PTR and authentication, or is off",
      severity: .critical,
      severityReason: "Gmail applies stricter rules to IPv6 and refuses what breaks them",
      appliesWhen: "an IPv6 sending address is given, or SPF or MX records of the domain show one of its own",
      rule: """
        Fail if an IPv6 address has no PTR record, if none of its names leads back to it, or if it does not pass SPF. \
        A remark if the address is made from a network card (it has ff:fe in the middle of its lower half): it changes \
        with the card. Unknown if one of these could not be looked at. For derived addresses all is a remark.
        """,
      whyItMatters: """
        A host that has IPv6 sends by it whenever the receiver has it too. Gmail then answers 550 5.7.1 and points at \
        its rules for IPv6; by IPv4 the same mail arrives, so the failures look random.
        """,
      remedy: """
        Set PTR and AAAA records for the address and add it to SPF with ip6, or bind the mail server to IPv4 (Postfix: \
        smtp_address_preference = ipv4, or inet_protocols = ipv4).
        """,
      standards: [
        "Google, Email sender guidelines §Fix IPv6 authorization errors",
        "Google, Gmail SMTP errors and codes §5.7.1", "RFC 3596 §2.5", "RFC 4291 §2.5.1"
      ],
      causes: ["RDNS-PTR", "RDNS-FCRDNS", "SPF-IP-AUTHORISED", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      CheckExample(
        .pass, "all is there", zone: "\(reverse)\nmail AAAA 2001:db8::25\n@ TXT \"v=spf1 a:mail.example.org -all\""
      ) {
        $0.sendingAddress = IPAddress("2001:db8::25")
      },
      CheckExample(.fail, "no PTR record", zone: #"@ TXT "v=spf1 ip6:2001:db8::25 -all""#) {
        $0.sendingAddress = IPAddress("2001:db8::25")
      },
      CheckExample(.fail, "SPF lists IPv4 only", zone: "\(reverse)\nmail AAAA 2001:db8::25\n@ TXT \"v=spf1 -all\"") {
        $0.sendingAddress = IPAddress("2001:db8::25")
      },
      CheckExample(
        .info, "an address made from a network card",
        zone: """
          8.7.6.5.4.3.e.f.f.f.2.1.0.0.2.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mail
          mail AAAA 2001:db8::200:12ff:fe34:5678
          @ TXT "v=spf1 ip6:2001:db8::/64 -all"
          """
      ) { $0.sendingAddress = IPAddress("2001:db8::200:12ff:fe34:5678") },
      CheckExample(.info, "only SPF lists the address", zone: #"@ TXT "v=spf1 ip6:2001:db8::25 -all""#),
      CheckExample(.notApplicable, "IPv4 only", zone: "@ MX 10 mail") { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .unknown, "the reverse zone fails",
        zone: """
          5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR SERVFAIL
          @ TXT "v=spf1 ip6:2001:db8::25 -all"
          """
      ) { $0.sendingAddress = IPAddress("2001:db8::25") }
    ]
  ) { survey in
    survey.judgeSendingHosts(where: { !$0.address.isV4 }, otherwise: "no IPv6 sending address is known") { host in
      names(host) + authentication(host, survey) + card(host)
    }
  }

  private static let reverse =
    "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mail"

  private static func names(_ host: SendingHost) -> [Finding] {
    if let unread = host.unread { return unread }
    let subject = host.subject
    if host.nameCount == 0 {
      return [Finding(.fail, subject: subject, "\(host.address) has no PTR record.", evidence: [host.evidence])]
    }
    if !host.confirmedNames.isEmpty { return [] }
    let unread = host.unreadNames.compactMap(Finding.unread)
    if !unread.isEmpty { return unread }
    let verdict: Verdict = host.nameCount > host.names.count ? .unknown : .fail
    let evidence = [host.evidence] + host.names.prefix(3).map { Evidence($0.forward) }
    return [
      Finding(verdict, subject: subject, "No PTR name of \(host.address) leads back to it.", evidence: evidence)
    ]
  }

  private static func authentication(_ host: SendingHost, _ survey: DomainSurvey) -> [Finding] {
    let evaluation = survey.spf.senders.first { $0.identity.address == host.address }
    guard let evaluation, evaluation.result != .pass else { return [] }
    let verdict: Verdict = evaluation.result == .temperror ? .unknown : .fail
    let statement = "\(host.address) does not pass SPF: the result is \(evaluation.result.rawValue)."
    let evidence = evaluation.check.answer.map { [Evidence($0)] } ?? []
    return [Finding(verdict, subject: host.subject, statement, evidence: evidence + [host.evidence])]
  }

  /// RFC 4291 §2.5.1, appendix A: an interface identifier made of a card's address has ff:fe in its middle.
  private static func card(_ host: SendingHost) -> [Finding] {
    guard host.address.octets[11...12].elementsEqual([0xFF, 0xFE]) else { return [] }
    let statement = "\(host.address) is made from the address of a network card, and changes with it."
    return [
      Finding(
        .info, subject: host.subject, statement, evidence: [host.evidence],
        remedy: "Give the host a fixed address and bind the mail server to it.")
    ]
  }
}
