import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let daneSubmission = SubmissionCheck(
    DomainCheck.daneSubmission.description,
    examples: [
      SubmissionExample(.pass, "they match", zone: tlsaExample(ExampleCertificates.good)),
      SubmissionExample(.warn, "they do not match", zone: tlsaExample(ExampleCertificates.selfSigned)),
      SubmissionExample(
        .unknown, "of a kind that is not compared",
        zone: SubmissionExample.host + "\n_587._tcp.mail TLSA 1 1 1 " + String(repeating: "ab", count: 32)),
      SubmissionExample(
        .unknown, "they cannot be read", zone: SubmissionExample.host + "\n_587._tcp.mail TLSA SERVFAIL"),
      SubmissionExample(.unknown, "no connection", nil, zone: tlsaExample(ExampleCertificates.good)),
      SubmissionExample(.notApplicable, "there are none")
    ]
  ) { survey in
    guard let lookup = survey.tlsa else { return .notApplicable("the server is named by an address") }
    if let unread = Judgement.unread(lookup.answer) { return unread }
    guard !lookup.records.isEmpty else { return .notApplicable("no TLSA records exist for the port") }
    if let verdict = lookup.verdict, verdict.state == .insecure || verdict.state == .bogus {
      return .warn(
        "The TLSA records at \(lookup.owner) do not count: DNSSEC says \(verdict.state.rawValue).",
        subject: survey.place, evidence: [lookup.evidence])
    }
    guard !lookup.compared.isEmpty else {
      return .unknown(
        "The TLSA records at \(lookup.owner) are of a kind that is not compared here.", subject: survey.place,
        evidence: [lookup.evidence])
    }
    return survey.judgeTLS { observation, facts in
      let name = survey.options.target.host.description
      let matching = DANEMatching(referenceNames: [name], time: survey.options.time)
      if matching.accepts(facts.chain, by: lookup.compared) { return [] }
      let statement = "No TLSA record of \(lookup.owner) accepts the certificate of \(observation.place)."
      return [observation.finding(.warn, statement, lookup.evidence)]
    }
  }

  private static func tlsaExample(_ certificate: String) -> String {
    let record = ExampleCertificates.tlsa(.endEntity, certificate).split(separator: " ").dropFirst()
    return SubmissionExample.host + "\n_587._tcp.mail " + record.joined(separator: " ")
  }
}
