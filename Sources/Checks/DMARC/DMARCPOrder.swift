import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPOrder = DomainCheck(
    CheckDescription(
      id: "DMARC-P-ORDER",
      area: .dmarc,
      title: "The policy follows the version",
      severity: .info,
      severityReason: "the order of the tags is free since RFC 9989",
      appliesWhen: "a record with p applies",
      rule: "Info if p is not the second tag: RFC 7489 wanted it there.",
      whyItMatters: "Some receivers of the former standard take a record with another order for faulty.",
      remedy: "Write \"v=DMARC1; p=...\" first and the other tags behind it.",
      standards: ["RFC 9989 §4.8", "RFC 7489 §6.4"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "p is second", zone: #"_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.org""#),
      CheckExample(.info, "p is last", zone: #"_dmarc TXT "v=DMARC1; rua=mailto:d@example.org; p=reject""#),
      CheckExample(.notApplicable, "no p", zone: #"_dmarc TXT "v=DMARC1; rua=mailto:d@example.org""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      let list = found.value.tags
      guard let policy = list["p"] else { return .notApplicable("the record has no p") }
      if list.tags.count > 1, list.tags[1] == policy { return .pass }
      return .info("The tag p of \(found.owner) is not the second one.", evidence: [found.evidence(policy.range)])
    }
  }
}
