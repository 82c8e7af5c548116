import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsCiphers = DomainCheck(
    CheckDescription(
      id: "TLS-CIPHERS",
      area: .tls,
      title: "No obsolete key exchange or ciphers",
      severity: .medium,
      severityReason: "RFC 10015 forbids RSA and finite-field Diffie-Hellman key exchange in TLS 1.2",
      appliesWhen: "a mail server offers STARTTLS, and somebody connects to it",
      rule: """
        In TLS 1.2 offer, each in a conversation of its own: key exchange by static RSA, finite-field Diffie-Hellman, \
        and suites without encryption. Warn for each that is accepted beside better ones; fail if the server chooses \
        one of the first two although everything is offered. RC4, 3DES and EXPORT suites are not offered: OpenSSL no \
        longer has them. TLS 1.3 has none of these.
        """,
      whyItMatters: """
        Without ephemeral keys everybody who records the traffic can read it once the key of the server leaks. \
        Profiles fail, and hardened senders refuse.
        """,
      remedy: """
        Allow ECDHE with AES-GCM or ChaCha20 (Postfix: tls_high_cipherlist = ECDHE+AESGCM:ECDHE+CHACHA20, \
        smtpd_tls_ciphers = high, smtpd_tls_mandatory_ciphers = high).
        """,
      standards: [
        "RFC 10015 §3", "RFC 10015 §4", "RFC 9325 §4.2",
        StandardReference(document: "NCSC-NL, Security guidelines for TLS (2025-05)", section: "3.3.3")
      ],
      profiles: [.advised(.nist800177), .required(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "ECDHE only", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .pass, "TLS 1.3 only", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [.tls13] })),
      CheckExample(
        .warn, "static RSA is accepted too", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.weakExchanges = [.staticRSA] })),
      CheckExample(
        .fail, "static RSA only", zone: ExampleCertificates.zone(),
        stage: .server(
          nil,
          StagedMailServer {
            ($0.versions, $0.weakExchanges, $0.takesGoodExchange) = ([.tls12], [.staticRSA], false)
          })),
      CheckExample(
        .notApplicable, "no TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in
      if facts.keyExchange == .staticRSA || facts.keyExchange == .finiteField {
        let statement = "\(observation.subject) chooses \(facts.cipher): \(facts.keyExchange.rawValue) key exchange."
        return [observation.finding(.fail, statement, observation.evidence("\(facts.version), \(facts.cipher)"))]
      }
      return TLSWeakness.allCases.compactMap { weaknessFinding($0, observation) }
    }
  }

  private static func weaknessFinding(_ weakness: TLSWeakness, _ observation: MailServerObservation) -> Finding? {
    switch observation.weaknesses[weakness] {
    case .accepted(let facts)?:
      let statement = "\(observation.subject) accepts \(weakness.rawValue) in TLS 1.2: \(facts.cipher)."
      return observation.finding(.warn, statement, observation.evidence("\(facts.version), \(facts.cipher)"))
    case .unknown(let cause)?:
      let statement = "Nobody can tell whether \(observation.subject) accepts \(weakness.rawValue): \(cause)."
      return observation.finding(.unknown, statement, observation.evidence(cause))
    case .refused?, nil: return nil
    }
  }
}
