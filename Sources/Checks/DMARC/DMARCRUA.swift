import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRUA = DomainCheck(
    CheckDescription(
      id: "DMARC-RUA",
      area: .dmarc,
      title: "Aggregate reports are asked for",
      severity: .medium,
      severityReason: "without reports nobody sees what fails",
      appliesWhen: "a record applies",
      rule: "Warn if the record has no rua.",
      whyItMatters: "Mail of yours that fails stays unnoticed until it is refused, and so does spoofing.",
      remedy: "Add rua=mailto: and an address that somebody, or a report service, reads.",
      standards: [
        "RFC 9989 §4.7", "RFC 9989 §5.1.3", "Yahoo, Sender Requirements and Recommendations §DMARC",
        "La Poste, laposte.net authentication rules §rua"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [
        .advised(.gmailBulk), .advised(.yahooBulk), .required(.nist800177), .required(.bod1801), .advised(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(
        .pass, "an address for reports", zone: #"_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.org""#),
      CheckExample(.warn, "none", zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      guard found.value.tags["rua"] == nil else { return .pass }
      return .warn("\(found.owner) asks for no aggregate reports.", evidence: [found.evidence()])
    }
  }
}
