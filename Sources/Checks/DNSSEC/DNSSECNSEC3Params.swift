import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecNSEC3Params = DomainCheck(
    CheckDescription(
      id: "DNSSEC-NSEC3-PARAMS",
      area: .dnssec,
      title: "NSEC3 uses zero extra iterations and no salt",
      severity: .low,
      severityReason: "many iterations make validators give up on the proofs of the zone",
      appliesWhen: "the zone of the domain is signed, and uses NSEC3",
      rule: """
        By the NSEC3PARAM record of the zone, and by the NSEC3 records that its answers were denied with: fail for more \
        than 100 iterations; warn for any, and for a salt. Unknown if the zone is signed and neither could be seen.
        """,
      whyItMatters: """
        Iterations cost every resolver time and hide nothing. Validators draw a line, some at 50, some at 150 \
        iterations; above it they take negative answers as unsigned or refuse them, and DANE breaks.
        """,
      remedy: "Set the parameters to \"1 0 0 -\": no iterations, no salt.",
      standards: ["RFC 9276 §3.1", "RFC 9276 §3.2", "RFC 5155 §4"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "as recommended", zone: "@ SOA ns host 1 2 3 4 5\n@ MX 10 mail\n@ NSEC3PARAM 1 0 0 -", stage: .signed()),
      CheckExample(
        .fail, "150 iterations", zone: "@ SOA ns host 1 2 3 4 5\n@ MX 10 mail\n@ NSEC3PARAM 1 0 150 ABCD",
        stage: .signed()),
      CheckExample(
        .warn, "a salt", zone: "@ SOA ns host 1 2 3 4 5\n@ MX 10 mail\n@ NSEC3PARAM 1 0 0 ABCD", stage: .signed()),
      CheckExample(
        .warn, "iterations seen in a proof", zone: "@ SOA ns host 1 2 3 4 5\n@ A 192.0.2.1",
        stage: .signed { $0.denial = .nsec3(iterations: 10, saltOctets: 0, optOut: false) }),
      CheckExample(.notApplicable, "NSEC", zone: "@ SOA ns host 1 2 3 4 5\n@ MX 10 mail", stage: .signed()),
      CheckExample(.notApplicable, "not signed", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(
        .unknown, "the parameters cannot be read",
        zone: "@ SOA ns host 1 2 3 4 5\n@ MX 10 mail\n@ NSEC3PARAM SERVFAIL", stage: .signed())
    ]
  ) { survey in
    survey.judgeSignedZone { link in
      var seen = proofs(survey.dnssec, of: link.zone)
      if let answer = survey.dnssec.parameters {
        seen += answer.records.compactMap(parameters)
        if seen.isEmpty, let unread = Judgement.unread(answer) { return unread }
      }
      guard !seen.isEmpty else {
        let unread = [survey.zone.soa, survey.zone.nameServers].compactMap(Finding.unread)
        if case .unknown = survey.zone.apex, !unread.isEmpty { return .findings(unread) }
        return .notApplicable("the zone uses NSEC, as far as was seen")
      }
      return .findings(judge(seen, link.zone))
    }
  }

  /// The parameters of one record or proof, with where they were seen.
  private typealias Parameters = (iterations: Int, saltOctets: Int, evidence: Evidence)

  private static func judge(_ seen: [Parameters], _ zone: DomainName) -> [Finding] {
    let worst = seen.max { $0.iterations < $1.iterations }
    var findings: [Finding] = []
    if let worst, worst.iterations > 0 {
      findings.append(
        Finding(
          worst.iterations > 100 ? .fail : .warn,
          "\(zone) hashes its names with \(worst.iterations) extra iterations.", evidence: [worst.evidence]))
    }
    if let salted = seen.first(where: { $0.saltOctets > 0 }) {
      findings.append(Finding(.warn, "\(zone) hashes its names with a salt.", evidence: [salted.evidence]))
    }
    return findings
  }

  /// Hash algorithm, flags, iterations in two octets, length of the salt (RFC 5155 §4.2).
  private static func parameters(_ record: DNSRecord) -> Parameters? {
    guard case .other(.nsec3param, let octets) = record.data, octets.count >= 5 else { return nil }
    let iterations = Int(octets[2]) << 8 | Int(octets[3])
    let words = "1 \(octets[1]) \(iterations), \(octets[4]) octets of salt"
    return (iterations, Int(octets[4]), Evidence(source: "\(record.owner) NSEC3PARAM", excerpt: words))
  }

  private static func proofs(_ dnssec: DNSSECSurvey, of zone: DomainName) -> [Parameters] {
    dnssec.subjects.compactMap { subject in
      guard subject.verdict.zone == zone, case .nsec3(let iterations, let salt, _) = subject.verdict.denial else {
        return nil
      }
      return (Int(iterations), salt, Evidence(subject.verdict, on: subject.question))
    }
  }
}
