import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfLookupNear = DomainCheck(
    CheckDescription(
      id: "SPF-LOOKUP-NEAR",
      area: .spf,
      title: "The look-up count leaves room for changes of providers",
      severity: .low,
      severityReason: "providers add includes to their records without notice",
      appliesWhen: "the domain publishes one SPF record that needs at most 10 look-ups",
      rule: """
        Warn if an evaluation in which nothing matches counts 9 or 10 look-ups, info if it counts 8; unknown if \
        fewer than 11 are seen and a record could not be read.
        """,
      whyItMatters: """
        Each included record belongs to somebody else. When one grows by a single term, a record at the edge breaks \
        overnight, for all mail of the domain.
        """,
      remedy: "Remove includes that are no longer used, and write hosts of your own as ip4 and ip6.",
      standards: ["RFC 7208 §4.6.4"],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "two look-ups", zone: "@ TXT \"v=spf1 mx a -all\"\n@ A 192.0.2.1\n@ MX 10 mail"),
      CheckExample(.warn, "ten look-ups", zone: "@ TXT \"v=spf1 a a a a a a a a a a -all\"\n@ A 192.0.2.1"),
      CheckExample(.info, "eight look-ups", zone: "@ TXT \"v=spf1 a a a a a a a a -all\"\n@ A 192.0.2.1"),
      CheckExample(
        .notApplicable, "eleven look-ups", zone: "@ TXT \"v=spf1 a a a a a a a a a a a -all\"\n@ A 192.0.2.1"),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let count = tree.worstCaseLookups
      let statement = { "The record needs \(count) of \(SPFLimits().lookups) look-ups: \(tree.largestContributors)." }
      switch count {
      case 9...10 where !tree.unavailableNodes.isEmpty, 8 where !tree.blindSpots.isEmpty:
        let least = "The record needs at least \(count) of \(SPFLimits().lookups) look-ups."
        return .findings(tree.blindSpots + [Finding(.info, least, evidence: [tree.evidence(of: tree.root)])])
      case 11...: return .notApplicable("the record breaks the limit of 10 look-ups")
      case 9...10: return .warn(statement(), evidence: [tree.evidence(of: tree.root)])
      case 8: return .info(statement(), evidence: [tree.evidence(of: tree.root)])
      default: return .findings(tree.blindSpots)
      }
    }
  }
}
