import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblDomain = DomainCheck(
    CheckDescription(
      id: "DNSBL-DOMAIN",
      area: .dnsbl,
      title: "Domains of the mail are not listed",
      severity: .critical,
      severityReason: "an entry for a domain follows it to every address that it sends from",
      appliesWhen: "lists of domains are asked",
      rule: """
        Look up the domain (which DKIM's d= is too), the registered domain above it, that of the EHLO name, and those \
        of the names of the given addresses, in each list of domains that passed its tests. Fail for entries of \
        Spamhaus DBL; warn for its entries of abused legitimate domains and for other lists; a remark for their grey \
        areas. Unknown if Spamhaus DBL cannot be asked, if no list works, or if an answer is none that the list \
        documents.
        """,
      whyItMatters: "Mail with the domain in its header, signature, greeting or links is refused or filtered as spam.",
      remedy: """
        Clean the web site, close open redirectors, stop whoever sends spam with the domain in it, then ask for \
        removal at the list.
        """,
      standards: ["RFC 5782 §3", "Spamhaus, DNSBL usage FAQ §DBL codes"],
      causes: ["DNSBL-RESOLVER"],
      profiles: [.advised(.gmailBulk), .advised(.yahooBulk), .required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "not listed", zone: WorkingList.dbl, stage: .asking("dbl.spamhaus.org")),
      CheckExample(
        .fail, "a phishing domain", zone: WorkingList.dbl + "example.org.dbl.spamhaus.org. A 127.0.1.4",
        stage: .asking("dbl.spamhaus.org")),
      CheckExample(
        .fail, "the domain of the greeting", zone: WorkingList.dbl + "example.net.dbl.spamhaus.org. A 127.0.1.2",
        stage: .asking("dbl.spamhaus.org")
      ) { $0.heloName = "mail.example.net" },
      CheckExample(
        .warn, "an abused legitimate domain", zone: WorkingList.dbl + "example.org.dbl.spamhaus.org. A 127.0.1.102",
        stage: .asking("dbl.spamhaus.org")),
      CheckExample(
        .warn, "two lists in one answer of SURBL",
        zone: "test.surbl.org.multi.surbl.org. A 127.0.0.254\nexample.org.multi.surbl.org. A 127.0.0.72",
        stage: .asking("multi.surbl.org")),
      CheckExample(.notApplicable, "no list is asked", zone: WorkingList.dbl),
      CheckExample(.notApplicable, "only lists of addresses are asked", zone: "", stage: .asking("zen.spamhaus.org")),
      CheckExample(
        .unknown, "a public resolver", zone: "*.dbl.spamhaus.org. A 127.255.255.254",
        stage: .asking("dbl.spamhaus.org")),
      CheckExample(
        .unknown, "the list fails for the domain", zone: WorkingList.dbl + "example.org.dbl.spamhaus.org. A SERVFAIL",
        stage: .asking("dbl.spamhaus.org"))
    ]
  ) { survey in
    guard let lists = survey.blockLists else { return .notApplicable(BlockListSurvey.notAsked) }
    guard lists.lists.contains(where: { $0.list.retired == nil && $0.list.kinds.contains(.domain) }) else {
      return .notApplicable("no list of domains is asked")
    }
    let entries = lists.entries.filter { $0.subject.kind == .domain }.compactMap(finding)
    return .findings(entries + lists.unheard([.domain]))
  }

  private static func finding(_ entry: BlockListSurvey.Entry) -> Finding? {
    if let unread = entry.unread { return unread }
    guard entry.isListed, entry.weight > .none else { return nil }
    let verdict: Verdict =
      switch entry.weight {
      case .grave: .fail
      case .listed, .policy: .warn
      case .remark, .none, .refusal: .info
      }
    return Finding(
      verdict, subject: entry.subject.description, entry.statement, evidence: entry.evidence, remedy: entry.remedy)
  }
}
