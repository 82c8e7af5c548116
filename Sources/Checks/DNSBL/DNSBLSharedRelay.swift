import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblSharedRelay = DomainCheck(
    CheckDescription(
      id: "DNSBL-SHARED-RELAY",
      area: .dnsbl,
      title: "Listing of a shared relay is attributed correctly",
      severity: .info,
      severityReason: "a customer cannot have the address of a mail service removed",
      appliesWhen: "block lists are asked, and a sending address belongs to a known mail service",
      rule: """
        An address belongs to a mail service if it lies in a block that the service's include in the SPF record \
        passes, or if one of its names leads back to it and lies in the service's domain. A remark for each entry of \
        such an address; it names the service, which has to act. Unknown if no list could be asked.
        """,
      whyItMatters: "Asking the list for removal is wasted time: only the owner of the address is heard.",
      remedy: "Write to the mail service with the entry, or move to a dedicated address.",
      standards: ["Google, Email sender guidelines §Shared IP addresses", "RFC 5782 §2.1"],
      causes: ["DNSBL-RESOLVER"]
    ),
    examples: [
      CheckExample(.pass, "not listed", zone: WorkingList.zen + relay, stage: .asking("zen.spamhaus.org")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .info, "the service is listed", zone: WorkingList.zen + relay + "25.2.0.192.zen.spamhaus.org. A 127.0.0.2",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.notApplicable, "a host of one's own", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "no list is asked", zone: relay) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .unknown, "a public resolver", zone: relay + "*.zen.spamhaus.org. A 127.255.255.254",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") }
    ]
  ) { survey in
    guard let lists = survey.blockLists else { return .notApplicable(BlockListSurvey.notAsked) }
    let hosts = survey.sending.hosts.filter { $0.relay != nil && $0.hiddenPurpose == nil }
    let open = survey.sending.hosts.filter { $0.hiddenPurpose == nil }.compactMap(\.unreadRelay)
    let unread = (open.prefix(1).compactMap(Finding.unread) + survey.unreadSenders).prefix(3)
    if hosts.isEmpty, unread.isEmpty { return .notApplicable("no sending address is that of a known mail service") }
    let entries = hosts.flatMap { host in
      lists.entries.filter { $0.subject == .address(host.address) && $0.isListed && $0.weight > .none }
        .compactMap { finding($0, host) }
    }
    let kinds = Set(hosts.map { $0.address.isV4 ? BlockList.Kind.ipv4 : .ipv6 })
    return .findings(entries + lists.unheard(kinds) + unread)
  }

  private static let relay = """
    @ TXT "v=spf1 include:sendgrid.net -all"
    sendgrid.net. TXT "v=spf1 ip4:192.0.2.0/24 -all"

    """

  private static func finding(_ entry: BlockListSurvey.Entry, _ host: SendingHost) -> Finding? {
    guard let relay = host.relay else { return nil }
    let statement =
      "\(host.address) is that of \(relay.provider) (\(relay.sign)), which has to clear \(entry.list.title)."
    return Finding(.info, subject: host.subject, statement, evidence: entry.evidence)
  }
}
