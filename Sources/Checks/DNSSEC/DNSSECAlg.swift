import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecAlg = DomainCheck(
    CheckDescription(
      id: "DNSSEC-ALG",
      area: .dnssec,
      title: "Only recommended signing algorithms are used",
      severity: .medium,
      severityReason: "validators treat zones that are signed with SHA-1 as unsigned",
      appliesWhen: "the zone of the domain has DS records",
      rule: """
        By the numbers of the IANA registry that RFC 9904 names, as of November 2025: fail if every DS record has an \
        algorithm that is not to be used (1, 3, 5, 6, 7, 12); warn if a DS or DNSKEY record beside a good one has, and \
        for 10. 8, 13, 14, 15 and 16 are good. A remark for numbers that are none of these.
        """,
      whyItMatters: "Zones signed with the algorithms 5 and 7 alone count as unsigned, so DANE silently stops working.",
      remedy:
        "Change to algorithm 13 (ECDSA P-256 with SHA-256): add the new key and its DS record, then withdraw the old.",
      standards: ["RFC 9904 §2", "RFC 9905 §2", "RFC 9906 §2"],
      causes: ["DNSSEC-BOGUS"],
      profiles: [.required(.nist800177)]
    ),
    examples: [
      CheckExample(.pass, "ECDSA P-256", zone: "@ MX 10 mail", stage: .signed()),
      CheckExample(
        .fail, "RSA with SHA-1 alone", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [7], digests: [2])] }),
      CheckExample(
        .warn, "RSA with SHA-1 beside ECDSA", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [5, 13], digests: [2])] }),
      CheckExample(
        .warn, "RSA with SHA-512", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [10], digests: [2])] }),
      CheckExample(
        .info, "a number without a rule", zone: "@ MX 10 mail",
        stage: .signed { $0.chain = [DNSSECVerdict.link(algorithms: [13, 17], digests: [2])] }),
      CheckExample(.notApplicable, "not signed", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(.unknown, "nobody can tell", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .open]))
    ]
  ) { survey in
    survey.judgeSignedZone { link in
      let signers = Set(link.delegationSigners.map(\.algorithm))
      let all = signers.union(link.keys.map(\.algorithm)).sorted()
      let evidence = [Evidence(algorithmsOf: link)]
      if !signers.isEmpty, signers.allSatisfy({ withdrawn.contains($0.rawValue) }) {
        let names = signers.sorted().map(\.description).joined(separator: ", ")
        return .fail(
          "Every DS record of \(link.zone) has an algorithm that is not to be used: \(names).", evidence: evidence)
      }
      return .findings(
        all.compactMap { algorithm in
          if withdrawn.contains(algorithm.rawValue) {
            return Finding(.warn, "\(link.zone) still uses the algorithm \(algorithm).", evidence: evidence)
          }
          if algorithm.rawValue == 10 {
            return Finding(
              .warn, "\(link.zone) uses the algorithm \(algorithm), which is not recommended.", evidence: evidence)
          }
          return good.contains(algorithm.rawValue)
            ? nil
            : Finding(
              .info, "\(link.zone) uses the algorithm \(algorithm), which few validators know.", evidence: evidence)
        })
    }
  }

  /// RFC 9904 §2, RFC 9905 §2 and RFC 9906 §2: MUST NOT be used for signing.
  private static let withdrawn: Set<UInt8> = [1, 3, 5, 6, 7, 12]
  /// RFC 9904 §2: RECOMMENDED or MAY for signing, and known to all validators.
  private static let good: Set<UInt8> = [8, 13, 14, 15, 16]
}

extension Evidence {
  /// The algorithms of a zone: its DS records, then its keys.
  init(algorithmsOf link: DNSSECLink) {
    let signers = link.delegationSigners.map(\.words)
    let keys = link.keys.map { "DNSKEY: key \($0.keyTag), algorithm \($0.algorithm)" }
    self.init(source: "\(link.zone) DS", excerpt: (signers + keys).joined(separator: "; "))
  }
}
