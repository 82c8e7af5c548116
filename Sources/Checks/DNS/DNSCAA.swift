import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dnsCAA = DomainCheck(
    CheckDescription(
      id: "DNS-CAA",
      area: .dns,
      title: "CAA names the authorities for mail hosts",
      severity: .low,
      severityReason: "CAA limits wrong certificates, and a wrong CAA record stops renewals",
      appliesWhen: "the domain has an exchange in its own names, or an MTA-STS host that a record announces",
      rule: """
        Climb from each host to the nearest name with CAA records. Warn if one of them breaks the grammar, or is \
        marked critical and has a tag that authorities do not know; a remark if no name has any, or if nobody may \
        issue. Unknown if a name on the way, or the MX records, could not be read. Whether the certificates of the hosts come from the \
        authorities named is not compared.
        """,
      whyItMatters: """
        An authority that finds no right to issue refuses the renewal; the certificate runs out, and mail that MTA-STS \
        or DANE protects waits.
        """,
      remedy: """
        Publish one record "0 issue" for each authority whose certificates the hosts use, such as 0 issue \
        "ca.example.net", at the domain.
        """,
      standards: [
        "RFC 8659 §3", "RFC 8659 §4.2", "RFC 8659 §4.1", "RFC 8657 §3", "Internet.nl email test 1.11.2 §CAA"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "an authority at the domain", zone: "@ MX 10 mail\nmail A 192.0.2.25\n@ CAA 0 issue \"ca.example.net\""),
      CheckExample(
        .pass, "conditions for one account",
        zone: """
          @ MX 10 mail
          mail A 192.0.2.25
          mail CAA 0 issue "ca.example.net; accounturi=https://ca.example.net/acct/7; validationmethods=dns-01"
          """),
      CheckExample(.info, "no CAA record", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.info, "nobody may issue", zone: "@ MX 10 mail\nmail A 192.0.2.25\n@ CAA 0 issue \";\""),
      CheckExample(
        .warn, "a URL in place of a domain",
        zone: "@ MX 10 mail\nmail A 192.0.2.25\n@ CAA 0 issue \"https://ca.example.net/\""),
      CheckExample(
        .warn, "a critical tag that nobody knows",
        zone: "@ MX 10 mail\nmail A 192.0.2.25\n@ CAA 0 issue \"ca.example.net\"\n@ CAA 128 isue \"ca.example.net\""),
      CheckExample(
        .info, "an MTA-STS host", zone: "@ MX 10 mx.example.net.\n_mta-sts TXT \"v=STSv1; id=1\"\nmta-sts A 192.0.2.80"),
      CheckExample(.notApplicable, "the exchanges are of others", zone: "@ MX 10 mx.example.net."),
      CheckExample(
        .notApplicable, "a host that no record announces", zone: "@ MX 10 mx.example.net.\nmta-sts A 192.0.2.80"),
      CheckExample(.unknown, "the host cannot be read", zone: "@ MX 10 mail\nmail A 192.0.2.25\nmail CAA SERVFAIL"),
      CheckExample(.unknown, "the domain cannot be read", zone: "@ MX 10 mail\nmail A 192.0.2.25\n@ CAA TIMEOUT")
    ]
  ) { survey in
    let lookups = survey.caa.lookups
    // Which hosts the domain has, MX records tell, and for the policy of MTA-STS its name alone.
    let mayHavePolicy = if case .absent = survey.mtaSTS.selection.outcome { false } else { true }
    let hosts = survey.mx.unread + (mayHavePolicy ? [survey.caa.unreadPolicyHost].compactMap(\.self) : [])
    let unread = hosts.compactMap(Finding.unread)
    if lookups.isEmpty, unread.isEmpty { return .notApplicable("no mail host has a name of the domain's own") }
    var told: Set<Evidence> = []
    let judged = lookups.flatMap(findings) + unread
    return .findings(judged.filter { $0.evidence.first.map { told.insert($0).inserted } ?? true })
  }

  private static func findings(_ lookup: CAALookup) -> [Finding] {
    switch lookup.result {
    case .unknown(let answer): return [Finding.unread(answer)].compactMap(\.self)
    case .unrestricted(let answers):
      let statement = "No CAA record limits who may issue certificates for \(lookup.host)."
      return [
        Finding(.info, subject: lookup.host.description, statement, evidence: answers.suffix(2).map { Evidence($0) })
      ]
    case .records(let records, let answer):
      let faults = records.flatMap { fault(of: $0, answer) }
      if !faults.isEmpty { return faults }
      if let issuers = lookup.issuers, issuers.isEmpty {
        let statement = "The CAA records for \(lookup.host) let nobody issue certificates."
        return [Finding(.info, subject: answer.question.name.description, statement, evidence: [Evidence(answer)])]
      }
      return []
    }
  }

  private static func fault(of record: Parsed<CAAProperty>, _ answer: DNSAnswer) -> [Finding] {
    let name = answer.question.name
    let evidence = Evidence(
      source: answer.question.description, excerpt: CAAText.of(record.text), server: answer.provenance.server)
    var findings = record.faults.map { fault in
      Finding(
        .warn, subject: name.description,
        "A CAA record of \(name) is malformed: \(fault.message) (\(fault.reference)).",
        evidence: [evidence])
    }
    if let property = record.value, property.isCritical, !property.isKnown {
      findings.append(
        Finding(
          .warn, subject: name.description,
          "A CAA record of \(name) is critical and has the unknown tag \(property.tag): no authority may issue.",
          evidence: [evidence]))
    }
    return findings
  }
}

/// CAA data as zone text has them.
enum CAAText {
  /// Flags, tag and the value in quotes; data that are too short in octets.
  static func of(_ octets: [UInt8]) -> String {
    guard octets.count >= 2, octets.count >= 2 + Int(octets[1]) else {
      return DNSRecordData.other(type: .caa, octets: octets).description
    }
    let end = 2 + Int(octets[1])
    let tag = String(decoding: octets[2..<end], as: UTF8.self)
    return "\(octets[0]) \(tag) \"\(String(decoding: octets[end...], as: UTF8.self))\""
  }
}
