import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcVersion = DomainCheck(
    CheckDescription(
      id: "DMARC-VERSION",
      area: .dmarc,
      title: "A DMARC record begins with v=DMARC1",
      severity: .critical,
      severityReason: "a text that begins otherwise is no DMARC record",
      appliesWhen: "a TXT record at _dmarc looks like DMARC",
      rule: """
        A TXT record at _dmarc of the domain or of a name above it, up to the registered domain, looks like \
        DMARC when it has "dmarc1", "v=dmarc" or one of the policies in letters of any case. Fail if its first \
        tag is not v=DMARC1 (the value in capitals, nothing before it) and no other record stands there; info if \
        one does.
        """,
      whyItMatters: "Receivers ignore the text, as if there were no DMARC record.",
      remedy: """
        Let the text begin with "v=DMARC1;", exactly so: no blank or quotation mark before it, DMARC1 in \
        capitals, a semicolon behind it.
        """,
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.8", "RFC 9989 §4.10"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the version stands first", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.fail, "the version stands last", zone: #"_dmarc TXT "p=reject; v=DMARC1""#),
      CheckExample(.fail, "the version in small letters", zone: #"_dmarc TXT "v=dmarc1; p=reject""#),
      CheckExample(.fail, "a quotation mark in the text", zone: #"_dmarc TXT "\"v=DMARC1; p=none\"""#),
      CheckExample(.fail, "the semicolon is missing", zone: #"_dmarc TXT "v=DMARC1 p=none""#),
      CheckExample(
        .info, "a stray text beside a good record",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc TXT "v=dmarc1; p=reject"
          """#),
      CheckExample(.notApplicable, "another text", zone: #"_dmarc TXT "owner=somebody""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    let steps = survey.ownDMARCSteps
    let findings = steps.flatMap(strayTexts)
    if findings.isEmpty, let (question, failure) = steps.failure {
      return survey.dmarcUnknown(question, failure)
    }
    guard !findings.isEmpty || steps.contains(where: { !$0.records.isEmpty }) else {
      return .notApplicable("no text at _dmarc looks like DMARC")
    }
    return .findings(findings)
  }

  private static func strayTexts(_ step: DMARCWalkStep) -> [Finding] {
    guard let answer = step.answer else { return [] }
    return answer.texts.map(\.joined).filter { !DMARCRecord.isRecord($0) && looksLikeDMARC($0) }.map { text in
      Finding(
        step.records.isEmpty ? .fail : .info, subject: answer.question.name.description,
        "A text at \(answer.question.name) looks like DMARC but does not begin with v=DMARC1, and is ignored.",
        evidence: [Evidence(text: text, of: answer.question)])
    }
  }

  private static func looksLikeDMARC(_ text: [UInt8]) -> Bool {
    let folded = String(decoding: text.filter { $0 != UInt8(ascii: " ") }.map(\.lowercasedASCII), as: UTF8.self)
    return ["dmarc1", "v=dmarc", "p=none", "p=quarantine", "p=reject"].contains { folded.contains($0) }
  }
}
