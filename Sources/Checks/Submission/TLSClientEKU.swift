import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let tlsClientEKU = SubmissionCheck(
    CheckDescription(
      id: "TLS-CLIENT-EKU",
      area: .tls,
      title: "The client's certificate may be used by a client",
      severity: .medium,
      severityReason: "public authorities stopped issuing certificates for clients in 2026",
      appliesWhen: "a certificate of the client is named, or the server asks for one",
      rule: """
        Warn when the certificate of the client has extended key usages and clientAuth is none of them, and when an \
        authority that the public trusts issued it: its successor will lack that usage. Info when a server asks for a \
        certificate and takes clients without one.
        """,
      whyItMatters: """
        A relay that lets machines in by their certificate refuses one that is for servers alone: after a renewal mail \
        stops from one day to the next.
        """,
      remedy: """
        Have a private authority issue the certificate that the relay knows you by, or let the relay know you by address or \
        login; a relay of your own should not demand the usage clientAuth.
        """,
      standards: ["RFC 5280 §4.2.1.12", "RFC 9846 §4.4.2"],
      causes: ["SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS"]
    ),
    examples: [
      SubmissionExample(.pass, "a certificate of a private authority, for any usage") {
        $0.clientCertificate = .example(ExampleCertificates.issuer, isPublic: false)
      },
      SubmissionExample(.warn, "a certificate for servers alone") {
        $0.clientCertificate = .example(ExampleCertificates.good, isPublic: false)
      },
      SubmissionExample(.warn, "a certificate of a public authority") {
        $0.clientCertificate = .example(ExampleCertificates.issuer, isPublic: true)
      },
      SubmissionExample(.unknown, "nobody can tell who trusts the authority") {
        $0.clientCertificate = .example(ExampleCertificates.issuer, isPublic: nil)
      },
      SubmissionExample(
        .info, "the server asks, and takes clients without", .submission { $0.asksForCertificate = true }),
      SubmissionExample(.notApplicable, "the server does not ask"),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    if let certificate = survey.options.clientCertificate { return certificate.judgement }
    let sessions = survey.visits.compactMap(\.session.tls)
    guard !sessions.isEmpty else {
      return survey.options.target.security == .none
        ? .notApplicable("no TLS is wanted (--tls none)")
        : .unknown(
          "No TLS session came about at \(survey.place): nobody knows whether the server asks for a certificate.")
    }
    guard sessions.contains(where: \.asksForCertificate) else {
      return .notApplicable("no certificate of the client is named, and the server asks for none")
    }
    return .info(
      "\(survey.place) asks for a certificate of the client, and takes clients without one.",
      remedy: "Name the certificate that your mail server shows (--client-cert), to have it judged.")
  }
}

extension ClientCertificate {
  /// What is said of the certificate itself.
  fileprivate var judgement: Judgement {
    guard let own = chain.first else { return .unknown("The file of the client's certificate holds none.") }
    let usages = own.extendedKeyUsages
    let evidence = [
      Evidence(
        source: "--client-cert",
        excerpt: "\(own.summary); usages: \(usages.isEmpty ? "any" : usages.joined(separator: ", "))")
    ]
    if !usages.isEmpty, !usages.contains("clientAuth"), !usages.contains("anyExtendedKeyUsage") {
      return .warn(
        "The certificate of the client may not be used by clients: clientAuth is not among its usages.",
        evidence: evidence)
    }
    switch isPublic {
    case true?:
      return .warn(
        "A public authority issued the certificate of the client: the next one will not be for clients any more.",
        evidence: evidence)
    case false?: return .pass
    case nil:
      return .unknown(
        "Whether a public authority issued the certificate of the client cannot be told: this machine has no roots.",
        evidence: evidence, remedy: "Install the package ca-certificates.")
    }
  }

  /// A certificate of the examples.
  fileprivate static func example(_ pem: String, isPublic: Bool?) -> ClientCertificate {
    ClientCertificate(chain: (try? Certificate.readPEM(pem)) ?? [], isPublic: isPublic)
  }
}
