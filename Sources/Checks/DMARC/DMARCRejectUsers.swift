import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRejectUsers = DomainCheck(
    CheckDescription(
      id: "DMARC-REJECT-USERS",
      area: .dmarc,
      title: "The policy reject fits the kind of mail",
      severity: .low,
      severityReason: "domains of people who write to mailing lists should not publish reject",
      appliesWhen: "the policy is reject",
      rule: """
        Pass for a domain that is declared parked or receives no mail (null MX): no people write from it. Info \
        for any other: DNS does not tell whether people or machines write from the domain.
        """,
      whyItMatters: """
        Posts to mailing lists fail at the subscribers' receivers and are refused; lists then unsubscribe those \
        receivers or rewrite From.
        """,
      remedy: """
        Keep p=reject for domains that only machines use. Where people write, prefer p=quarantine, and give \
        machines subdomains with p=reject. Spend at least a month at none and a month at quarantine before \
        reject.
        """,
      standards: ["RFC 9989 §7.4"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a parked domain", zone: #"_dmarc TXT "v=DMARC1; p=reject""#) { $0.isParked = true },
      CheckExample(
        .pass, "nobody receives mail there",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject"
          @ MX 0 .
          """#),
      CheckExample(
        .info, "a domain with mailboxes",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=reject"
          @ MX 10 mail
          """#),
      CheckExample(.notApplicable, "quarantine", zone: #"_dmarc TXT "v=DMARC1; p=quarantine""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeDMARCRecord { found in
      if case .temporaryError(let question, let failure) = survey.dmarc.effectivePolicy {
        return survey.dmarcUnknown(question, failure)
      }
      guard let policy = survey.dmarc.effectivePolicy.value ?? nil, policy.policy == .reject else {
        return .notApplicable("the policy is not reject")
      }
      let isNullMX = survey.mx.answer.records.contains {
        if case .mx(_, let exchange) = $0.data { exchange.isRoot } else { false }
      }
      if survey.options.isParked || isNullMX { return .pass }
      if let unread = Judgement.unread(survey.mx.answer) { return unread }
      return .info(
        "Receivers refuse failing mail of \(survey.domain); posts of its people to mailing lists may be among it.",
        evidence: [found.evidence(tag: policy.source.rawValue, "p")])
    }
  }
}
