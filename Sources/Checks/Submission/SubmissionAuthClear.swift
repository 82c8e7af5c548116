import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let authClear = SubmissionCheck(
    DomainCheck.authClear.description,
    examples: [
      SubmissionExample(.pass, "a login inside TLS"),
      SubmissionExample(
        .fail, "PLAIN before TLS",
        .submission { $0.ehlo = ["250-mail.example.org", "250-AUTH PLAIN LOGIN", "250 STARTTLS"] }),
      SubmissionExample(
        .notApplicable, "TLS from the first octet", servers: [465: .submission { $0.isImplicit = true }]
      ) {
        ($0.target.port, $0.target.security) = (465, .implicit)
      },
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    if survey.options.target.security == .implicit { return .notApplicable("TLS begins with the first octet") }
    return survey.judge(from: .startTLS) { visit in
      let exposed = (visit.session.extensions?.loginMechanisms ?? []).filter(ReusableSecret.mechanisms.contains)
      if exposed.isEmpty { return .pass }
      let list = exposed.joined(separator: " and ")
      return .fail(
        "\(visit.place) offers a login by \(list) before TLS.", subject: visit.place,
        evidence: [visit.evidence("before TLS: AUTH \(list)")])
    }
  }
}
