import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPolicyNone = DomainCheck(
    CheckDescription(
      id: "DMARC-POLICY-NONE",
      area: .dmarc,
      title: "The DMARC policy protects the domain",
      severity: .medium,
      severityReason: "p=none is accepted everywhere and stops nobody from using the domain",
      appliesWhen: "a record applies",
      rule: """
        The policy that receivers act by for mail of the domain, inheritance and test mode worked in. Warn if it \
        is none, info if it is quarantine, pass if it is reject.
        """,
      whyItMatters: """
        Anybody can write your domain into From and be delivered. Spoofed mail counts against the reputation of \
        your domain, and BIMI is out of reach.
        """,
      remedy: """
        When the reports show that all of your own mail passes, go to p=quarantine, at first with t=y if you \
        like, and stay there for a month at least. Go on to p=reject if no people of the domain write to mailing \
        lists.
        """,
      standards: ["RFC 9989 §4.7", "RFC 9989 §5.1.7", "RFC 9989 §7.4", "CISA BOD 18-01 §p=reject"],
      causes: ["DMARC-SYNTAX", "DMARC-P-MISSING", "DMARC-T-MODE", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.nist800177), .required(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "reject", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.info, "quarantine", zone: #"_dmarc TXT "v=DMARC1; p=quarantine""#),
      CheckExample(.warn, "none", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#),
      CheckExample(.warn, "quarantine on trial", zone: #"_dmarc TXT "v=DMARC1; p=quarantine; t=y""#),
      CheckExample(
        .warn, "a faulty record counts as none",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject; sp=x; rua=mailto:d@example.org"
          """#),
      CheckExample(
        .warn, "a subdomain under sp=none", domain: "mail.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject; sp=none"
          mail A 192.0.2.1
          """#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      switch survey.dmarc.effectivePolicy {
      case .temporaryError(let question, let failure): return survey.dmarcUnknown(question, failure)
      case .known(nil): return .notApplicable("the record counts as nothing")
      case .known(let policy?): return judge(policy, found)
      }
    }
  }

  private static func judge(
    _ effective: DMARCEffectivePolicy, _ found: DMARCPolicyDiscovery.PolicyRecord
  ) -> Judgement {
    let evidence = [found.evidence(tag: effective.source.rawValue, "p")]
    let trial =
      effective.isTesting && effective.policy != effective.published ? " (\(effective.published) on trial)" : ""
    switch effective.policy {
    case .reject: return .pass
    case .quarantine: return .info("Mail that fails DMARC goes to quarantine\(trial).", evidence: evidence)
    case .none:
      return .warn("Mail that fails DMARC is delivered like any other: policy none\(trial).", evidence: evidence)
    }
  }
}
