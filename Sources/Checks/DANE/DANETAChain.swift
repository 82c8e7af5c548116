import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let daneTAChain = DomainCheck(
    CheckDescription(
      id: "DANE-TA-CHAIN",
      area: .dane,
      title: "Servers with usage 2 send the issuer that is named",
      severity: .high,
      severityReason: "an issuer that is not sent cannot be matched",
      appliesWhen: "a mail server has a usable TLSA record of usage 2, and DNSSEC does not say that senders ignore it",
      rule: """
        For each address and each chain: fail if no record of usage 2 matches an issuer in the chain that the server \
        sends (or holds the issuer itself or its key); warn if a record of usage 3 accepts the server all the same, or while \
        nobody validates DNSSEC.
        """,
      whyItMatters: """
        Certificate authorities change their intermediate certificates without notice: a record that names an old one \
        fails after the next renewal, as it did for many when Let's Encrypt replaced R3, R10 and E5.
        """,
      remedy: """
        Let the server send the whole chain with the issuer that the record names, publish 2 1 1 records for all \
        issuers that may come, or use 3 1 1 for the server's own key.
        """,
      standards: ["RFC 7672 §3.1.2", "RFC 7671 §5.2"],
      causes: ["DANE-PARAMS", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "the issuer is sent",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .fail, "the issuer is not sent",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer)),
        stage: .server(.secure, .showing(ExampleCertificates.good))),
      CheckExample(
        .warn, "another issuer, but the key is named too",
        zone: ExampleCertificates.zone(
          ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.stranger),
          ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .notApplicable, "usage 3 only",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .unknown, "nobody connected",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer)),
        stage: .mail(.secure))
    ]
  ) { survey in
    survey.judgeTLSAServers(where: { !$0.anchors.isEmpty }) { lookup, observations, verdict in
      observations.flatMap { observation in
        if let unseen = observation.withoutCertificate { return [unseen] }
        let matching = survey.matching(lookup)
        return observation.chains(for: lookup.base).compactMap { chain in
          finding(lookup, observation, chain, matching, verdict)
        }
      }
    }
  }

  private static func finding(
    _ lookup: TLSALookup, _ observation: MailServerObservation, _ chain: [Certificate], _ matching: DANEMatching,
    _ verdict: Verdict
  ) -> Finding? {
    if matching.outcomes(of: lookup.anchors, chain).contains(where: { $0 != .noMatch }) { return nil }
    let isAccepted = MailServerObservation.accepts(lookup, chain, matching)
    let statement = "\(observation.subject) sends \(chain.count) certificates, and no issuer that a TLSA record names."
    return Finding(
      isAccepted ? .warn : verdict, subject: observation.host.description, statement,
      evidence: [lookup.evidence, observation.digests(lookup)])
  }
}

extension TLSALookup {
  /// The records of usage 2 among those that are compared.
  fileprivate var anchors: [TLSARecord] { compared.filter { $0.knownUsage == .trustAnchor } }
}
