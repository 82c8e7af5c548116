import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let stsDANECoexist = DomainCheck(
    CheckDescription(
      id: "STS-DANE-COEXIST",
      area: .mtaSTS,
      title: "MTA-STS and DANE accept the same certificates",
      severity: .medium,
      severityReason: "senders that follow the one deliver, senders that follow the other do not",
      appliesWhen: "there is a valid policy in mode enforce or testing, and a mail server has usable TLSA records",
      rule: """
        Connect to every address of a host that has TLSA records and is listed in the policy. Fail if one of DANE and \
        MTA-STS accepts what the server shows and the other does not; warn instead while nobody validates DNSSEC.
        """,
      whyItMatters: """
        Senders that follow DANE do not let MTA-STS override it, and most others follow MTA-STS alone: a part of the \
        mail is held back, which looks random.
        """,
      remedy: """
        Mend the one that fails: publish the TLSA record of the present key, or use a certificate of a public authority \
        for the name in the MX record.
        """,
      standards: ["RFC 8461 §2", "RFC 7672 §1.3"],
      causes: ["STS-MX-CERT", "DANE-TLSA-MATCH", "STS-POLICY-FETCH", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "both accept it", zone: zone(ExampleCertificates.good),
        stage: .server(.secure, StagedMailServer()).serving()),
      CheckExample(
        .pass, "both refuse it", zone: zone(ExampleCertificates.good),
        stage: .server(.secure, .showing(ExampleCertificates.selfSigned)).serving()),
      CheckExample(
        .fail, "the TLSA record is of last year", zone: zone(ExampleCertificates.expired),
        stage: .server(.secure, StagedMailServer()).serving()),
      CheckExample(
        .fail, "self-signed, and named by a TLSA record", zone: zone(ExampleCertificates.selfSigned),
        stage: .server(.secure, .showing(ExampleCertificates.selfSigned)).serving()),
      CheckExample(
        .warn, "the same, and nobody validates", zone: zone(ExampleCertificates.selfSigned),
        stage: .server(nil, .showing(ExampleCertificates.selfSigned)).serving()),
      CheckExample(
        .notApplicable, "no TLSA records",
        zone: ExampleCertificates.zone(record), stage: .server(.secure, StagedMailServer()).serving()),
      CheckExample(
        .unknown, "nobody connected", zone: zone(ExampleCertificates.good), stage: .mail(.secure).serving()),
      CheckExample(.unknown, "nothing is fetched", zone: zone(ExampleCertificates.good), stage: .mail(.secure))
    ]
  ) { survey in
    survey.judgePolicy { policy, _, _ in
      guard policy.mode != MTASTSPolicy.Mode.none else { return .notApplicable("the policy is in mode none") }
      return survey.judgeTLSAServers { lookup, observations, verdict in
        let matching = survey.matching(lookup)
        return observations.flatMap { observation -> [Finding] in
          if let unseen = observation.withoutCertificate { return [unseen] }
          guard policy.patterns.contains(where: { $0.pattern.matches(observation.host) }) else { return [] }
          return finding(lookup, observation, matching, verdict)
        }
      }
    }
  }

  private static let record = "_mta-sts TXT \"v=STSv1; id=1\"\nmta-sts A 192.0.2.80"

  private static func zone(_ certificate: String) -> String {
    ExampleCertificates.zone(record, ExampleCertificates.tlsa(.endEntity, certificate))
  }

  private static func finding(
    _ lookup: TLSALookup, _ observation: MailServerObservation, _ matching: DANEMatching, _ verdict: Verdict
  ) -> [Finding] {
    guard let verdicts = observation.verdicts else { return [.withoutRoots(observation)] }
    let byDANE = observation.chains(for: lookup.base).contains { MailServerObservation.accepts(lookup, $0, matching) }
    let bySTS = observation.chains.allSatisfy { verdicts[$0]?.faults.contains(where: \.countsForMTASTS) == false }
    guard byDANE != bySTS else { return [] }
    let (good, bad) = byDANE ? ("DANE", "MTA-STS") : ("MTA-STS", "DANE")
    return [
      Finding(
        verdict, subject: observation.host.description,
        "\(good) accepts the certificate of \(observation.subject), and \(bad) does not.",
        evidence: [lookup.evidence, observation.digests(lookup)])
    ]
  }
}
