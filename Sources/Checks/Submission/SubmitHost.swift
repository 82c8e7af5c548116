import AuditModel
import DNS
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitHost = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-HOST",
      area: .smtpProbe,
      title: "The name of the submission server has addresses",
      severity: .critical,
      severityReason: "without an address nothing can be sent",
      appliesWhen: "the server is named by a name",
      rule: """
        Ask for A and AAAA records of the host. Fail when the name does not exist or has neither; unknown when the \
        resolver does not answer.
        """,
      whyItMatters:
        "The application reports \"could not connect to SMTP host\" or \"getaddrinfo failed\", and keeps the mail.",
      remedy: """
        Correct the name of the host in the settings of the application: the provider's documentation has it. A scheme \
        (ssl://), a port or a slash does not belong into the name.
        """,
      standards: ["RFC 5321 §2.3.5", "RFC 1035 §4.1.1"], causes: ["APP-HOST", "APP-PLACEHOLDER"]
    ),
    examples: [
      SubmissionExample(.pass, "an address"),
      SubmissionExample(.fail, "no such name", zone: "app A 192.0.2.80"),
      SubmissionExample(.fail, "a name with other records only", zone: "mail TXT \"x\""),
      SubmissionExample(.unknown, "the resolver does not answer", zone: "mail A SERVFAIL\nmail AAAA SERVFAIL"),
      SubmissionExample(.notApplicable, "an address in place of a name") { $0.target.host = .address(.v4(0xC000_0219)) }
    ]
  ) { survey in
    guard let name = survey.options.target.host.name else { return .notApplicable("the server is named by an address") }
    if !survey.addresses.isEmpty { return .pass }
    let evidence = survey.hostAnswers.map { Evidence($0) }
    let unread = survey.hostAnswers.compactMap { Finding.unread($0) }
    if !unread.isEmpty { return .findings(unread) }
    let isMissing = survey.hostAnswers.contains { $0.outcome == .nameError }
    return .fail(
      isMissing ? "\(name.serverName) does not exist." : "\(name.serverName) has no address.", evidence: evidence)
  }
}
