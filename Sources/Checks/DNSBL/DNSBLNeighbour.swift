import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblNeighbour = DomainCheck(
    CheckDescription(
      id: "DNSBL-NEIGHBOUR",
      area: .dnsbl,
      title: "The surrounding network is not mass-listed",
      severity: .medium,
      severityReason: "the reputation of a provider spills over to all its customers",
      appliesWhen: "block lists are asked, and a sending address is given or derived from SPF or MX",
      rule: """
        A remark for each entry of a sending address that speaks of the whole network around it: DROP of Spamhaus, the \
        levels 2 and 3 of UCEPROTECT. Unknown if no list could be asked. Addresses of neighbours are not looked up: \
        lists are not to be asked about addresses that are not one's own.
        """,
      whyItMatters: """
        Receivers block whole ranges: 550 5.7.1 with S3150 at Microsoft. The host itself may have done nothing, and no \
        removal of its address helps.
        """,
      remedy: "Ask the network's owner to clear the range, or send from another network or through a relay.",
      standards: ["Microsoft, Outlook.com Troubleshooting §SC-001", "RFC 5782 §2.1"],
      causes: ["DNSBL-RESOLVER"]
    ),
    examples: [
      CheckExample(.pass, "not listed", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .info, "the network is in DROP", zone: WorkingList.zen + "25.2.0.192.zen.spamhaus.org. A 127.0.0.9",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .pass, "only the address is listed", zone: WorkingList.zen + "25.2.0.192.zen.spamhaus.org. A 127.0.0.2",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.notApplicable, "no list is asked", zone: WorkingList.zen) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .unknown, "a public resolver", zone: "*.zen.spamhaus.org. A 127.255.255.254",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") }
    ]
  ) { survey in
    survey.judgeEntries(finding)
  }

  private static func finding(_ entry: BlockListSurvey.Entry, _ host: SendingHost) -> Finding? {
    guard case .listed(let codes) = entry.reading, let code = codes.first(where: \.isOfNetwork) else { return nil }
    return Finding(
      .info, subject: host.subject, "\(entry.list.title) lists the network around \(host.address): \(code.meaning).",
      evidence: entry.evidence)
  }
}
