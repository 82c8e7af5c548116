import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcParked = DomainCheck(
    CheckDescription(
      id: "DMARC-PARKED",
      area: .dmarc,
      title: "A parked domain refuses all mail in its name",
      severity: .low,
      severityReason: "it is cheap protection",
      appliesWhen: "the owner says that the domain sends no mail",
      rule: "Fail if the policy is not reject; warn if it is and there is no rua.",
      whyItMatters: "A name that sends nothing is the best one to borrow: nobody would notice.",
      remedy: "Publish \"v=DMARC1; p=reject; rua=mailto:...\" at _dmarc of the domain.",
      standards: [
        "UK NCSC, Email security and anti-spoofing §Protecting parked domains", "CISA BOD 18-01 §second-level domains"
      ],
      causes: ["DMARC-PRESENT", "DMARC-SYNTAX", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.bod1801)]
    ),
    examples: [
      CheckExample(.pass, "reject with reports", zone: #"_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.net""#) {
        $0.isParked = true
      },
      CheckExample(.warn, "reject without reports", zone: #"_dmarc TXT "v=DMARC1; p=reject""#) { $0.isParked = true },
      CheckExample(.fail, "quarantine", zone: #"_dmarc TXT "v=DMARC1; p=quarantine""#) { $0.isParked = true },
      CheckExample(.fail, "no record", zone: #"@ MX 0 ."#) { $0.isParked = true },
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#) { $0.isParked = true },
      CheckExample(.notApplicable, "a domain that sends", zone: #"_dmarc TXT "v=DMARC1; p=none""#)
    ]
  ) { survey in
    guard survey.options.isParked else { return .notApplicable("the domain is not declared as parked") }
    let found: DMARCPolicyDiscovery.PolicyRecord
    switch (survey.dmarc.policyRecord, survey.dmarc.effectivePolicy) {
    case (.temporaryError(let question, let failure), _), (_, .temporaryError(let question, let failure)):
      return survey.dmarcUnknown(question, failure)
    case (.known(let record?), .known(let policy?)) where policy.policy == .reject: found = record
    case (.known(let record), .known(let policy)):
      let policy = policy?.policy.description ?? "missing"
      let evidence = record.map { [$0.evidence()] } ?? survey.dmarcWalkEvidence
      return .fail(
        "The DMARC policy for the parked domain \(survey.domain) is \(policy), not reject.", evidence: evidence)
    }
    if found.value.tags["rua"] != nil { return .pass }
    return .warn("Nobody gets reports about mail in the name of the parked domain.", evidence: [found.evidence()])
  }
}
