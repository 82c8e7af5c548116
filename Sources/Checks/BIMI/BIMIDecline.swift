import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let bimiDecline = DomainCheck(
    CheckDescription(
      id: "BIMI-DECLINE",
      area: .bimi,
      title: "A domain that declines BIMI means to",
      severity: .info,
      severityReason: "declining is allowed",
      appliesWhen: "a valid record of BIMI applies",
      rule: """
        Info if the record has an empty l and no a: the domain declines. It is told besides when the organizational \
        domain has a logo that would apply without this record.
        """,
      whyItMatters: "No logo is shown for the domain, not even that of the organizational domain.",
      remedy: "Delete the record if the domain is to have a logo, or name one in it.",
      standards: ["draft-brand-indicators-for-message-identification §Declination to Publish"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a logo", zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg""#),
      CheckExample(.info, "a domain that declines", zone: #"default._bimi TXT "v=BIMI1; l=; a=;""#),
      CheckExample(
        .info, "a subdomain that declines", domain: "news.example.org",
        zone: #"""
          default._bimi TXT "v=BIMI1; l=https://example.org/l.svg"
          default._bimi.news TXT "v=BIMI1; l=; a=;"
          """#),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "default._bimi TXT SERVFAIL")
    ]
  ) { survey in
    survey.judgeBIMIRecord { record, parsed in
      guard record.isDeclination else { return .pass }
      let above = survey.bimi.organization.flatMap { $0.selection.usable?.location.url == nil ? nil : $0.domain }
      let rest = above.map { "; without this record the logo of \($0) would apply" } ?? ""
      return .info(
        "The record declines BIMI\(rest).", evidence: [survey.evidence(parsed, of: survey.bimi.selection)])
    }
  }
}
