import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let daneAllHosts = DomainCheck(
    CheckDescription(
      id: "DANE-ALL-HOSTS",
      area: .dane,
      title: "All addresses and keys of a host match its TLSA records",
      severity: .high,
      severityReason: "one server that was forgotten fails now and then, and nobody finds out why",
      appliesWhen: "a host with usable TLSA records has several addresses, or an RSA and an ECDSA certificate",
      rule: """
        Connect to every address, and ask for an RSA and for an ECDSA certificate: fail for each certificate that no \
        record accepts while another of the host is accepted; warn instead while nobody validates DNSSEC. Unknown for \
        addresses and kinds of key that could not be looked at.
        """,
      whyItMatters: "Senders meet the wrong certificate by chance: some mail is late, some is returned, most arrives.",
      remedy: "Bring the same certificates to all servers of the name, and publish one record for each key.",
      standards: [
        "RFC 7672 §9.2", StandardReference(document: "Internet.nl, email test", section: "DANE rollover")
      ],
      causes: ["DANE-TLSA-MATCH", "DANE-PARAMS", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "two servers with one key", zone: two,
        stage: .mail(.secure, [.exampleServer: StagedMailServer(), .secondExampleServer: StagedMailServer()])),
      CheckExample(
        .pass, "a record for each key",
        zone: two + "\n" + ExampleCertificates.tlsa(.endEntity, ExampleCertificates.goodRSA),
        stage: .mail(.secure, [.exampleServer: both, .secondExampleServer: StagedMailServer()])),
      CheckExample(
        .fail, "the second server has the old key", zone: two,
        stage: .mail(
          .secure,
          [.exampleServer: StagedMailServer(), .secondExampleServer: .showing(ExampleCertificates.expired)])),
      CheckExample(
        .fail, "no record for the RSA key",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, both)),
      CheckExample(
        .notApplicable, "one address and one key",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .unknown, "the connection breaks when an RSA certificate is asked for",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, StagedMailServer { $0.breaksOff = [.rsa] })),
      CheckExample(
        .unknown, "the second server cannot be reached", zone: two,
        stage: .mail(.secure, [.exampleServer: StagedMailServer()]))
    ]
  ) { survey in
    var isApplicable = false
    let judgement = survey.judgeTLSAServers { lookup, observations, verdict in
      let matching = survey.matching(lookup)
      let shown = observations.flatMap { observation in observation.chains(for: lookup.base).map { (observation, $0) } }
      let unseen = observations.flatMap(\.unseenKeys)
      guard observations.count > 1 || shown.count > 1 || !unseen.isEmpty else { return [] }
      isApplicable = true
      let refused = shown.filter { !MailServerObservation.accepts(lookup, $0.1, matching) }
      // When none is accepted, DANE-TLSA-MATCH says so.
      let mismatches = refused.count < shown.count ? refused : []
      return mismatches.map { observation, chain in
        let kind = chain.first?.isRSA == true ? "RSA certificate" : "certificate"
        let statement =
          "No TLSA record matches the \(kind) of \(observation.subject), while another of the host is named."
        return Finding(
          verdict, subject: "\(observation.host)", statement, evidence: [lookup.evidence, observation.digests(lookup)])
      } + observations.compactMap(\.withoutCertificate) + unseen
    }
    if survey.mailServers != nil, !isApplicable, case .findings(let findings) = judgement, findings.isEmpty {
      return .notApplicable("no host with TLSA records has several addresses or several keys")
    }
    return judgement
  }

  private static let two = ExampleCertificates.zone(
    "mail A 192.0.2.26", ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))
  private static let both = StagedMailServer {
    $0.chains.append([ExampleCertificates.goodRSA, ExampleCertificates.issuer])
  }
}
