import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblAllowed = DomainCheck(
    CheckDescription(
      id: "DNSBL-ALLOWED",
      area: .dnsbl,
      title: "Only usable lists are consulted",
      severity: .info,
      severityReason: "it concerns the audit itself: closed lists and lists that need registration mislead",
      appliesWhen: "block lists are asked",
      rule: """
        By the directory of lists that mailaudit ships: fail for a list that is closed, which is never asked, and for \
        one that wants the asker registered and refuses or fails its tests; a remark for lists that few receivers use. \
        Unknown for a list that the directory does not have.
        """,
      whyItMatters: "A closed list says that all is well, or one day that everything is listed.",
      remedy: "Leave the list out, here and in the configuration of your mail server.",
      standards: ["RFC 5782 §5", "Spamhaus, DNSBL usage FAQ §Usage terms", "rspamd default configuration §rbl.conf"]
    ),
    examples: [
      CheckExample(.pass, "a list of the directory", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")),
      CheckExample(.fail, "a list that is closed", zone: "", stage: .asking("dnsbl.sorbs.net")),
      CheckExample(
        .fail, "a list that wants registration", zone: "b.barracudacentral.org. NS ns",
        stage: .asking("b.barracudacentral.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.info, "a list that few receivers use", zone: "", stage: .asking("all.s5h.net")),
      CheckExample(.notApplicable, "no list is asked", zone: ""),
      CheckExample(.unknown, "a list that nobody knows", zone: "", stage: .asking("bl.example.net"))
    ]
  ) { survey in
    guard let lists = survey.blockLists else { return .notApplicable(BlockListSurvey.notAsked) }
    return .findings(lists.lists.compactMap(finding))
  }

  private static func finding(_ tested: BlockListSurvey.TestedList) -> Finding? {
    let list = tested.list
    let evidence = [Evidence(source: "--blocklist \(list.zone)", excerpt: list.source)]
    let said = { (verdict: Verdict, text: String, remedy: String?) in
      Finding(verdict, subject: list.zone.description, text, evidence: evidence, remedy: remedy)
    }
    if let since = list.retired {
      return said(.fail, "\(list.title) is closed since \(since), and was not asked.", nil)
    }
    if BlockListDirectory.list(at: list.zone) == nil {
      return said(
        .unknown, "\(list.zone) is in no directory of mailaudit: nothing is known of its terms and answers.",
        "Read the list's own pages; an entry there weighs as much as receivers use it.")
    }
    if list.use == .registration, tested.standings.values.contains(where: \.isUseless) {
      return said(
        .fail, "\(list.title) answers registered askers only.", "Register the address of your resolver at the list.")
    }
    guard list.codes.allSatisfy({ $0.weight <= .remark }) else { return nil }
    return said(.info, "Few receivers look at \(list.title).", "Do not pay for removal from it.")
  }
}

extension BlockListSurvey.Standing {
  fileprivate var isUseless: Bool {
    switch self {
    case .refusing, .broken: true
    case .working, .retired, .silent: false
    }
  }
}
