import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPCT = DomainCheck(
    CheckDescription(
      id: "DMARC-PCT",
      area: .dmarc,
      title: "The tag pct is not used",
      severity: .medium,
      severityReason: "old and new receivers read it differently",
      appliesWhen: "a record applies",
      rule: """
        Warn if pct is below 100: RFC 9989 took the tag out and the policy holds for all mail, while receivers \
        of RFC 7489 still apply it to that share. Info if it is 100 or no number, or the \
        policy is none anyway.
        """,
      whyItMatters: "Mail that you think exempt is stopped at receivers that have moved on.",
      remedy: "Delete pct. Where pct=0 stood to try things out, write t=y.",
      standards: ["RFC 9989 §A.6", "RFC 9989 §9.3", "RFC 7489 §6.6.4"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.bod1801)]
    ),
    examples: [
      CheckExample(.pass, "no pct", zone: #"_dmarc TXT "v=DMARC1; p=quarantine; t=y""#),
      CheckExample(.warn, "a share", zone: #"_dmarc TXT "v=DMARC1; p=reject; pct=10""#),
      CheckExample(.info, "all of it", zone: #"_dmarc TXT "v=DMARC1; p=reject; pct=100""#),
      CheckExample(.info, "a share of nothing", zone: #"_dmarc TXT "v=DMARC1; p=none; pct=50""#),
      CheckExample(.info, "no number", zone: #"_dmarc TXT "v=DMARC1; p=reject; pct=ten""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      guard let tag = found.value.tags["pct"] else { return .pass }
      let percentage = found.value.percentage
      let asksForMore = [found.value.p, found.value.sp].contains { ($0.policy ?? .none) > .none }
      return percentage < 100 && asksForMore
        ? .warn(
          "pct=\(percentage) has no effect at receivers of RFC 9989; others apply the policy to that share only.",
          evidence: [found.evidence(tag.range)])
        : .info("The tag pct is out of use, and has no effect here.", evidence: [found.evidence(tag.range)])
    }
  }
}
