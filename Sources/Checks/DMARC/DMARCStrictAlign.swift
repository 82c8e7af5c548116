import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcStrictAlign = DomainCheck(
    CheckDescription(
      id: "DMARC-STRICT-ALIGN",
      area: .dmarc,
      title: "Strict alignment suits the mail of the domain",
      severity: .medium,
      severityReason: "strict mode fails mail that is sent through subdomains",
      appliesWhen: "a record applies",
      rule: """
        Pass in relaxed mode. Info if adkim=s or aspf=s: DNS alone does not tell whether some mail aligns in \
        relaxed mode only.
        """,
      whyItMatters: """
        With aspf=s a bounce address in a subdomain never aligns, with adkim=s a signature of another name of \
        the organization does not.
        """,
      remedy: """
        Write adkim=r and aspf=r, or leave both out, unless every message is signed with exactly the domain in \
        From.
        """,
      standards: ["RFC 9989 §4.4", "RFC 9989 §11.8"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "relaxed", zone: #"_dmarc TXT "v=DMARC1; p=none; adkim=r""#),
      CheckExample(.info, "strict for SPF", zone: #"_dmarc TXT "v=DMARC1; p=none; aspf=s""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      let modes = [("adkim", "d= of DKIM", found.value.adkim), ("aspf", "domain of MAIL FROM", found.value.aspf)]
      return .findings(
        modes.filter { $0.2 == .strict }.map { tag, identifier, _ in
          Finding(
            .info, "With \(tag)=s the \(identifier) has to be the very domain in From.",
            evidence: [found.evidence(tag: tag)])
        })
    }
  }
}
