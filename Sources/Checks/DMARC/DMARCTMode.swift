import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcTMode = DomainCheck(
    CheckDescription(
      id: "DMARC-T-MODE",
      area: .dmarc,
      title: "The policy is not on trial",
      severity: .medium,
      severityReason: "t=y makes the policy one level weaker",
      appliesWhen: "a record applies",
      rule: """
        Warn if t=y: reject then acts as quarantine, and quarantine as none. Receivers of the former standard \
        ignore t and act by the full policy.
        """,
      whyItMatters: """
        New receivers protect the domain less than the record seems to say, old ones fully: the same message \
        fares differently.
        """,
      remedy: "Delete t=y when the reports show that your own mail passes.",
      standards: ["RFC 9989 §4.7", "RFC 9989 §A.6"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "no trial", zone: #"_dmarc TXT "v=DMARC1; p=quarantine""#),
      CheckExample(.pass, "a trial that was switched off", zone: #"_dmarc TXT "v=DMARC1; p=quarantine; t=n""#),
      CheckExample(.warn, "a trial", zone: #"_dmarc TXT "v=DMARC1; p=quarantine; t=y""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      guard found.value.isTesting else { return .pass }
      let p = found.value.p.policy ?? .none
      let effect = p == .none ? "which changes nothing for p=none" : "so p=\(p) acts as \(p.lowered)"
      return .warn("\(found.owner) has t=y, \(effect).", evidence: [found.evidence(tag: "t")])
    }
  }
}
