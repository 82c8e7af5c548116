import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcWrongName = DomainCheck(
    CheckDescription(
      id: "DMARC-WRONG-NAME",
      area: .dmarc,
      title: "The DMARC record stands at _dmarc",
      severity: .high,
      severityReason: "anywhere else it is never read",
      appliesWhen: "there is no record at _dmarc of the domain",
      rule: """
        Warn if a text with v=DMARC1 stands at the domain itself, at dmarc, at _dmarc.www, or at _dmarc followed \
        by the domain twice.
        """,
      whyItMatters: "The owner believes that DMARC works, and it does not.",
      remedy: """
        Move the record to _dmarc below the domain. Many panels add the domain by themselves: enter _dmarc alone \
        as the name.
        """,
      standards: ["RFC 9989 §4.5", "RFC 9989 §9.5"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a mail domain without DMARC", zone: #"@ MX 10 mail"#),
      CheckExample(.warn, "at the domain itself", zone: #"@ TXT "v=DMARC1; p=reject""#),
      CheckExample(.warn, "the underscore is missing", zone: #"dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.warn, "the domain twice", zone: #"_dmarc.example.org.example.org. TXT "v=DMARC1; p=reject""#),
      CheckExample(.unknown, "the records of the domain cannot be read", zone: #"@ TXT SERVFAIL"#),
      CheckExample(.notApplicable, "a record where it belongs", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    if let own = survey.dmarc.discovery.walk.steps.first {
      if let answer = own.answer, let failure = answer.failure { return survey.dmarcUnknown(answer.question, failure) }
      guard own.records.isEmpty else { return .notApplicable("the record stands where it belongs") }
    }
    return .findings(survey.dmarc.misplaced.flatMap { findings($0, survey.domain) })
  }

  private static func findings(_ answer: DNSAnswer, _ domain: DomainName) -> [Finding] {
    let name = answer.question.name.description
    if let failure = answer.failure {
      let statement = "\(answer.question) could not be looked up (\(failure))."
      return [Finding(.unknown, subject: name, statement, evidence: [Evidence(answer)])]
    }
    return answer.texts.map(\.joined).filter(DMARCRecord.isRecord).map { text in
      Finding(
        .warn, subject: name,
        "A DMARC record stands at \(name), where nobody looks for that of \(domain), and not at _dmarc.\(domain).",
        evidence: [Evidence(text: text, of: answer.question)])
    }
  }
}
