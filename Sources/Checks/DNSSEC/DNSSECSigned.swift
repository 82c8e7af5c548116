import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecSigned = DomainCheck(
    CheckDescription(
      id: "DNSSEC-SIGNED",
      area: .dnssec,
      title: "The domain is DNSSEC signed",
      severity: .low,
      severityReason: "delivery does not need it; DANE and some profiles do",
      appliesWhen: "the domain exists",
      rule: """
        Pass if a chain of signatures leads from the root to the answer for the MX records; a remark if a zone above \
        proves that there is none, and if the resolver's word is all there is; fail if the chain is broken. Unknown if the chain could not be followed, and if \
        nobody validated: then this check alone says so.
        """,
      whyItMatters: "Without DNSSEC the way of mail can be forged in the DNS, and DANE cannot be used.",
      remedy: "Have the DNS provider sign the zone, then hand its DS record to the registrar.",
      standards: ["RFC 9364 §1", "RFC 4035 §5", "NIST SP 800-177 Rev. 1 §4", "Internet.nl email test 1.11.2 §DNSSEC"],
      causes: ["DNSSEC-BOGUS"],
      profiles: [.required(.nist800177), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a signed zone", zone: "@ MX 10 mail", stage: .signed()),
      CheckExample(
        .info, "the word of a resolver", zone: "@ MX 10 mail",
        stage: .dnssec(["example.org": DNSSECVerdict(.secure, reason: "192.0.2.53 says that it validated (AD bit)")])),
      CheckExample(.info, "no DS record", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(
        .fail, "a chain that is broken", zone: "@ MX 10 mail",
        stage: .dnssec(["example.org": .broken(.noKeyMatchesDS, "no DNSKEY record matches the DS records")])),
      CheckExample(
        .unknown, "a resolver without DNSSEC", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .open])),
      CheckExample(.unknown, "nobody validates", zone: "@ MX 10 mail"),
      CheckExample(.notApplicable, "no such domain", domain: "none.example.org", zone: "@ MX 10 mail", stage: .signed())
    ]
  ) { survey in
    if survey.isNonexistent { return .notApplicable("the domain does not exist") }
    guard survey.dnssec.isValidated, let verdict = survey.dnssec.domainVerdict else {
      return .unknown(
        "DNSSEC was not validated.",
        remedy: "Audit over the network, with --dnssec validate (the default) or --dnssec resolver.")
    }
    let evidence = [Evidence(verdict, on: DNSQuestion(survey.domain, .mx))]
    switch verdict.state {
    case .secure where verdict.chain.isEmpty:
      return .info(
        "\(survey.domain) is signed, on the word of the resolver alone: \(verdict.reason).", evidence: evidence)
    case .secure: return .pass
    case .insecure: return .info("\(survey.domain) is not signed: \(verdict.reason).", evidence: evidence)
    case .bogus:
      return .fail("\(survey.domain) is signed, and the signatures do not hold: \(verdict.reason).", evidence: evidence)
    case .indeterminate: return .findings(survey.dnssec.open { $0.role == .mx })
    }
  }
}
