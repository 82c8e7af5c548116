import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcSPSubdomain = DomainCheck(
    CheckDescription(
      id: "DMARC-SP-SUBDOMAIN",
      area: .dmarc,
      title: "The tags sp and np stand where they are read",
      severity: .info,
      severityReason: "below the organizational domain they are ignored",
      appliesWhen: "a record applies",
      rule: """
        Info if the domain's own record has sp or np and another name is its organizational domain: both tags \
        are read at the organizational domain only.
        """,
      whyItMatters: """
        Names below the domain get the policy of the organizational domain, and not the one that stands here.
        """,
      remedy: """
        Set sp and np in the record of the organizational domain, or make this domain its own organization with \
        psd=n.
        """,
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.10.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "sp at the organizational domain", zone: #"_dmarc TXT "v=DMARC1; p=none; sp=reject""#),
      CheckExample(
        .pass, "no sp below it", domain: "news.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.news TXT "v=DMARC1; p=reject"
          """#),
      CheckExample(
        .info, "sp below it", domain: "news.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.news TXT "v=DMARC1; p=none; sp=reject"
          """#),
      CheckExample(
        .unknown, "the organizational domain is not known",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; sp=reject"
          _dmarc.org. TXT SERVFAIL
          """#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      guard found.role == .authorDomain, found.value.sp != .absent || found.value.np != .absent else { return .pass }
      switch survey.dmarc.organizationalDomain {
      case .temporaryError(let question, let failure): return survey.dmarcUnknown(question, failure)
      case .known(found.domain): return .pass
      case .known(let organization):
        return .info(
          "sp and np have no effect at \(found.owner): the organizational domain is \(organization).",
          evidence: [found.evidence(tag: "sp", "np")])
      }
    }
  }
}
