import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsVersion = DomainCheck(
    CheckDescription(
      id: "TLS-VERSION",
      area: .tls,
      title: "Mail servers speak TLS 1.2 or newer only",
      severity: .medium,
      severityReason: "older versions are deprecated, and clients of today do not offer them",
      appliesWhen: "a mail server or a submission server offers TLS, and somebody connects to it",
      rule: """
        Offer each version from TLS 1.0 to 1.3 in a conversation of its own. Fail if neither 1.2 nor 1.3 works; warn \
        if 1.0 or 1.1 is accepted beside them; info if 1.3 is missing. Versions of SSL are not offered. Of a submission server \
        the version that was agreed on is judged, and each version with --tls-versions.
        """,
      whyItMatters: """
        Senders with modern libraries cannot agree with a server that knows old versions only, and send in clear text \
        or not at all. Profiles fail where old versions are accepted.
        """,
      remedy: """
        Switch TLS 1.2 and 1.3 on and the others off (Postfix: smtpd_tls_protocols = >=TLSv1.2). The few senders that \
        know old versions only will fall back to clear text.
        """,
      standards: [
        "RFC 8996 §4", "RFC 9325 §3.1.1",
        StandardReference(document: "NCSC-NL, Security guidelines for TLS (2025-05)", section: "3.3.1")
      ],
      profiles: [.required(.nist800177), .required(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "1.2 and 1.3", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .info, "1.2 only", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [.tls12] })),
      CheckExample(
        .warn, "1.0 is accepted too", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [.tls10, .tls12, .tls13] })),
      CheckExample(
        .fail, "1.1 at most", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.versions = [.tls10, .tls11] })),
      CheckExample(
        .notApplicable, "no TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone()),
      CheckExample(.unknown, "the port is closed", zone: ExampleCertificates.zone(), stage: .mail(nil, [:]))
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in versionFindings(observation) }
  }

  static func versionFindings(_ observation: MailServerObservation) -> [Finding] {
    let accepted = observation.versions.filter { $0.value.facts != nil }.keys.sorted()
    let list = accepted.map { "\($0)" }.joined(separator: ", ")
    let evidence = observation.evidence("accepted: \(list)")
    let unknown = observation.unknownVersions
    let subject = observation.subject
    guard let newest = accepted.last, newest >= .tls12 else {
      return unknown
        + [observation.finding(.fail, "\(subject) speaks nothing newer than \(accepted.last ?? .tls10).", evidence)]
    }
    let old = accepted.filter { $0 < .tls12 }.map { "\($0)" }.joined(separator: " and ")
    if !old.isEmpty {
      return unknown + [observation.finding(.warn, "\(subject) accepts \(old) beside newer versions.", evidence)]
    }
    if newest < .tls13 { return unknown + [observation.finding(.info, "\(subject) has no TLS 1.3.", evidence)] }
    return unknown
  }
}

extension MailServerObservation {
  /// The versions of which nobody can tell whether they are accepted, as findings.
  fileprivate var unknownVersions: [Finding] {
    TLSVersion.allCases.compactMap { version in
      guard case .unknown(let cause)? = versions[version] else { return nil }
      return finding(.unknown, "Nobody can tell whether \(subject) accepts \(version): \(cause).", evidence(cause))
    }
  }
}
