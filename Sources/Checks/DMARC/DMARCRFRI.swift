import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRFRI = DomainCheck(
    CheckDescription(
      id: "DMARC-RF-RI",
      area: .dmarc,
      title: "The tags rf and ri are not used",
      severity: .info,
      severityReason: "they are historic and without effect",
      appliesWhen: "a record applies",
      rule: "Info for each of the tags rf and ri.",
      whyItMatters: "None: receivers ignore them.",
      remedy: "Delete them.",
      standards: ["RFC 9989 §C.5.2", "RFC 9989 §9.3"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "neither", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.info, "both", zone: #"_dmarc TXT "v=DMARC1; p=reject; rf=afrf; ri=3600""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      let list = found.value.tags
      return .findings(
        found.value.historicTags.filter { !list.isNamed($0, "pct") }.map { tag in
          Finding(
            .info, "The tag \(list.name(of: tag)) is historic and has no effect.",
            evidence: [found.evidence(tag.range)])
        })
    }
  }
}
