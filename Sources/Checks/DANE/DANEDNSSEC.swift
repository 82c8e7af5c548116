import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let daneDNSSEC = DomainCheck(
    CheckDescription(
      id: "DANE-DNSSEC",
      area: .dane,
      title: "TLSA and MX answers are secure",
      severity: .high,
      severityReason: "records that DNSSEC does not vouch for do nothing, and broken signatures stop mail",
      appliesWhen: "a mail server has TLSA records, or nobody can tell because signatures are broken",
      rule: """
        For the MX records, the addresses of each host and its TLSA records: warn if one of them is insecure, fail if \
        one is bogus, also when the question for TLSA records fails for that reason. Unknown if nobody validates or can \
        tell.
        """,
      whyItMatters: """
        Senders ignore TLSA records that are not signed all the way: they only look like protection. When signatures \
        are broken, senders that validate find no mail server at all.
        """,
      remedy: "Sign the zone named, and have its DS record in the zone above; or remove the TLSA records.",
      standards: ["RFC 7672 §2.1", "RFC 7672 §2.2"],
      causes: ["DNS-RESOLVE-ERROR", "DNSSEC-BOGUS"]
    ),
    examples: [
      CheckExample(
        .pass, "all is signed",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.secure)),
      CheckExample(
        .warn, "the zone is not signed",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.insecure)),
      CheckExample(
        .fail, "the signatures are broken",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.bogus)),
      CheckExample(.notApplicable, "no TLSA records", zone: ExampleCertificates.zone(), stage: .mail(.secure)),
      CheckExample(
        .unknown, "nobody validates",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)))
    ]
  ) { survey in
    let broken = survey.dane.brokenLookups
    if !broken.isEmpty { return .findings(broken) }
    return survey.judgeTLSA { host, lookup in
      // Whether senders go to the end of the aliases, the addresses tell that could not be read.
      if lookup.base != host.name, host.addresses == nil, survey.dane.mx != nil { return [] }
      let parts = [
        ("the MX records of \(survey.domain)", survey.dane.mx), ("the addresses of \(host.name)", host.addresses),
        ("the TLSA records at \(lookup.owner)", lookup.verdict)
      ]
      let findings = parts.compactMap { part, verdict in verdict.flatMap { finding(part, $0, lookup) } }
      if findings.isEmpty, survey.dane.mx == nil, case .findings(let nobody) = Judgement.nobodyValidates {
        return nobody
      }
      return findings
    }
  }

  private static func finding(_ part: String, _ verdict: DNSSECVerdict, _ lookup: TLSALookup) -> Finding? {
    let evidence = [
      lookup.evidence, Evidence(source: "DNSSEC: \(part)", excerpt: "\(verdict.state.rawValue): \(verdict.reason)")
    ]
    let subject = "\(lookup.base)"
    switch verdict.state {
    case .secure: return nil
    case .insecure:
      let statement = "Senders ignore the TLSA records of \(lookup.base): \(part) are not signed."
      return Finding(.warn, subject: subject, statement, evidence: evidence)
    case .bogus:
      let statement = "The signatures of \(part) are broken: \(verdict.reason)."
      return Finding(.fail, subject: subject, statement, evidence: evidence)
    case .indeterminate:
      let statement = "Nobody can tell whether DNSSEC vouches for \(part): \(verdict.reason)."
      return Finding(.unknown, subject: subject, statement, evidence: evidence)
    }
  }
}

extension DANESurvey {
  /// Questions for TLSA records that fail because signatures are broken: senders that follow DANE do not deliver to such
  /// a host, whether it has records or not (RFC 7672 §2.1.2).
  fileprivate var brokenLookups: [Finding] {
    hosts.flatMap { host in
      host.lookups.compactMap { lookup in
        guard lookup.answer.failure != nil, let verdict = lookup.verdict, verdict.state == .bogus else { return nil }
        let statement = "The TLSA records of \(lookup.base) cannot be read, because signatures are broken."
        let proof = Evidence(source: "DNSSEC: \(lookup.answer.question)", excerpt: "bogus: \(verdict.reason)")
        return Finding(.fail, subject: "\(host.name)", statement, evidence: [Evidence(lookup.answer), proof])
      }
    }
  }
}
