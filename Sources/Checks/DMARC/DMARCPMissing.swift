import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPMissing = DomainCheck(
    CheckDescription(
      id: "DMARC-P-MISSING",
      area: .dmarc,
      title: "The DMARC record has a policy",
      severity: .medium,
      severityReason: "a missing p counts as none, or voids the record",
      appliesWhen: "a record applies",
      rule: """
        Fail if p is absent and no rua entry is valid: receivers do no DMARC at all. Warn if p is absent and an \
        rua entry is valid: the record counts as p=none, and receivers of the former standard may ignore it.
        """,
      whyItMatters: """
        Gmail says that the record does not specify a policy (5.7.40), and no failing mail is stopped.
        """,
      remedy: "Put p= behind v=DMARC1: p=none to watch, p=quarantine or p=reject to protect.",
      standards: [
        "RFC 9989 §4.7", "RFC 9989 §4.10.1", "RFC 7489 §6.6.3", "Google, Gmail SMTP errors and codes §5.7.40"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      CheckExample(.pass, "a policy", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.fail, "neither p nor rua", zone: #"_dmarc TXT "v=DMARC1; adkim=s""#),
      CheckExample(.warn, "rua alone", zone: #"_dmarc TXT "v=DMARC1; rua=mailto:d@example.org""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      guard found.value.p == .absent else { return .pass }
      return found.value.isUsable
        ? .warn("\(found.owner) has no p: the record counts as p=none.", evidence: [found.evidence()])
        : .fail(
          "\(found.owner) has neither p nor a valid rua: the record counts as nothing.", evidence: [found.evidence()])
    }
  }
}
