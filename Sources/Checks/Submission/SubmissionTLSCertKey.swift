import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let tlsCertKey = SubmissionCheck(
    DomainCheck.tlsCertKey.description,
    examples: [
      SubmissionExample(.pass, "P-256 and SHA-256"),
      SubmissionExample(
        .fail, "RSA of 1024 bits",
        .submission { $0.chains = [[ExampleCertificates.weakKey, ExampleCertificates.issuer]] }),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in facts.chain.compactMap { DomainCheck.strength($0, observation) } }
  }
}
