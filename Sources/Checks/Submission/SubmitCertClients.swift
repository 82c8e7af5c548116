import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitCertClients = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-CERT-CLIENTS",
      area: .tls,
      title: "Every way of checking the certificate gives the same answer",
      severity: .info,
      severityReason: "it explains why one application sends and another does not",
      appliesWhen: "a certificate was seen",
      rule: """
        Judge the chain as applications do: with chain and name (PHP streams by default, Ruby's peer, Java with \
        checkserveridentity), with the chain alone (verify_peer_name=false, Java by default), not at all (verify none, \
        allow_self_signed). Info when the answers differ.
        """,
      whyItMatters: """
        PEAR Mail starts TLS whenever the server offers it, and refuses what it cannot verify; GitLab, Java and PHP each \
        have defaults of their own: the same server works from one and fails from the other.
        """,
      remedy: """
        Mend the certificate or the host name, so that the strict way passes; then every application works, and none \
        needs a weaker one. Weaker ways give the password to anybody on the way.
        """,
      standards: ["RFC 9525 §6", "RFC 8314 §4.1", "RFC 5280 §6"]
    ),
    examples: [
      SubmissionExample(.pass, "all accept"),
      SubmissionExample(
        .info, "another name",
        .submission { $0.chains = [[ExampleCertificates.otherName, ExampleCertificates.issuer]] }),
      SubmissionExample(.info, "self-signed", .submission { $0.chains = [[ExampleCertificates.selfSigned]] }),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in
      guard let verdict = observation.session.chainVerdict else { return [.withoutRoots(observation)] }
      if verdict.isTrusted { return [] }
      let chainIsGood = verdict.faults.allSatisfy { $0.reason == .nameMismatch }
      let answers = "chain and name: refused; chain alone: \(chainIsGood ? "accepted" : "refused"); no check: accepted"
      let statement =
        "\(observation.place): an application that checks chain and name refuses the certificate; one that checks "
        + "\(chainIsGood ? "the chain alone, or nothing," : "nothing") accepts it."
      return [observation.finding(.info, statement, observation.evidence(answers))]
    }
  }
}
