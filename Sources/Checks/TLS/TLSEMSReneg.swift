import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsEMSReneg = DomainCheck(
    CheckDescription(
      id: "TLS-EMS-RENEG",
      area: .tls,
      title: "TLS 1.2 is hardened",
      severity: .low,
      severityReason: "an item of profiles; attacks need more than this",
      appliesWhen: "a mail server accepts TLS 1.2, and somebody connects to it",
      rule: """
        In a handshake of TLS 1.2, warn if the server lacks the extended master secret, compresses, or does not \
        support secure renegotiation. How often it lets clients renegotiate, and early data of TLS 1.3, are not tried.
        """,
      whyItMatters: "Senders in FIPS mode refuse sessions without extended master secret.",
      remedy: "Update the TLS library of the mail server: all maintained ones have these protections.",
      standards: [
        "RFC 7627 §5", "RFC 9325 §3.3", "RFC 5746 §4",
        StandardReference(document: "Internet.nl, email test", section: "Extended Master Secret")
      ],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "all there", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .warn, "no extended master secret", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.bindsMasterSecret = false })),
      CheckExample(
        .warn, "no secure renegotiation", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.renegotiatesSecurely = false })),
      CheckExample(
        .pass, "TLS 1.3 only", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [.tls13] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in
      if case .unknown(let cause)? = observation.versions[.tls12] {
        let statement = "Nobody can tell how \(observation.subject) speaks TLS 1.2: \(cause)."
        return [observation.finding(.unknown, statement, observation.evidence(cause))]
      }
      guard let facts = observation.versions[.tls12]?.facts else { return [] }
      var lacks: [String] = []
      if facts.extendedMasterSecret == false { lacks.append("lacks the extended master secret") }
      if facts.secureRenegotiation == false { lacks.append("lacks secure renegotiation") }
      if facts.isCompressed { lacks.append("compresses") }
      let evidence = observation.evidence("\(facts.version), \(facts.cipher)")
      return lacks.map { observation.finding(.warn, "\(observation.subject) \($0) in TLS 1.2.", evidence) }
    }
  }
}
