import AuditModel
import DNS
import Providers
import Survey

extension DomainCheck {
  static let dnsblResolver = DomainCheck(
    CheckDescription(
      id: "DNSBL-RESOLVER",
      area: .dnsbl,
      title: "DNSBL answers come from a permitted resolver",
      severity: .medium,
      severityReason: "lists give error codes to public resolvers, which look like entries",
      appliesWhen: "block lists are asked, and there is something to look up in them",
      rule: """
        Before a list is asked, look up its test entries for each kind of subject: 127.0.0.2 (for IPv6 \
        ::ffff:7f00:2, for domains test, or the entry that the list documents) must be listed, and 127.0.0.1 \
        (::ffff:7f00:1, invalid) must not. Unknown if the list refuses (127.255.255.x, or its own code for that) or \
        does not answer; a remark if its answers make no sense: it lists everything or nothing, or answers outside of \
        127.0.0.0/8. Such a list is not asked further.
        """,
      whyItMatters: """
        Without the tests a refusal is taken for an entry, and a dead list for a clean record: false alarm or false \
        calm.
        """,
      remedy: """
        Ask through a recursive resolver of your own that does not forward to a public one (--resolver 127.0.0.1 with \
        unbound, for example).
        """,
      standards: ["RFC 5782 §5", "Spamhaus, DNSBL usage FAQ §Return codes"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the tests are right", zone: WorkingList.zen, stage: .asking("zen.spamhaus.org")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .info, "a list that lists everything", zone: "*.bl.spamcop.net. A 127.0.0.2", stage: .asking("bl.spamcop.net")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.info, "a list that is empty", zone: "bl.spamcop.net. NS ns", stage: .asking("bl.spamcop.net")) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .info, "a zone that somebody else holds now", zone: "*.bl.spamcop.net. A 192.0.2.80",
        stage: .asking("bl.spamcop.net")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(.notApplicable, "no list is asked", zone: WorkingList.zen) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(
        .unknown, "a public resolver", zone: "*.zen.spamhaus.org. A 127.255.255.254",
        stage: .asking("zen.spamhaus.org")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") },
      CheckExample(
        .unknown, "a list that keeps silent", zone: "*.bl.spamcop.net. ANY TIMEOUT", stage: .asking("bl.spamcop.net")
      ) { $0.sendingAddress = IPAddress("192.0.2.25") }
    ]
  ) { survey in
    guard let lists = survey.blockLists else { return .notApplicable(BlockListSurvey.notAsked) }
    let tested = lists.lists.filter { $0.list.retired == nil && !$0.standings.isEmpty }
    let unread = survey.unreadSenders
    if tested.isEmpty, !unread.isEmpty { return .findings(unread) }
    if tested.isEmpty { return .notApplicable("there is nothing to look up in the lists") }
    return .findings(tested.flatMap(findings))
  }

  private static func findings(_ tested: BlockListSurvey.TestedList) -> [Finding] {
    tested.list.kinds.compactMap { kind in
      guard let standing = tested.standings[kind], let finding = standing.finding(of: tested.list, kind) else {
        return nil
      }
      guard case .broken = standing else { return finding }
      return Finding(
        .info, subject: finding.subject, finding.statement, evidence: finding.evidence, remedy: finding.remedy)
    }
  }
}
