import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let stsRecord = DomainCheck(
    CheckDescription(
      id: "STS-RECORD",
      area: .mtaSTS,
      title: "There is one valid record of MTA-STS, if any",
      severity: .medium,
      severityReason: "with a record that is void, or with several, there is no MTA-STS",
      appliesWhen: "the domain receives mail",
      rule: """
        Of the TXT records at _mta-sts.DOMAIN those that begin with v=STSv1; count. Fail if there are several, if the \
        one breaks the grammar or has no id of 1 to 32 letters and digits, or if a text was plainly meant as a record \
        and begins in another way. Warn if a field stands there twice. Info if there is none, unknown \
        if nobody can tell whether the domain receives mail.
        """,
      whyItMatters: """
        Senders fall back to TLS that nobody has to prove, as if the record were not there, and nothing tells the owner.
        """,
      remedy: "Publish one TXT record at _mta-sts with a new id: v=STSv1; id=20261121T000000.",
      standards: ["RFC 8461 §3.1"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.nist800177)]
    ),
    examples: [
      CheckExample(
        .pass, "a record",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1; id=20261121T000000;"
          """#),
      CheckExample(
        .pass, "a record behind an alias, beside another text",
        zone: #"""
          @ MX 10 mail
          _mta-sts CNAME sts.example.net.
          sts.example.net. TXT "v=STSv1; id=1"
          sts.example.net. TXT "a remark"
          """#),
      CheckExample(
        .fail, "no semicolon behind the version",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1 id=1"
          """#),
      CheckExample(
        .fail, "an id with a hyphen",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1; id=2026-11-21"
          """#),
      CheckExample(
        .fail, "two records",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1; id=1"
          _mta-sts TXT "v=STSv1; id=2"
          """#),
      CheckExample(
        .warn, "two ids",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1; id=1; id=2"
          """#),
      CheckExample(.info, "no record", zone: "@ MX 10 mail"),
      CheckExample(.notApplicable, "a domain that receives no mail", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the server fails", zone: "@ MX 10 mail\n_mta-sts TXT SERVFAIL")
    ]
  ) { survey in
    let selection = survey.mtaSTS.selection
    switch selection.outcome {
    case .failure: return .unread(selection.answer) ?? .pass
    case .several, .nearMiss: return selection.misuse("v=STSv1") ?? .pass
    case .record(let parsed): return .findings(selection.findings(parsed))
    case .absent:
      return survey.withoutReception
        ?? .info(
          "\(survey.domain) has no MTA-STS: a sender that meets an attacker on the way cannot know that TLS is to be had.",
          evidence: [Evidence(selection.answer)])
    }
  }
}
