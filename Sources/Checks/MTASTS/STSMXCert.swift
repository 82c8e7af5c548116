import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let stsMXCert = DomainCheck(
    CheckDescription(
      id: "STS-MX-CERT",
      area: .mtaSTS,
      title: "Every MX host shows a certificate that MTA-STS accepts",
      severity: .critical,
      severityReason: "in mode enforce senders do not deliver to a host without a good certificate",
      appliesWhen: "there is a valid policy in mode enforce or testing, and the domain receives mail",
      rule: """
        Connect to every address of every MX host that the policy lists. In mode enforce fail, in mode testing warn, if \
        STARTTLS is not offered, or if a chain that the server shows does not lead to a public root, is not within its \
        dates, or has no dNSName that is the host's name (a wildcard stands for one label, the common name never \
        counts). The strength of keys is judged by TLS-CERT-KEY, versions by TLS-VERSION. Unknown for addresses that \
        could not be looked at.
        """,
      whyItMatters: """
        Google, Microsoft and others hold mail for such a host back, and return it after days; TLS reports tell of it \
        where somebody reads them.
        """,
      remedy: """
        Use a certificate of a public authority with the very name in the MX record, send it with its intermediates, \
        and let a program renew it and reload the server.
        """,
      standards: ["RFC 8461 §4.2", "RFC 9525 §6.3"],
      causes: [
        "STS-RECORD", "STS-POLICY-FETCH", "STS-POLICY-SYNTAX", "TLS-CERT-EXPIRY", "TLS-CERT-VALID", "DNS-RESOLVE-ERROR"
      ]
    ),
    examples: [
      CheckExample(.pass, "a good chain", zone: zone, stage: .server(nil, StagedMailServer()).serving()),
      CheckExample(
        .fail, "another name", zone: zone,
        stage: .server(nil, .showing(ExampleCertificates.otherName, ExampleCertificates.issuer)).serving()),
      CheckExample(
        .fail, "expired", zone: zone,
        stage: .server(nil, .showing(ExampleCertificates.expired, ExampleCertificates.issuer)).serving()),
      CheckExample(
        .fail, "no STARTTLS", zone: zone,
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] }).serving()),
      CheckExample(
        .warn, "self-signed, in mode testing", zone: zone,
        stage: .server(nil, .showing(ExampleCertificates.selfSigned)).serving(mode: "testing")),
      CheckExample(.notApplicable, "mode none", zone: zone, stage: .mail().serving(mode: "none")),
      CheckExample(.unknown, "nobody connected", zone: zone, stage: .mail().serving()),
      CheckExample(.unknown, "the port is closed", zone: zone, stage: .mail(nil, [:]).serving()),
      CheckExample(.unknown, "nothing is fetched", zone: zone)
    ]
  ) { survey in
    survey.judgePolicy { policy, _, _ in
      guard let mode = policy.mode, mode != .none else { return .notApplicable("the policy is in mode none") }
      return survey.judgeMailServers { observation in
        let isListed = policy.patterns.contains { $0.pattern.matches(observation.host) }
        // STS-MX-MATCH tells of a host that is not listed: no sender looks at its certificate.
        return isListed ? findings(observation, mode == .enforce ? .fail : .warn) : []
      }
    }
  }

  private static let zone = ExampleCertificates.zone(#"_mta-sts TXT "v=STSv1; id=1""#, "mta-sts A 192.0.2.80")

  private static func findings(_ observation: MailServerObservation, _ verdict: Verdict) -> [Finding] {
    let subject = observation.subject
    if observation.session.offersSTARTTLS == false {
      return [
        observation.finding(verdict, "\(subject) offers no STARTTLS, which the policy demands.", observation.evidence)
      ]
    }
    // A host that was not greeted by is told of already.
    guard observation.session.extensions != nil else { return [] }
    guard observation.session.tls != nil else {
      return [
        observation.finding(.unknown, "The certificate of \(subject) could not be looked at.", observation.evidence)
      ]
    }
    guard let verdicts = observation.verdicts else { return [.withoutRoots(observation)] }
    return observation.chains.compactMap { chain in
      let faults = (verdicts[chain]?.faults ?? []).filter(\.countsForMTASTS)
      guard !faults.isEmpty else { return nil }
      let list = faults.map(\.description).joined(separator: "; ")
      return Finding(
        verdict, subject: observation.host.description,
        "The certificate of \(subject) is none that MTA-STS accepts: \(list).",
        evidence: chain.map(observation.evidence))
    }
  }
}

extension CertificateFault {
  /// Whether the fault lies in trust, dates or names (RFC 8461 §4.2); how strong keys have to be, it does not say.
  var countsForMTASTS: Bool { reason != .weakKey && reason != .weakSignature }
}

extension CheckStage {
  /// The same stage, with a policy of MTA-STS that lists mail.example.org.
  func serving(mode: String = "enforce") -> CheckStage {
    var stage = self
    stage.https = CheckStage.policy(mode: mode).https
    return stage
  }
}
