import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPSDParent = DomainCheck(
    CheckDescription(
      id: "DMARC-PSD-PARENT",
      area: .dmarc,
      title: "No record of a public suffix captures the domain",
      severity: .medium,
      severityReason: "a suffix that publishes DMARC without psd=y becomes the organizational domain",
      appliesWhen: "the walk finds a record above the registered domain",
      rule: """
        Fail if a public suffix above the domain has a record without psd=y and the walk reaches it: all names \
        below the suffix are then one organization. Info if the suffix has psd=y and the domain's organization \
        has no record of its own: the policy of the suffix applies, and reports go to it.
        """,
      whyItMatters: "Strangers under the same suffix align with you: their mail passes DMARC in your name.",
      remedy: "Publish a record of your own with psd=n at the registered domain.",
      standards: ["RFC 9989 §4.10.2", "RFC 9989 §11.8", "RFC 9990 §7.3"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "the suffix has psd=y, the domain its own record",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.org. TXT "v=DMARC1; p=none; psd=y"
          """#),
      CheckExample(
        .notApplicable, "psd=n ends the walk below the suffix",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; psd=n"
          _dmarc.org. TXT "v=DMARC1; p=none"
          """#),
      CheckExample(
        .fail, "the suffix has a record without psd",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.org. TXT "v=DMARC1; p=none"
          """#),
      CheckExample(.info, "only the suffix has a record", zone: #"_dmarc.org. TXT "v=DMARC1; p=none; psd=y""#),
      CheckExample(.notApplicable, "the suffix has no record", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(
        .unknown, "the suffix cannot be asked",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.org. TXT SERVFAIL
          """#)
    ]
  ) { survey in
    let walk = survey.dmarc.discovery.walk
    if let (question, failure) = walk.failure { return survey.dmarcUnknown(question, failure) }
    let above = walk.collected.filter { !$0.domain.isEqual(toOrBelow: survey.registeredDomain) }
    guard !above.isEmpty else { return .notApplicable("no name above \(survey.registeredDomain) has a DMARC record") }
    return .findings(above.compactMap { finding($0, survey) })
  }

  private static func finding(_ step: DMARCWalkStep, _ survey: DomainSurvey) -> Finding? {
    guard let answer = step.answer, case .record(let record) = step.outcome else { return nil }
    let evidence = [Evidence(answer)]
    if record.psd != .yes {
      return Finding(
        .fail, subject: step.domain.description,
        "The public suffix \(step.domain) has a DMARC record without psd=y, so all names below it are one organization.",
        evidence: evidence)
    }
    guard survey.dmarc.policyRecord.value??.domain == step.domain else { return nil }
    return Finding(
      .info, subject: step.domain.description,
      "The policy of the public suffix \(step.domain) applies to \(survey.domain), and reports go to it.",
      evidence: evidence)
  }
}
