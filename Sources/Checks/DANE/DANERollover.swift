import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let daneRollover = DomainCheck(
    CheckDescription(
      id: "DANE-ROLLOVER",
      area: .dane,
      title: "A second TLSA record covers the next key",
      severity: .low,
      severityReason: "with one record alone every change of the key is an outage",
      appliesWhen: "a mail server has usable TLSA records",
      rule: """
        Info if a host has one usable record only. Two are enough: 3 1 1 for the present and the next key, or 3 1 1 \
        for the key and 2 1 1 for its issuer.
        """,
      whyItMatters: """
        Resolvers keep the old record for its TTL. If the server shows a new key before a record for it has spread, \
        senders wait, and mail is late or returned.
        """,
      remedy: """
        Make the next key now and publish its 3 1 1 record beside the present one (mailaudit tlsa --certificate FILE \
        prints it), or add the 2 1 1 record of the issuer.
        """,
      standards: [
        "RFC 7671 §8.1", StandardReference(document: "Internet.nl, email test", section: "DANE rollover")
      ],
      causes: ["DNS-RESOLVE-ERROR", "DANE-PARAMS"],
      profiles: [.advised(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "the server and its issuer",
        zone: ExampleCertificates.zone(
          ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good),
          ExampleCertificates.tlsa(.trustAnchor, ExampleCertificates.issuer))),
      CheckExample(
        .pass, "this key and the next",
        zone: ExampleCertificates.zone(
          ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good),
          ExampleCertificates.tlsa(.endEntity, ExampleCertificates.goodRSA))),
      CheckExample(
        .info, "one record",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))),
      CheckExample(.notApplicable, "no TLSA records", zone: ExampleCertificates.zone()),
      CheckExample(
        .unknown, "the TLSA records cannot be read", zone: ExampleCertificates.zone("_25._tcp.mail TLSA TIMEOUT"))
    ]
  ) { survey in
    survey.judgeTLSA { host, lookup in
      guard Set(lookup.usable).count == 1 else { return [] }
      let statement = "\(lookup.owner) has one usable TLSA record: nothing covers the next key."
      return [Finding(.info, subject: "\(host.name)", statement, evidence: [lookup.evidence])]
    }
  }
}
