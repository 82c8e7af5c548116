import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let authClear = DomainCheck(
    CheckDescription(
      id: "AUTH-CLEAR",
      area: .auth,
      title: "No password is asked for in clear text",
      severity: .high,
      severityReason: "who listens on the way gets the password, and sends in the user's name",
      appliesWhen: "a mail server answers EHLO",
      rule: """
        Fail if the reply to EHLO before TLS offers a login that sends a reusable secret: PLAIN, LOGIN, XOAUTH2 or \
        OAUTHBEARER. Looked at are port 25 of the mail servers and, by mailaudit probe, the port of the settings.
        """,
      whyItMatters: "Programs that are set up without TLS send the password at once; stolen accounts send spam.",
      remedy:
        "Offer AUTH inside TLS only (Postfix: smtpd_tls_auth_only = yes; Exim: auth_advertise_hosts by tls_in_cipher).",
      standards: ["RFC 4954 §4", "RFC 8314 §4.1", "RFC 6409 §3.3"],
      profiles: [.advised(.nist800177)]
    ),
    examples: [
      CheckExample(.pass, "no login", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .pass, "a login inside TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250 AUTH PLAIN"] })),
      CheckExample(
        .pass, "a challenge in clear text", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250-AUTH SCRAM-SHA-256", "250 STARTTLS"] })),
      CheckExample(
        .fail, "PLAIN before TLS", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250-AUTH PLAIN LOGIN", "250 STARTTLS"] })),
      CheckExample(
        .fail, "LOGIN in the old form", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250-AUTH=LOGIN", "250 STARTTLS"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeMailServers { observation in
      let mechanisms = observation.session.extensions?.loginMechanisms ?? []
      let exposed = mechanisms.filter(ReusableSecret.mechanisms.contains)
      guard !exposed.isEmpty else { return [] }
      let list = exposed.joined(separator: " and ")
      return [
        observation.finding(
          .fail, "\(observation.subject) offers a login by \(list) before TLS.",
          observation.evidence("before TLS: AUTH " + mechanisms.joined(separator: " ")))
      ]
    }
  }
}
