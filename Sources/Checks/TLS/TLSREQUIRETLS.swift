import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsREQUIRETLS = DomainCheck(
    CheckDescription(
      id: "TLS-REQUIRETLS",
      area: .tls,
      title: "REQUIRETLS is offered where it counts, if at all",
      severity: .info,
      severityReason: "few servers have it, and no mail depends on it",
      appliesWhen: "a mail server offers STARTTLS, and somebody connects to it",
      rule: "Info if a server offers REQUIRETLS inside TLS; warn if it does so in clear text only.",
      whyItMatters: "A sender can demand TLS for a message on all its way only where REQUIRETLS is offered inside TLS.",
      remedy: "Offer REQUIRETLS in the reply to EHLO inside TLS, or not at all.",
      standards: ["RFC 8689 §2"]
    ),
    examples: [
      CheckExample(.pass, "not offered", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .info, "offered inside TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250 REQUIRETLS"] })),
      CheckExample(
        .warn, "offered in clear text only", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250-REQUIRETLS", "250 STARTTLS"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in
      guard let inside = observation.session.extensionsInTLS else { return [] }
      let evidence = observation.evidence
      if inside.offers("REQUIRETLS") {
        return [observation.finding(.info, "\(observation.subject) offers REQUIRETLS.", evidence)]
      }
      guard observation.session.extensions?.offers("REQUIRETLS") == true else { return [] }
      return [observation.finding(.warn, "\(observation.subject) offers REQUIRETLS in clear text only.", evidence)]
    }
  }
}
