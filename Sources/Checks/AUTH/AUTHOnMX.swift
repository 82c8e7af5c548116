import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let authOnMX = DomainCheck(
    CheckDescription(
      id: "AUTH-ON-MX",
      area: .auth,
      title: "Mail servers offer no login on port 25",
      severity: .low,
      severityReason: "it lets the whole world guess passwords, and serves nobody",
      appliesWhen: "a mail server answers EHLO",
      rule: "Warn if port 25 of a mail server offers AUTH, before TLS or inside.",
      whyItMatters: """
        Password guessers try port 25 of every mail server. Programs of users belong on ports 465 and 587, where limits \
        and alarms can be set apart.
        """,
      remedy: """
        Switch logins off on port 25 (Postfix: smtpd_sasl_auth_enable = no in main.cf, and yes for the services submission \
        and submissions in master.cf). First look in the log whether programs still log in there.
        """,
      standards: ["RFC 6409 §3.1", "RFC 8314 §3"]
    ),
    examples: [
      CheckExample(.pass, "no login", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .warn, "a login inside TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250 AUTH PLAIN"] })),
      CheckExample(
        .unknown, "what is offered inside TLS was not seen", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["421 4.3.2 closing"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeMailServers { observation in
      let session = observation.session
      guard let clear = session.extensions else { return [] }
      guard let mechanisms = session.extensionsInTLS?.loginMechanisms ?? clear.loginMechanisms else {
        return session.offersSTARTTLS == true && session.extensionsInTLS == nil ? [observation.unseen] : []
      }
      let offer = "AUTH " + mechanisms.joined(separator: " ")
      return [
        observation.finding(.warn, "\(observation.subject) offers a login on port 25.", observation.evidence(offer))
      ]
    }
  }
}
