import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let stsMode = DomainCheck(
    CheckDescription(
      id: "STS-MODE",
      area: .mtaSTS,
      title: "The policy of MTA-STS is in mode enforce",
      severity: .low,
      severityReason: "mode testing reports, and lets mail through",
      appliesWhen: "there is a valid policy",
      rule: "Info in mode testing. Warn in mode none, which belongs to the weeks in which MTA-STS is taken down.",
      whyItMatters: "In mode testing an attacker on the way still gets senders to deliver without TLS.",
      remedy: """
        When the TLS reports of some weeks show no failure, set mode: enforce and publish a new id in the record at \
        _mta-sts. To give MTA-STS up, keep mode none until the max_age of the former policy is over, then delete record \
        and policy.
        """,
      standards: ["RFC 8461 §5", "RFC 8461 §8.3"],
      causes: ["STS-RECORD", "STS-POLICY-FETCH", "STS-POLICY-SYNTAX", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "enforce", zone: zone, stage: .policy()),
      CheckExample(.info, "testing", zone: zone, stage: .policy(mode: "testing")),
      CheckExample(.warn, "none", zone: zone, stage: .policy(mode: "none")),
      CheckExample(.notApplicable, "a mode that is none of them", zone: zone, stage: .policy(mode: "on")),
      CheckExample(.unknown, "nothing is fetched", zone: zone)
    ]
  ) { survey in
    survey.judgePolicy { policy, parsed, answer in
      let evidence = policy.evidence("mode", parsed, answer)
      switch policy.mode {
      case .enforce, nil: return .pass
      case .testing:
        return .info("The policy is in mode testing: senders report failures, and deliver.", evidence: evidence)
      case .some(.none): return .warn("The policy is in mode none: it protects nothing.", evidence: evidence)
      }
    }
  }

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """
}
