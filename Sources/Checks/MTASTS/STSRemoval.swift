import AuditModel
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let stsRemoval = DomainCheck(
    CheckDescription(
      id: "STS-REMOVAL",
      area: .mtaSTS,
      title: "MTA-STS is taken down in the safe order",
      severity: .medium,
      severityReason: "senders keep the last policy they saw until its max_age is over",
      appliesWhen: "the domain has one valid record of MTA-STS",
      rule: """
        Seen without a memory of earlier audits. Warn if the record stands, but its policy host has no address, or says \
        that there is no such file (404, 410): senders that know a policy go on with it and cannot learn of another. \
        Info if the policy is in mode none: the withdrawal is under way.
        """,
      whyItMatters: """
        Where the last policy was in mode enforce, senders that have it still refuse hosts that it does not list, and \
        nothing can be changed any more.
        """,
      remedy: """
        Serve a policy with mode: none and max_age: 86400, publish a new id, wait for the max_age of the former policy, \
        then delete the record, and the host last.
        """,
      standards: ["RFC 8461 §8.3"],
      causes: ["STS-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "in use", zone: zone, stage: .policy()),
      CheckExample(.info, "mode none", zone: zone, stage: .policy(mode: "none", maxAge: 86_400)),
      CheckExample(.warn, "the file is gone", zone: zone, stage: .policy(StagedPage("HTTP/1.1 410 Gone\n\n"))),
      CheckExample(.warn, "the host is gone", zone: #"_mta-sts TXT "v=STSv1; id=1""#, stage: .policy()),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail")
    ]
  ) { survey in
    survey.judgePolicyFile { file in
      if let unseen = file.unseen("The policy of MTA-STS") { return .findings([unseen]) }
      let isGone = file.answer.failure == .noAddress || [404, 410].contains(file.answer.response?.status ?? 0)
      if isGone {
        return .warn(
          "The record of MTA-STS stands, and its policy is gone.", subject: file.answer.url.description,
          evidence: [Evidence(survey.mtaSTS.selection.answer)] + file.evidence)
      }
      guard survey.mtaSTS.effectivePolicy?.mode == MTASTSPolicy.Mode.none else { return .pass }
      return .info(
        "The policy is in mode none: keep it until the max_age of the former one is over.", evidence: file.evidence)
    }
  }

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """
}
