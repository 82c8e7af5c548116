import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpSTARTTLS = DomainCheck(
    CheckDescription(
      id: "SMTP-STARTTLS",
      area: .smtpProbe,
      title: "STARTTLS is offered and works",
      severity: .high,
      severityReason: "without it everybody on the way can read the mail, and some senders refuse to send",
      appliesWhen: "a mail server answers EHLO",
      rule: """
        Fail for each address whose reply to EHLO lacks STARTTLS, that refuses STARTTLS (454 included), with which the \
        handshake fails, or that refuses EHLO inside TLS. Unknown if the server puts off with another temporary reply, or \
        if something on the way masks the extension.
        """,
      whyItMatters: """
        Gmail marks mail that comes without TLS, profiles fail, and senders that follow MTA-STS, DANE or a rule of their \
        own do not deliver.
        """,
      remedy: """
        Install a certificate and switch TLS on (Postfix: smtpd_tls_chain_files and smtpd_tls_security_level = may). \
        If it is on, look at filters and firewalls in front of the server.
        """,
      standards: [
        "RFC 3207 §4", "RFC 3207 §4.2", StandardReference(document: "CISA BOD 18-01", section: "STARTTLS"),
        StandardReference(document: "Internet.nl, email test", section: "STARTTLS")
      ],
      profiles: [.required(.nist800177), .required(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "it is offered and works", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "it is not offered", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250 PIPELINING"] })),
      CheckExample(
        .fail, "it is refused", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.startTLS = ["454 4.7.0 TLS not available"] })),
      CheckExample(
        .fail, "the handshake fails", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [] })),
      CheckExample(
        .fail, "EHLO is refused inside TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["503 5.5.1 not again"] })),
      CheckExample(
        .unknown, "a firewall masks it", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250 XXXXXXXA"] })),
      CheckExample(
        .unknown, "the server is busy", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.startTLS = ["421 4.7.0 too many connections"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeMailServers { observation in
      let session = observation.session
      guard session.extensions != nil else { return [] }
      if let mask = session.mask { return [masked(observation, mask)] }
      if session.tls == nil {
        guard let defect = session.lackOfTLS else { return [observation.unseen] }
        return [observation.finding(.fail, "At \(observation.subject) \(defect).", observation.evidence)]
      }
      guard let stop = session.stop, stop.step == .ehloInTLS else { return [] }
      guard case .reply(let reply) = stop.reason, reply.replyClass == .permanent else { return [observation.unseen] }
      let statement = "\(observation.subject) refuses EHLO inside TLS: \(reply)."
      return [observation.finding(.fail, statement, observation.evidence)]
    }
  }

  private static func masked(_ observation: MailServerObservation, _ mask: String) -> Finding {
    observation.finding(
      .unknown, "Something on the way to \(observation.subject) hides an extension behind \(mask).",
      observation.evidence,
      remedy: """
        Switch off the inspection of SMTP in the firewalls at both ends (Cisco: no inspect esmtp), and run mailaudit on \
        another network.
        """)
  }
}

extension SMTPSession {
  /// What a firewall puts in the place of STARTTLS, such as `XXXXXXXA`; nil when STARTTLS is offered, or just missing.
  fileprivate var mask: String? {
    guard offersSTARTTLS == false else { return nil }
    return extensions?.map(\.keyword).first { $0.utf8.count == 8 && $0.hasPrefix("XXXXXXX") }
  }
}
