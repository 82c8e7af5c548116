import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dmarcPSDY = DomainCheck(
    CheckDescription(
      id: "DMARC-PSD-Y",
      area: .dmarc,
      title: "Only public suffixes publish psd=y",
      severity: .critical,
      severityReason: "psd=y makes every name one label below an organization of its own",
      appliesWhen: "a record stands at the domain or at a name above it",
      rule: """
        Fail if a name that the walk visits, up to the registered domain, publishes psd=y and is no public suffix \
        by the Public Suffix List.
        """,
      whyItMatters: """
        Mail with a bounce address or a signature of another name of the domain no longer aligns: each subdomain \
        is a stranger to the others.
        """,
      remedy: "Delete psd=y. To mark the top of an organization write psd=n.",
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.10.2", "RFC 9989 §5.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "the server above the registered domain fails",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject"
          _dmarc.org. TXT SERVFAIL
          """#),
      CheckExample(.pass, "no psd", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(
        .pass, "a public suffix with psd=y",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.org. TXT "v=DMARC1; p=none; psd=y"
          """#),
      CheckExample(.fail, "psd=y at a company's domain", zone: #"_dmarc TXT "v=DMARC1; p=none; psd=y""#),
      CheckExample(
        .fail, "psd=y above the domain", domain: "mail.example.org", zone: #"_dmarc TXT "v=DMARC1; p=none; psd=y""#),
      CheckExample(.notApplicable, "no record", zone: #"@ MX 10 mail"#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    let steps = survey.ownDMARCSteps
    let findings = steps.compactMap { finding($0, survey.options.publicSuffixList) }
    if findings.isEmpty, let (question, failure) = steps.failure { return survey.dmarcUnknown(question, failure) }
    guard steps.contains(where: { $0.record != nil }) else { return .notApplicable("there is no DMARC record") }
    return .findings(findings)
  }

  private static func finding(_ step: DMARCWalkStep, _ list: PublicSuffixList) -> Finding? {
    guard case .record(let record) = step.outcome, record.psd == .yes, let answer = step.answer,
      list.publicSuffix(of: step.domain) != step.domain
    else { return nil }
    return Finding(
      .fail, subject: step.domain.description,
      "\(answer.question.name) has psd=y, and \(step.domain) is no public suffix.",
      evidence: [Evidence(text: step.record?.text ?? [], of: answer.question, highlight: record.tags["psd"]?.range)])
  }
}
