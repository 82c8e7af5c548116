import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblIP = DomainCheck(
    CheckDescription(
      id: "DNSBL-IP",
      area: .dnsbl,
      title: "Sending addresses are not listed at widely used IP lists",
      severity: .critical,
      severityReason: "Yahoo, Microsoft, Apple and many others refuse what Spamhaus lists",
      appliesWhen: "block lists are asked, and a sending address is given or derived from SPF or MX",
      rule: """
        Look up each address in each list that passed its tests. Fail for SBL, CSS, XBL and DROP of Spamhaus; warn for \
        its PBL and for other lists; a remark for lists that few receivers use. An address that nobody named gives a \
        warning at most, if the SPF record names it alone, else a remark; the address of a mail service gives a \
        remark: see DNSBL-SHARED-RELAY. Unknown if Spamhaus cannot be asked, if no list works, if an answer is none \
        that the list documents (that is never "listed"), or if nobody can tell whose address it is.
        """,
      whyItMatters: """
        Receivers that use the list refuse the mail when the host connects: 550 5.7.1 with OU-001 at Microsoft, 554 at \
        Yahoo.
        """,
      remedy: """
        Find out why the address is listed (the list's page says so) and stop it: an infected host, a stolen password, \
        an open relay, bought addresses. Only then ask for removal, or the entry comes back. For PBL entries send \
        through a relay, or have the address taken off as that of a mail host.
        """,
      standards: [
        "RFC 5782 §2.1", "RFC 5782 §5", "Spamhaus, DNSBL usage FAQ §Return codes", "Yahoo, SMTP Error Codes §5XX",
        "Microsoft, Outlook.com Troubleshooting §OU-001"
      ],
      causes: ["DNSBL-RESOLVER"],
      profiles: [
        .advised(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "not listed", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .fail, "listed at Spamhaus CSS", zone: WorkingList.zen + "25.2.0.192.zen.spamhaus.org. A 127.0.0.3",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .warn, "a customer line in the PBL", zone: WorkingList.zen + "25.2.0.192.zen.spamhaus.org. A 127.0.0.10",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .warn, "another list", zone: WorkingList.spamcop + "25.2.0.192.bl.spamcop.net. A 127.0.0.2",
        stage: .asking("bl.spamcop.net")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .warn, "an address of the SPF record that nobody named",
        zone: WorkingList.zen
          + "25.2.0.192.zen.spamhaus.org. A 127.0.0.2\n@ TXT \"v=spf1 ip4:192.0.2.25 -all\"",
        stage: .asking("zen.spamhaus.org")),
      CheckExample(
        .info, "the address of a mail service",
        zone: WorkingList.zen + """
          25.2.0.192.zen.spamhaus.org. A 127.0.0.2
          @ TXT "v=spf1 include:sendgrid.net -all"
          sendgrid.net. TXT "v=spf1 ip4:192.0.2.0/24 -all"
          """,
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.notApplicable, "no list is asked", zone: WorkingList.zen) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "no address is known", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")),
      CheckExample(
        .unknown, "a public resolver",
        zone: "*.zen.spamhaus.org. A 127.255.255.254", stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .unknown, "an answer that is not documented",
        zone: WorkingList.zen + "25.2.0.192.zen.spamhaus.org. A 127.0.7.7", stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .unknown, "the list fails", zone: "*.zen.spamhaus.org. A SERVFAIL", stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") }
    ]
  ) { survey in
    survey.judgeEntries(finding)
  }

  private static func finding(_ entry: BlockListSurvey.Entry, _ host: SendingHost) -> Finding? {
    if let unread = entry.unread { return host.isNamed || entry.list.isGrave ? unread : nil }
    guard entry.isListed, entry.weight > .none else { return nil }
    if host.isNamed, entry.weight > .remark, let answer = host.unreadRelay {
      return Finding(
        .unknown, subject: host.subject,
        "\(entry.statement.dropLast()); whether the address is a mail service's could not be seen.",
        evidence: entry.evidence + [Evidence(answer)], remedy: entry.remedy)
    }
    return Finding(
      verdict(entry.weight, host), subject: host.subject, entry.statement, evidence: entry.evidence,
      remedy: host.relay.map { "Ask \($0.provider), whose address it is." } ?? entry.remedy)
  }

  private static func verdict(_ weight: BlockList.Weight, _ host: SendingHost) -> Verdict {
    if host.relay != nil || weight <= .remark { return .info }
    if !host.isNamed { return weight == .grave && host.isListedAlone ? .warn : .info }
    return weight == .grave ? .fail : .warn
  }
}
