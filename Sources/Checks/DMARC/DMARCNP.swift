import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcNP = DomainCheck(
    CheckDescription(
      id: "DMARC-NP",
      area: .dmarc,
      title: "Mail from subdomains that do not exist is refused",
      severity: .low,
      severityReason: "np=reject costs nothing, because no mail of yours comes from such names",
      appliesWhen: "the record stands at the organizational domain",
      rule: """
        The policy for non-existent subdomains: np, otherwise sp, otherwise p. Pass if it is reject, info if it \
        is weaker.
        """,
      whyItMatters: """
        Made-up subdomains are the easiest way to use your name. np touches no name that exists.
        """,
      remedy: """
        Add np=reject. Look for wildcards first: below a wildcard every name exists, and np never applies.
        """,
      standards: ["RFC 9989 §4.7", "RFC 9989 §A.4"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "np=reject", zone: #"_dmarc TXT "v=DMARC1; p=none; np=reject""#),
      CheckExample(.pass, "p=reject for all", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.info, "the policy none for all", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCOrganization { found in
      guard let policy = found.value.effectivePolicy(for: .nonexistentSubdomain) else {
        return .notApplicable("the record counts as nothing")
      }
      if policy.published == .reject { return .pass }
      return .info(
        "Mail from subdomains of \(found.domain) that do not exist meets the policy \(policy.published) only.",
        evidence: [found.evidence(tag: policy.source.rawValue, "p")])
    }
  }
}
