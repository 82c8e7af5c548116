import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcMultiple = DomainCheck(
    CheckDescription(
      id: "DMARC-MULTIPLE",
      area: .dmarc,
      title: "There is one DMARC record at a name",
      severity: .critical,
      severityReason: "several records at a name are all discarded",
      appliesWhen: "a DMARC record stands at the domain or above it",
      rule: """
        At each name that the walk visits, up to the registered domain: fail if more than one TXT record has \
        v=DMARC1 as its first tag. Other TXT records do no harm.
        """,
      whyItMatters: """
        Receivers drop all of them and go on as if none were there: the policy of a parent domain applies, or \
        none, and not the one that was meant.
        """,
      remedy: """
        Keep one record and delete the others. Two providers that both want reports share one record: \
        rua=mailto:a@one.example,mailto:b@two.example.
        """,
      standards: ["RFC 9989 §4.10"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "the server above the registered domain fails",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject"
          _dmarc.org. TXT SERVFAIL
          """#),
      CheckExample(
        .pass, "one record, and another TXT record beside it",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc TXT "a remark"
          """#),
      CheckExample(
        .fail, "two records",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc TXT "v=DMARC1; p=reject"
          """#),
      CheckExample(
        .fail, "two records at the organizational domain", domain: "mail.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc TXT "v=DMARC1; p=reject"
          """#),
      CheckExample(.notApplicable, "no record at all", zone: #"@ MX 10 mail"#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    let steps = survey.ownDMARCSteps
    let findings = steps.compactMap { step -> Finding? in
      guard step.records.count > 1, let answer = step.answer else { return nil }
      return Finding(
        .fail, subject: answer.question.name.description,
        "\(answer.question.name) has \(step.records.count) DMARC records, so none of them counts.",
        evidence: [Evidence(answer)])
    }
    if findings.isEmpty, let (question, failure) = steps.failure {
      return survey.dmarcUnknown(question, failure)
    }
    guard steps.contains(where: { !$0.records.isEmpty }) else { return .notApplicable("there is no DMARC record") }
    return .findings(findings)
  }
}
