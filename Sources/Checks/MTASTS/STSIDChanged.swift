import AuditModel
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let stsIDChanged = DomainCheck(
    CheckDescription(
      id: "STS-ID-CHANGED",
      area: .mtaSTS,
      title: "A new policy of MTA-STS has a new id",
      severity: .high,
      severityReason: "senders fetch a policy again only when the id is another",
      appliesWhen: "a history of audits knows an earlier policy and its id (--history)",
      rule: """
        Compared with the last audit of the history that saw policy and id. Fail if the policy is another and the id the \
        same. Pass if the policy is the same, or both are others. Unknown if the policy cannot be read now.
        """,
      whyItMatters:
        "Senders keep the old policy until its max_age is over, and refuse hosts that only the new one lists.",
      remedy: "Publish the record of MTA-STS with another id, such as the date and time; do so with each new policy.",
      standards: ["RFC 8461 §3.1", "RFC 8461 §8.1"],
      causes: ["STS-RECORD", "STS-POLICY-FETCH", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "another policy and another id", zone: zone, stage: .policy()) {
        $0.past.policy = policy(id: "1")
      },
      CheckExample(.fail, "another policy, the same id", zone: zone, stage: .policy()) {
        $0.past.policy = policy(id: "2")
      },
      CheckExample(.unknown, "nothing is fetched", zone: zone) { $0.past.policy = policy(id: "2") },
      CheckExample(.notApplicable, "no history", zone: zone, stage: .policy()),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail") { $0.past.policy = policy(id: "2") }
    ]
  ) { survey in
    guard let past = survey.options.past.policy else { return .notApplicable("no history knows an earlier policy") }
    return survey.judgePolicyFile { file in
      if let unseen = file.unseen("The policy of MTA-STS") { return .findings([unseen]) }
      guard let digest = survey.mtaSTS.policyDigest else { return .notApplicable("there is no policy to compare") }
      if digest == past.digest || survey.mtaSTS.selection.usable?.id != past.id { return .pass }
      let then = Timestamp.rfc3339(past.time)
      return .fail(
        "The policy is not that of \(then) any more, and its id is still \(past.id).",
        evidence: [
          Evidence(survey.mtaSTS.selection.answer),
          Evidence(source: "SHA-256 of the policy", excerpt: "\(past.digest) before, \(digest) now")
        ])
    }
  }

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=2"
    mta-sts A 192.0.2.80
    """

  /// A policy that nobody serves now.
  private static func policy(id: String) -> PastSurvey.Policy {
    PastSurvey.Policy(id: id, digest: "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26", time: 0)
  }
}
