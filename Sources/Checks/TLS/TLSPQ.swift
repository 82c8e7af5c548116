import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsPQ = DomainCheck(
    CheckDescription(
      id: "TLS-PQ",
      area: .tls,
      title: "Hybrid key exchange is available",
      severity: .info,
      severityReason: "it protects traffic that somebody records today and decrypts in years",
      appliesWhen: "a mail server accepts TLS 1.3, and somebody with OpenSSL 3.5 or later connects to it",
      rule: """
        Offer X25519MLKEM768 first: pass if it is agreed on, info if another group is; warn if the server refuses the \
        handshake that works without, which happens where a middlebox cannot bear a large ClientHello. Unknown if the \
        connection only breaks: servers also close when there are too many.
        """,
      whyItMatters: "Modern senders offer it; a middlebox that drops large ClientHellos keeps their mail out.",
      remedy: "Update the TLS library of the mail server, and the firmware of load balancers before it.",
      standards: [
        "RFC 9954 §3", StandardReference(document: "NCSC-NL, Security guidelines for TLS (2025-05)", section: "3.3.3")
      ]
    ),
    examples: [
      CheckExample(
        .pass, "it is agreed on", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.hybrid = .agreed })),
      CheckExample(
        .info, "the server has other groups", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.hybrid = .unknownGroup })),
      CheckExample(
        .warn, "the handshake fails", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.hybrid = .intolerant })),
      CheckExample(
        .unknown, "the connection breaks", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.hybrid = .closed })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in
      switch observation.hybrid {
      case .accepted(let facts)? where facts.group == TLSGroups.hybrid: return []
      case .accepted(let facts)?:
        let group = facts.group ?? "no group"
        let statement = "\(observation.subject) agrees on \(group), not on a hybrid group."
        return [observation.finding(.info, statement, observation.evidence("group \(group)"))]
      case .refused(let cause)?:
        let statement = "The handshake with \(observation.subject) fails when a hybrid group is offered: \(cause)."
        return [observation.finding(.warn, statement, observation.evidence(cause))]
      case .unknown(let cause)?:
        let statement = "Nobody can tell whether \(observation.subject) has a hybrid group: \(cause)."
        return [observation.finding(.unknown, statement, observation.evidence(cause))]
      case nil: return []
      }
    }
  }
}
