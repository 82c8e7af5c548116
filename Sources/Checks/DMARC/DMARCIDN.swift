import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcIDN = DomainCheck(
    CheckDescription(
      id: "DMARC-IDN",
      area: .dmarc,
      title: "Internationalised names are valid A-labels",
      severity: .low,
      severityReason: "names in another form are looked up in vain",
      appliesWhen: "the domain or a report address has a name outside of ASCII",
      rule: """
        Fail if a label of the domain begins with xn-- and what follows does not decode (RFC 3492), or decodes \
        to ASCII alone; warn if rua or ruf has characters outside of ASCII.
        """,
      whyItMatters: """
        Receivers look for keys and records at the A-label; mixed forms do not align, and reports are not sent.
        """,
      remedy: "Write names with A-labels (xn--...) in DNS, in d= and in report addresses.",
      standards: ["RFC 9989 §5.3.1", "RFC 8616 §6", "RFC 5890 §2.3"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "a valid A-label", domain: "xn--bcher-kva.example",
        zone: #"_dmarc.xn--bcher-kva.example. TXT "v=DMARC1; p=none""#),
      CheckExample(
        .fail, "a label that does not decode", domain: "xn--b-99999999.example",
        zone: #"_dmarc.xn--b-99999999.example. TXT "v=DMARC1; p=none""#),
      CheckExample(
        .warn, "a report address outside of ASCII",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@b\195\188cher.example"
          """#),
      CheckExample(.notApplicable, "ASCII names only", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(
        .unknown, "the report addresses are not known", domain: "xn--bcher-kva.example",
        zone: #"_dmarc.xn--bcher-kva.example. TXT SERVFAIL"#)
    ]
  ) { survey in
    let labels = survey.domain.labels.filter(ALabel.hasPrefix)
    let bad = labels.filter { !ALabel.isValid($0) }.map { label in
      let text = String(decoding: label, as: UTF8.self)
      return Finding(
        .fail, subject: text, "The label \(text) is no A-label: it stands for no internationalised name.",
        evidence: survey.dmarcWalkEvidence)
    }
    guard bad.isEmpty else { return .findings(bad) }
    if case .temporaryError(let question, let failure) = survey.dmarc.policyRecord {
      return survey.dmarcUnknown(question, failure)
    }
    let findings = foreignAddresses(survey.dmarc.policyRecord.value ?? nil)
    guard !labels.isEmpty || !findings.isEmpty else { return .notApplicable("all names are ASCII") }
    return .findings(findings)
  }

  private static func foreignAddresses(_ found: DMARCPolicyDiscovery.PolicyRecord?) -> [Finding] {
    guard let found else { return [] }
    return (found.value.rua + found.value.ruf).filter { $0.octets.contains { $0 >= 0x80 } }.map { uri in
      Finding(
        .warn, subject: uri.text, "The report address \(uri.text) has characters outside of ASCII.",
        evidence: [found.evidence(uri.range)])
    }
  }
}
