import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitRecipient = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-RECIPIENT",
      area: .smtpProbe,
      title: "The server takes the recipient",
      severity: .high,
      severityReason: "the mail stays with the application",
      appliesWhen: "a recipient was named (--to)",
      rule: """
        Give RCPT TO with each recipient. Fail when it is refused for ever (5xx), unknown when for now (4xx) or when the \
        conversation ended before. Nothing is sent: RSET follows.
        """,
      whyItMatters:
        "\"Relay access denied\" says that the server does not know you: it takes mail for its own domains only.",
      remedy: """
        Relaying denied: log in, use the port for submission (587, 465), or have the server allow your address. Unknown \
        user: correct the address. A policy: read the text, and ask the provider.
        """,
      standards: ["RFC 5321 §4.1.1.3", "RFC 6409 §3.2"],
      causes: [
        "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "TLS-CERT-VALID",
        "SUBMIT-AUTH",
        "SUBMIT-SENDER"
      ]
    ),
    examples: [
      SubmissionExample(.pass, "taken", configure: exampleEnvelope),
      SubmissionExample(
        .fail, "relaying denied",
        .submission { $0.replies["RCPT"] = ["554 5.7.1 <admin@example.net>: Relay access denied"] },
        configure: exampleEnvelope),
      SubmissionExample(
        .unknown, "greylisted", .submission { $0.replies["RCPT"] = ["450 4.2.0 greylisted, see you later"] },
        configure: exampleEnvelope),
      SubmissionExample(
        .unknown, "refused for the sender",
        .submission { $0.replies["RCPT"] = ["553 5.7.1 <wiki@example.org>: Sender address rejected: not logged in"] },
        configure: exampleEnvelope),
      SubmissionExample(.unknown, "no connection", nil, configure: exampleEnvelope),
      SubmissionExample(.notApplicable, "no recipient was named")
    ]
  ) { survey in
    guard let envelope = survey.options.envelope, !envelope.recipients.isEmpty else {
      return .notApplicable("no recipient was named (--to)")
    }
    return survey.judge(.recipient)
  }
}
