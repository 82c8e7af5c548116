import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcSPWeaker = DomainCheck(
    CheckDescription(
      id: "DMARC-SP-WEAKER",
      area: .dmarc,
      title: "Subdomains are protected like the domain",
      severity: .medium,
      severityReason: "a weaker sp or np leaves every subdomain open",
      appliesWhen: "the record stands at the organizational domain",
      rule: """
        Warn if the policy for existing or for non-existent subdomains is weaker than that for the domain.
        """,
      whyItMatters: """
        Whoever wants to use your name writes a subdomain into From, which looks as good to readers.
        """,
      remedy: "Delete sp and np, so that p holds for everything below, or raise them to p.",
      standards: ["RFC 9989 §4.7", "RFC 9989 §4.10.1"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.bod1801)]
    ),
    examples: [
      CheckExample(
        .pass, "the server above the registered domain fails",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject"
          _dmarc.org. TXT SERVFAIL
          """#),
      CheckExample(.pass, "p for all", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.pass, "sp is stronger", zone: #"_dmarc TXT "v=DMARC1; p=none; sp=reject""#),
      CheckExample(.warn, "sp is weaker", zone: #"_dmarc TXT "v=DMARC1; p=reject; sp=none""#),
      CheckExample(.warn, "np is weaker", zone: #"_dmarc TXT "v=DMARC1; p=reject; np=quarantine""#),
      CheckExample(
        .notApplicable, "a record below the organizational domain", domain: "mail.example.org",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.mail TXT "v=DMARC1; p=reject; sp=none"
          """#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCOrganization { found in
      let record = found.value
      guard let own = record.effectivePolicy(for: .domain)?.published, record.p.policy != nil,
        !record.hasInvalidPolicy
      else { return .notApplicable("a policy tag is missing or faulty") }
      let kinds: [(DMARCRecord.Subject, String)] = [
        (.existingSubdomain, "existing"), (.nonexistentSubdomain, "non-existent")
      ]
      let weaker = kinds.compactMap { subject, name -> Finding? in
        guard let policy = record.effectivePolicy(for: subject), policy.published < own else { return nil }
        return Finding(
          .warn, "Mail from \(name) subdomains meets the policy \(policy.published), that of the domain itself \(own).",
          evidence: [found.evidence(tag: policy.source.rawValue)])
      }
      return .findings(weaker)
    }
  }
}
