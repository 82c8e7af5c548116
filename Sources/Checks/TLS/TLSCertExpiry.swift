import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsCertExpiry = DomainCheck(
    CheckDescription(
      id: "TLS-CERT-EXPIRY",
      area: .tls,
      title: "Certificates are renewed in time",
      severity: .high,
      severityReason: "whoever checks certificates stops sending on the day, and nobody is warned",
      appliesWhen: "a certificate of a mail server or a submission server was seen",
      rule: """
        For each certificate of a server: fail if its life is over, or if its end is no date; warn instead if it is self-signed, because nobody \
        trusted it before either; info if TLSA records of usage 3 accept it, for which dates do not count. Warn if it \
        ends within 7 days, or, for lives of up to 200 days, when less than a quarter is left: renewal by ACME comes \
        at a third.
        """,
      whyItMatters: "Senders that check certificates (MTA-STS) defer all mail from that day on, and return it later.",
      remedy: """
        Renew the certificate, and reload the mail server: often the new file lies on the disk, and the server still \
        shows the old one. Let ACME renew it, with a hook that reloads the server.
        """,
      standards: [
        "RFC 5280 §4.1.2.5", "RFC 8461 §4.2",
        StandardReference(document: "CA/Browser Forum, TLS Baseline Requirements", section: "SC-081")
      ],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "years to go", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "expired", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.expired, ExampleCertificates.issuer))),
      CheckExample(
        .fail, "the 13th month", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.oddDate, ExampleCertificates.issuer))),
      CheckExample(
        .info, "expired, and named by a TLSA record",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.expired)),
        stage: .server(.secure, .showing(ExampleCertificates.expired, ExampleCertificates.issuer))),
      CheckExample(
        .warn, "three days to go", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.expired, ExampleCertificates.issuer))
      ) { $0.time = 1_609_200_000 },
      CheckExample(
        .notApplicable, "no TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    let time = survey.mailServers?.time ?? 0
    return survey.judgeTLS { observation, _ in
      observation.certificates.compactMap { certificate in
        let isNamed = survey.isNamedByDANE(certificate, of: observation)
        let finding = expiry(certificate, observation, at: time, isNamed: isNamed)
        // A record of usage 3 lets the day of the end count for nothing (RFC 7671 §5.1).
        return finding.flatMap { _ in survey.unreadTLSA(of: observation).flatMap(Finding.unread) } ?? finding
      }
    }
  }

  static func expiry(
    _ certificate: Certificate, _ observation: MailServerObservation, at time: Int, isNamed: Bool
  ) -> Finding? {
    let evidence = observation.evidence(certificate)
    let weight: Verdict = isNamed ? .info : certificate.isSelfSigned ? .warn : .fail
    let end = certificate.end
    guard let notAfter = certificate.notAfter else {
      return observation.finding(weight, "The certificate of \(observation.subject) ends on \(end).", evidence)
    }
    let rest = notAfter - time
    if rest < 0 {
      return observation.finding(weight, "The certificate of \(observation.subject) expired on \(end).", evidence)
    }
    let isShort = certificate.lifetime.map { $0 <= 200 * day && rest < $0 / 4 } ?? false
    guard rest < 7 * day || isShort else { return nil }
    let statement = "The certificate of \(observation.subject) ends on \(end), in \(rest / day) days."
    return observation.finding(isNamed ? .info : .warn, statement, evidence)
  }

  private static let day = 86_400
}
