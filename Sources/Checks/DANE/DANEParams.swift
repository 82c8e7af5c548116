import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let daneParams = DomainCheck(
    CheckDescription(
      id: "DANE-PARAMS",
      area: .dane,
      title: "TLSA parameters are usable for SMTP",
      severity: .high,
      severityReason: "records that nobody can use demand TLS and protect nothing",
      appliesWhen: "a mail server has TLSA records",
      rule: """
        Fail if no record of a host can be used: usage 0 or 1, an unknown number, a digest of wrong length, data that \
        are no certificate. Warn for each such record beside good ones, for 3 0 x (it changes with every renewal), for \
        whole certificates or keys (matching type 0) under usage 2, and if there is no SHA-256 record.
        """,
      whyItMatters: """
        Senders skip records that they cannot use. When none is left they still insist on TLS, but accept any \
        certificate.
        """,
      remedy:
        "Publish 3 1 1 records (the server's key, SHA-256), or 2 1 1 or 2 0 1 for the issuer, and remove the others.",
      standards: ["RFC 7672 §3.1", "RFC 7672 §3.1.3", "RFC 7671 §5.1", "RFC 6698 §2.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "3 1 1", zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))),
      CheckExample(
        .pass, "2 0 1 of the issuer", zone: ExampleCertificates.zone("_25._tcp.mail TLSA 2 0 1 " + digest)),
      CheckExample(.fail, "usage 1 only", zone: ExampleCertificates.zone("_25._tcp.mail TLSA 1 0 1 " + digest)),
      CheckExample(.fail, "half a digest", zone: ExampleCertificates.zone("_25._tcp.mail TLSA 3 1 1 abcdef")),
      CheckExample(.warn, "3 0 1", zone: ExampleCertificates.zone("_25._tcp.mail TLSA 3 0 1 " + digest)),
      CheckExample(
        .warn, "usage 0 beside 3 1 1",
        zone: ExampleCertificates.zone("_25._tcp.mail TLSA 0 0 1 " + digest, "_25._tcp.mail TLSA 3 1 1 " + digest)),
      CheckExample(
        .warn, "SHA-512 only", zone: ExampleCertificates.zone("_25._tcp.mail TLSA 3 1 2 " + digest + digest)),
      CheckExample(.notApplicable, "no TLSA records", zone: ExampleCertificates.zone()),
      CheckExample(
        .unknown, "the TLSA records cannot be read", zone: ExampleCertificates.zone("_25._tcp.mail TLSA TIMEOUT"))
    ]
  ) { survey in
    survey.judgeTLSA { host, lookup in
      if lookup.usable.isEmpty {
        let statement = "Senders can use none of the TLSA records at \(lookup.owner): \(reasons(lookup))."
        return [Finding(.fail, subject: "\(host.name)", statement, evidence: [lookup.evidence])]
      }
      return warnings(lookup).map { statement in
        Finding(.warn, subject: "\(host.name)", statement, evidence: [lookup.evidence])
      }
    }
  }

  private static let digest = String(repeating: "5e", count: 32)

  private static func reasons(_ lookup: TLSALookup) -> String {
    let reasons = lookup.records.map { parsed in
      parsed.value.flatMap(\.uselessness).map { "\($0)" } ?? "data of a few octets are no TLSA record"
    }
    return Set(reasons).sorted().joined(separator: "; ")
  }

  private static func warnings(_ lookup: TLSALookup) -> [String] {
    var result = lookup.records.flatMap(remarks)
    if !lookup.usable.contains(where: { $0.matchingType != 2 }) {
      result.append("The TLSA records at \(lookup.owner) have SHA-512 only, which senders need not know.")
    }
    return result
  }

  private static func remarks(_ parsed: Parsed<TLSARecord>) -> [String] {
    guard let record = parsed.value else { return ["A TLSA record has \(parsed.text.count) octets, too few for one."] }
    if let uselessness = record.uselessness { return ["Senders skip the record \(record.parameters): \(uselessness)."] }
    switch (record.usage, record.selector, record.matchingType) {
    case (3, 0, _):
      return ["The record \(record.parameters) names the whole certificate: it is wrong after every renewal."]
    case (2, _, 0):
      return ["The record \(record.parameters) holds a whole certificate or key, too large for an answer."]
    default: return []
    }
  }
}
