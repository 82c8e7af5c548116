import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let bimiDMARC = DomainCheck(
    CheckDescription(
      id: "BIMI-DMARC",
      area: .bimi,
      title: "DMARC is strong enough for BIMI",
      severity: .medium,
      severityReason: "without it no receiver shows the logo",
      appliesWhen: "a valid record of BIMI with a logo applies",
      rule: """
        Fail if no DMARC record applies, if the policy for the domain is none after test mode (t=y) is worked in, if \
        the record has sp=none, or if it asks for quarantine with a pct below 100, which the draft of BIMI still \
        reads. Unknown if the DMARC record could not be read.
        """,
      whyItMatters: "Receivers skip BIMI, so record, logo and certificate are in vain.",
      remedy: "Publish p=quarantine or p=reject without pct, without t=y and without sp=none.",
      standards: ["draft-brand-indicators-for-message-identification §Receiver Actions", "RFC 9989 §4.7"],
      causes: ["DMARC-PRESENT", "DMARC-POLICY-NONE", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "quarantine", zone: zone(#"v=DMARC1; p=quarantine"#)),
      CheckExample(.pass, "reject in test mode is quarantine", zone: zone(#"v=DMARC1; p=reject; t=y"#)),
      CheckExample(.fail, "none", zone: zone(#"v=DMARC1; p=none"#)),
      CheckExample(.fail, "quarantine in test mode is none", zone: zone(#"v=DMARC1; p=quarantine; t=y"#)),
      CheckExample(.fail, "subdomains are open", zone: zone(#"v=DMARC1; p=reject; sp=none"#)),
      CheckExample(.fail, "a share", zone: zone(#"v=DMARC1; p=quarantine; pct=20"#)),
      CheckExample(.fail, "no DMARC", zone: record),
      CheckExample(.notApplicable, "no record of BIMI", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.unknown, "the DMARC record cannot be read", zone: "\(record)\n_dmarc TXT SERVFAIL")
    ]
  ) { survey in
    survey.judgeBIMIRecord { record, _ in
      guard record.location.url != nil else { return .notApplicable("the record of BIMI names no logo") }
      switch survey.dmarc.effectivePolicy {
      case .temporaryError(let question, let failure): return survey.dmarcUnknown(question, failure)
      case .known(nil): return .fail("No DMARC record applies to \(survey.domain).", evidence: survey.dmarcWalkEvidence)
      case .known(let policy?): return judge(policy, survey)
      }
    }
  }

  private static let record = #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg""#

  private static func zone(_ dmarc: String) -> String { "\(record)\n_dmarc TXT \"\(dmarc)\"" }

  private static func judge(_ policy: DMARCEffectivePolicy, _ survey: DomainSurvey) -> Judgement {
    survey.judgeDMARCRecord { found in
      let record = found.value
      if policy.policy == .none {
        let reason = policy.isTesting && policy.published != .none ? ": t=y lowers \(policy.published)" : ""
        return .fail(
          "The DMARC policy for \(survey.domain) is none\(reason).",
          evidence: [found.evidence(tag: policy.isTesting ? "t" : "p")])
      }
      if record.sp == .value(.none) {
        return .fail("The DMARC record leaves subdomains open (sp=none).", evidence: [found.evidence(tag: "sp")])
      }
      if policy.published == .quarantine, record.percentage < 100 {
        return .fail(
          "The DMARC record asks for quarantine of \(record.percentage) percent only.",
          evidence: [found.evidence(tag: "pct")])
      }
      return .pass
    }
  }
}
