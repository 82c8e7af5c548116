import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcPresent = DomainCheck(
    CheckDescription(
      id: "DMARC-PRESENT",
      area: .dmarc,
      title: "A DMARC policy record applies to the domain",
      severity: .critical,
      severityReason: "large receivers expect a DMARC record and refuse or filter mail without one",
      appliesWhen: "always",
      rule: """
        Policy discovery of RFC 9989 §4.10.1: the record at _dmarc of the domain, otherwise that of its \
        organizational domain, otherwise that of a public suffix with psd=y. Fail if there is none, or if its \
        policy tags are so faulty that it counts as nothing; warn if only the record of a public suffix applies; \
        unknown while a query of the walk has no answer.
        """,
      whyItMatters: """
        Gmail and Microsoft defer or refuse bulk mail of a domain without DMARC (4.7.40, 5.7.40, 550 5.7.515), \
        nobody reports failures to you, and nothing stops others from writing your domain into From.
        """,
      remedy: """
        Publish one TXT record at _dmarc of the organizational domain. To begin with "v=DMARC1; p=none; \
        rua=mailto:dmarc@example.org", with a mailbox of your own that receives the reports.
        """,
      standards: [
        "RFC 9989 §4.10.1", "Google, Email sender guidelines §DMARC",
        "Yahoo, Sender Requirements and Recommendations §Requirements",
        "Microsoft, Outlook's New Requirements for High-Volume Senders §What's Changing"
      ],
      causes: [
        "DMARC-MULTIPLE", "DMARC-VERSION", "DMARC-SYNTAX", "DMARC-P-MISSING", "DMARC-WRONG-NAME", "DNS-RESOLVE-ERROR"
      ],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(
        .pass, "a record at the domain", zone: #"_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.org""#),
      CheckExample(
        .pass, "the record of the organizational domain", domain: "mail.example.org",
        zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.fail, "no record anywhere", zone: #"@ MX 10 mail"#),
      CheckExample(.fail, "a record that counts as nothing", zone: #"_dmarc TXT "v=DMARC1; p=rejct""#),
      CheckExample(
        .fail, "two records, none of which counts",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc TXT "v=DMARC1; p=reject"
          """#),
      CheckExample(
        .warn, "only the record of the public suffix", zone: #"_dmarc.org. TXT "v=DMARC1; p=reject; psd=y""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    switch survey.dmarc.policyRecord {
    case .temporaryError(let question, let failure): return survey.dmarcUnknown(question, failure)
    case .known(nil):
      return .fail(
        "No DMARC record applies to \(survey.domain).", evidence: survey.dmarcWalkEvidence)
    case .known(let found?) where !found.value.isUsable:
      return .fail(
        "The DMARC record at \(found.owner) counts as nothing: p, sp or np is faulty, and no rua makes up for it.",
        evidence: [found.evidence()])
    case .known(let found?) where found.role == .publicSuffixDomain:
      return .warn(
        "Only the record of the public suffix \(found.domain) applies to \(survey.domain).",
        evidence: [found.evidence()])
    case .known: return .pass
    }
  }
}
