import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let tlsCertExpiry = SubmissionCheck(
    DomainCheck.tlsCertExpiry.description,
    examples: [
      SubmissionExample(.pass, "years to go"),
      SubmissionExample(
        .fail, "expired", .submission { $0.chains = [[ExampleCertificates.expired, ExampleCertificates.issuer]] }),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judgeTLS { observation, facts in
      facts.chain.prefix(1).compactMap {
        DomainCheck.expiry($0, observation, at: survey.options.time, isNamed: false)
      }
    }
  }
}
