import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsCertValid = DomainCheck(
    CheckDescription(
      id: "TLS-CERT-VALID",
      area: .tls,
      title: "The certificate is trusted, current and names the host",
      severity: .medium,
      severityReason: "most senders encrypt whatever the certificate says; MTA-STS and REQUIRETLS do not",
      appliesWhen: "a mail server or a submission server offers TLS, and somebody connects to it",
      rule: """
        Judge every chain that a server shows by the trusted roots of this machine, the present time and the name in \
        the MX record: only dNSName entries count, and a wildcard stands for one label. Warn for each fault; info if \
        TLSA records of usage 3 accept the certificate; the strength of keys is judged by TLS-CERT-KEY, and what \
        MTA-STS makes of it by STS-MX-CERT. Of a submission server (mailaudit probe) the name is that of the settings, or \
        its address, and each fault fails: applications check the certificate before they log in.
        """,
      whyItMatters:
        "Senders that check certificates (MTA-STS in enforce mode, REQUIRETLS, careful partners) defer mail.",
      remedy: """
        Use a certificate of a public authority with the name in the MX record, send it with its intermediates (for \
        ACME the file fullchain.pem), and reload the server after each renewal.
        """,
      standards: ["RFC 9525 §6", "RFC 8461 §4.2", "RFC 7672 §3.1"],
      profiles: [.advised(.nist800177), .advised(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a good chain", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .warn, "another name", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.otherName, ExampleCertificates.issuer))),
      CheckExample(
        .warn, "self-signed", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.selfSigned))),
      CheckExample(
        .warn, "the intermediate is missing", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.good))),
      CheckExample(
        .info, "self-signed, and named by a TLSA record",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.selfSigned)),
        stage: .server(.secure, .showing(ExampleCertificates.selfSigned))),
      CheckExample(
        .notApplicable, "no TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in
      guard let verdicts = observation.verdicts else { return [.withoutRoots(observation)] }
      return observation.chains.compactMap { chain in
        verdicts[chain].flatMap { finding($0, chain, observation, survey) }
      }
    }
  }

  private static func finding(
    _ verdict: ChainVerdict, _ chain: [Certificate], _ observation: MailServerObservation, _ survey: DomainSurvey
  ) -> Finding? {
    let faults = verdict.faults.filter { $0.reason != .weakKey && $0.reason != .weakSignature }
    guard !faults.isEmpty, let leaf = chain.first else { return nil }
    if let answer = survey.unreadTLSA(of: observation) { return Finding.unread(answer) }
    let isNamed = survey.isNamedByDANE(leaf, of: observation)
    let list = faults.map(\.description).joined(separator: "; ")
    let statement =
      "The certificate of \(observation.subject) is not trusted: \(list)"
      + (isNamed ? ". A TLSA record of usage 3 accepts it." : ".")
    return Finding(
      isNamed ? .info : .warn, subject: observation.host.description, statement,
      evidence: chain.map(observation.evidence))
  }
}

extension Finding {
  /// Nothing can be said of trust on a machine without trusted roots.
  static func withoutRoots(_ observation: MailServerObservation) -> Finding {
    Finding(
      .unknown, "This machine has no trusted roots to judge certificates by.",
      evidence: [observation.evidence("no certificate in the directory of OpenSSL")],
      remedy: "Install the package ca-certificates, or name a file of roots with --ca-file.")
  }
}

extension DomainSurvey {
  /// The answer without which nobody can tell whether a TLSA record that senders heed accepts what a server shows; nil
  /// when that is known.
  func unreadTLSA(of observation: MailServerObservation) -> DNSAnswer? {
    guard dane.mx?.state == .secure, let host = dane.hosts.first(where: { $0.name == observation.host }),
      case .unread(let answer) = host.records
    else { return nil }
    return host.mayFollowAlias ? answer : nil
  }

  /// Whether a TLSA record of usage 3 that DNSSEC vouches for accepts a certificate.
  func isNamedByDANE(_ certificate: Certificate, of observation: MailServerObservation) -> Bool {
    guard let host = dane.hosts.first(where: { $0.name == observation.host }), case .found(let lookup) = host.records
    else { return false }
    return dane.security(of: host, lookup)?.state == .secure
      && matching(lookup).accepts([certificate], by: lookup.compared.filter { $0.knownUsage == .endEntity })
  }
}
