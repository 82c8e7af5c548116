import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let stsMaxAge = DomainCheck(
    CheckDescription(
      id: "STS-MAX-AGE",
      area: .mtaSTS,
      title: "Senders keep the policy of MTA-STS for weeks",
      severity: .low,
      severityReason: "a policy that is soon forgotten can be suppressed",
      appliesWhen: "there is a valid policy in mode enforce or testing",
      rule: "Warn if max_age is below a day. Info if it is below a week, or above half a year.",
      whyItMatters: """
        An attacker only has to keep a sender from fetching the policy for max_age. With a very long one, a mistake in \
        the policy stays with senders that do not look for a new id.
        """,
      remedy: "Set max_age to 604800 (a week) while you try it out, then to 1209600 or more.",
      standards: ["RFC 8461 §3.2", "RFC 8461 §10.2"],
      causes: ["STS-RECORD", "STS-POLICY-FETCH", "STS-POLICY-SYNTAX", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "two weeks", zone: zone, stage: .policy()),
      CheckExample(.warn, "a minute", zone: zone, stage: .policy(maxAge: 60)),
      CheckExample(.info, "a day", zone: zone, stage: .policy(maxAge: 86_400)),
      CheckExample(.info, "a year", zone: zone, stage: .policy(maxAge: 31_557_600)),
      CheckExample(.notApplicable, "mode none", zone: zone, stage: .policy(mode: "none", maxAge: 60)),
      CheckExample(.unknown, "nothing is fetched", zone: zone)
    ]
  ) { survey in
    survey.judgePolicy { policy, parsed, answer in
      guard policy.mode != MTASTSPolicy.Mode.none else { return .notApplicable("the policy is in mode none") }
      guard let age = policy.maxAge else { return .pass }
      let evidence = policy.evidence("max_age", parsed, answer)
      if age < day { return .warn("Senders forget the policy after \(age) seconds.", evidence: evidence) }
      if age < 7 * day { return .info("Senders forget the policy after \(age / day) days.", evidence: evidence) }
      if age > MTASTSLimits.maximumAge / 2 {
        return .info("Senders may keep the policy for \(age / day) days.", evidence: evidence)
      }
      return .pass
    }
  }

  private static let day = 86_400

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """
}
