import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcOrgDivergence = DomainCheck(
    CheckDescription(
      id: "DMARC-ORG-DIVERGENCE",
      area: .dmarc,
      title: "The tree walk and the Public Suffix List agree",
      severity: .medium,
      severityReason: "receivers of the former standard come to another verdict",
      appliesWhen: "a record applies by either standard",
      rule: """
        Organizational domain and policy domain by the tree walk of RFC 9989 and by RFC 7489 with the Public \
        Suffix List. Warn if one of them differs. Differences that come from np, t or pct alone have checks of \
        their own.
        """,
      whyItMatters: """
        For some years the same message passes at one receiver and fails at the next, or meets another policy \
        there.
        """,
      remedy: """
        Publish a record at the registered domain and at every domain that you write into From; or mark the \
        intended top with psd=n.
        """,
      standards: ["RFC 9989 §C.3", "RFC 9989 §11.8", "RFC 9989 §4.10.2", "RFC 7489 §3.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "a record at the registered domain", domain: "mail.example.org", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(
        .warn, "a record at a subdomain only", domain: "x.dept.example.org",
        zone: #"_dmarc.dept TXT "v=DMARC1; p=none""#),
      CheckExample(
        .warn, "psd=n below the registered domain", domain: "dept.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.dept TXT "v=DMARC1; p=none; psd=n"
          """#),
      CheckExample(.notApplicable, "no record", zone: #"@ MX 10 mail"#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    switch DMARCDivergence.between(survey.dmarc.discovery, survey.dmarc.former) {
    case .temporaryError(let question, let failure): return survey.dmarcUnknown(question, failure)
    case .known(let differences):
      let findings = differences.compactMap { finding($0, survey) }
      let applies = survey.dmarc.policyRecord.value != .some(nil) || survey.dmarc.former.policy.value != .some(nil)
      return applies ? .findings(findings) : .notApplicable("no DMARC record applies to \(survey.domain)")
    }
  }

  private static func finding(_ difference: DMARCDivergence, _ survey: DomainSurvey) -> Finding? {
    let name = { (name: DomainName?) in name.map { "at \($0)" } ?? "nowhere" }
    switch difference {
    case .organizationalDomain(let new, let old):
      return Finding(
        .warn, "The organizational domain is \(new) by RFC 9989 and \(old) by the Public Suffix List.",
        evidence: survey.dmarcWalkEvidence)
    case .policyDomain(let new, let old):
      return Finding(
        .warn, "The record that applies stands \(name(new)) by RFC 9989 and \(name(old)) by RFC 7489.",
        evidence: survey.dmarcWalkEvidence)
    case .effectivePolicy, .sampling: return nil
    }
  }
}
