import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let tlsVersion = SubmissionCheck(
    DomainCheck.tlsVersion.description,
    examples: [
      SubmissionExample(.pass, "1.3 was agreed on, others were not asked for"),
      SubmissionExample(.fail, "1.0 at most", .submission { $0.versions = [.tls10] }),
      SubmissionExample(.warn, "1.0 is accepted too", .submission { $0.versions = [.tls10, .tls12] }) {
        $0.inspectsTLS = true
      },
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in
      if !observation.versions.isEmpty { return DomainCheck.versionFindings(observation) }
      guard facts.version < .tls12 else { return [] }
      let statement = "\(observation.place) agrees on \(facts.version) at most; applications of today refuse that."
      return [observation.finding(.fail, statement, observation.evidence("\(facts.version), \(facts.cipher)"))]
    }
  }
}
