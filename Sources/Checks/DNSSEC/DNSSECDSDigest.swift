import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecDSDigest = DomainCheck(
    CheckDescription(
      id: "DNSSEC-DS-DIGEST",
      area: .dnssec,
      title: "DS digests use SHA-256 or SHA-384",
      severity: .low,
      severityReason: "SHA-1 digests are no longer to be made",
      appliesWhen: "the zone of the domain has DS records",
      rule: """
        Fail if all DS records have a digest of type 1 (SHA-1) or 3 (GOST); warn if one has beside type 2 (SHA-256) or \
        4 (SHA-384). Other types do not count.
        """,
      whyItMatters: "Validators that drop SHA-1 will treat a zone with nothing else as unsigned.",
      remedy: "Have the registrar publish a DS record with digest type 2, then withdraw that with type 1.",
      standards: ["RFC 9904 §3", "RFC 4509 §3"]
    ),
    examples: [
      CheckExample(.pass, "SHA-256", zone: "@ MX 10 mail", stage: .signed()),
      CheckExample(
        .fail, "SHA-1 alone", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [13], digests: [1])] }),
      CheckExample(
        .warn, "SHA-1 beside SHA-256", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [13], digests: [1, 2])] }),
      CheckExample(.notApplicable, "not signed", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(.unknown, "nobody can tell", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .open]))
    ]
  ) { survey in
    survey.judgeSignedZone { link in
      let weak = link.delegationSigners.filter { [1, 3].contains($0.digestType) }
      let strong = link.delegationSigners.filter { [2, 4].contains($0.digestType) }
      if weak.isEmpty { return .pass }
      let evidence = weak.map { Evidence(source: "\(link.zone) DS", excerpt: $0.words) }
      return strong.isEmpty
        ? .fail("No DS record of \(link.zone) has a digest of type 2 or 4.", evidence: evidence)
        : .warn("\(link.zone) has DS records of digest type 1 or 3 beside good ones.", evidence: evidence)
    }
  }
}
