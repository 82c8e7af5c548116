import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let tlsCertKey = DomainCheck(
    CheckDescription(
      id: "TLS-CERT-KEY",
      area: .tls,
      title: "Key and signature strength are adequate",
      severity: .low,
      severityReason: "weak keys fail profiles and strict clients",
      appliesWhen: "a certificate of a mail server or a submission server was seen",
      rule: """
        For each certificate that a server sends: fail if its key is RSA below 2048 bits or a curve below 224 bits, or \
        if its issuer signed it with MD5 or SHA-1 (signatures of roots do not count); warn for curves below 256 bits; \
        info for RSA below 3072 bits, which NCSC-NL phases out.
        """,
      whyItMatters: "Libraries refuse such keys at the security level that Debian and others have by default.",
      remedy: "Make a key on the curve P-256, or an RSA key of 3072 bits, and have it certified anew.",
      standards: [
        "RFC 9325 §4.5", StandardReference(document: "NCSC-NL, Security guidelines for TLS (2025-05)", section: "3.3.2")
      ],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "P-256", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "RSA of 1024 bits", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.weakKey, ExampleCertificates.issuer))),
      CheckExample(
        .fail, "signed with SHA-1", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.oldDigest, ExampleCertificates.issuer))),
      CheckExample(
        .info, "RSA of 2048 bits", zone: ExampleCertificates.zone(),
        stage: .server(nil, .showing(ExampleCertificates.goodRSA, ExampleCertificates.issuer))),
      CheckExample(
        .notApplicable, "no TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeTLS { observation, _ in
      var seen: Set<Certificate> = []
      return observation.chains.joined().filter { seen.insert($0).inserted }.compactMap { strength($0, observation) }
    }
  }

  static func strength(_ certificate: Certificate, _ observation: MailServerObservation) -> Finding? {
    let name = "\(certificate.subject), sent by \(observation.subject),"
    let key = "\(certificate.keyKind) of \(certificate.keyBits) bits"
    let evidence = observation.evidence(certificate)
    let algorithm = certificate.signatureAlgorithm.lowercased()
    let isRoot = certificate.isSelfSigned && certificate.isCA
    if !isRoot, ["md5", "sha1"].contains(where: algorithm.contains) {
      return observation.finding(.fail, "\(name) is signed with \(certificate.signatureAlgorithm).", evidence)
    }
    switch (certificate.isRSA, certificate.isEC, certificate.keyBits) {
    case (true, _, ..<2048), (_, true, ..<224): return observation.finding(.fail, "\(name) has a key \(key).", evidence)
    case (_, true, ..<256): return observation.finding(.warn, "\(name) has a key \(key).", evidence)
    case (true, _, ..<3072) where !isRoot && !certificate.isCA:
      return observation.finding(.info, "\(name) has a key \(key): good today, and to be phased out.", evidence)
    default: return nil
    }
  }
}
