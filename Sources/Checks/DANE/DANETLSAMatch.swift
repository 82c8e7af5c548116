import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let daneTLSAMatch = DomainCheck(
    CheckDescription(
      id: "DANE-TLSA-MATCH",
      area: .dane,
      title: "A TLSA record matches the live certificate",
      severity: .critical,
      severityReason: "senders that follow DANE do not deliver to a server that its records do not name",
      appliesWhen: "usable TLSA records exist, and DNSSEC does not say that senders ignore them",
      rule: """
        Connect to every address of the host, start TLS, and compare the chains with the records; if the records stand \
        at the end of aliases, the chain that the server shows for that name. Usage 3: the key or \
        certificate of the server, whatever its names and dates. Usage 2: an issuer in the chain, and from there a \
        good chain with a name of the host (the common name counts where there is no dNSName entry). Fail if no chain \
        of the host is accepted by any record; warn instead while nobody validates DNSSEC.
        """,
      whyItMatters: """
        Microsoft, Comcast, GMX, WEB.DE and many providers in the Netherlands and Germany follow DANE: their mail to \
        the domain waits and is returned after some days.
        """,
      remedy: """
        Publish the record of the present key, which mailaudit tlsa HOST prints. Before the next change of the key \
        publish the new record beside it, two times its TTL in advance.
        """,
      standards: ["RFC 7672 §3.1", "RFC 7671 §5.1", "RFC 7671 §5.2"],
      causes: ["DANE-PARAMS", "DNS-RESOLVE-ERROR"],
      profiles: [.advised(.nist800177), .required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "the key of the server",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .pass, "a self-signed certificate under usage 3",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.selfSigned)),
        stage: .server(.secure, .showing(ExampleCertificates.selfSigned))),
      CheckExample(
        .pass, "the issuer under usage 2",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .fail, "the key of last year",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.expired)),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .fail, "usage 2, and the certificate is for another name",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer)),
        stage: .server(.secure, .showing(ExampleCertificates.otherName, ExampleCertificates.issuer))),
      CheckExample(
        .pass, "an alias whose end has the records and a certificate of its own", zone: alias,
        stage: .server(.secure, StagedMailServer { $0.named = ["mx.example.org": [ExampleCertificates.expired]] })),
      CheckExample(
        .fail, "an alias whose end shows another certificate than the records name", zone: alias,
        stage: .server(.secure, StagedMailServer { $0.named = ["mx.example.org": [ExampleCertificates.goodRSA]] })),
      CheckExample(
        .warn, "no match, and nobody validates",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.expired)),
        stage: .server(nil, StagedMailServer())),
      CheckExample(.notApplicable, "no TLSA records", zone: ExampleCertificates.zone(), stage: .mail(.secure)),
      CheckExample(
        .unknown, "nobody connected",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.secure)),
      CheckExample(
        .unknown, "the port is closed",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.secure, [:]))
    ]
  ) { survey in
    survey.judgeTLSAServers { lookup, observations, verdict in
      let matching = survey.matching(lookup)
      let seen = observations.filter { !$0.certificates.isEmpty }
      let isAccepted = seen.contains { observation in
        observation.chains(for: lookup.base).contains { MailServerObservation.accepts(lookup, $0, matching) }
      }
      if isAccepted { return [] }
      guard let first = seen.first else { return observations.compactMap(\.withoutCertificate) }
      let statement =
        "No TLSA record at \(lookup.owner) matches what \(first.subject) shows\(reason(lookup, first, matching))."
      return [
        Finding(verdict, subject: first.host.description, statement, evidence: [lookup.evidence, first.digests(lookup)])
      ]
    }
  }

  private static let alias =
    "@ MX 10 mail\nmail CNAME mx\nmx A 192.0.2.25\n"
    + ExampleCertificates.tlsa(.endEntity, ExampleCertificates.expired, at: "mx")

  /// What keeps a chain under usage 2 from being good, when its issuer is the right one.
  private static func reason(
    _ lookup: TLSALookup, _ observation: MailServerObservation, _ matching: DANEMatching
  ) -> String {
    for chain in observation.chains(for: lookup.base) {
      for outcome in matching.outcomes(of: lookup.compared, chain) {
        if case .badChain(let faults) = outcome {
          return ": the issuer is right, but the certificate is " + faults.map(\.description).joined(separator: ", ")
        }
      }
    }
    return ""
  }
}
