import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitMessage = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-MESSAGE",
      area: .smtpProbe,
      title: "The server takes the test message",
      severity: .high,
      severityReason: "what it does to a plain message, it does to every one",
      appliesWhen: "a test message was asked for (--send-test)",
      rule: """
        Send one short message that says what it is. Fail when DATA or the message is refused for ever (5xx), unknown \
        when for now (4xx) or when the conversation did not come to it.
        """,
      whyItMatters: "Content filters, missing headers and limits show themselves only behind DATA.",
      remedy:
        "Read the server's text: it names the rule. A message that was taken may still be judged later: look for it in the mailbox.",
      standards: ["RFC 5321 §4.1.1.4", "RFC 5321 §4.2.5"],
      causes: [
        "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "TLS-CERT-VALID",
        "SUBMIT-AUTH",
        "SUBMIT-SENDER", "SUBMIT-RECIPIENT"
      ]
    ),
    examples: [
      SubmissionExample(.pass, "queued", configure: exampleMessage),
      SubmissionExample(
        .fail, "refused for its content", .submission { $0.replies["."] = ["550 5.7.1 message content rejected"] },
        configure: exampleMessage),
      SubmissionExample(
        .unknown, "no recipient was taken", .submission { $0.replies["RCPT"] = ["550 5.1.1 who"] },
        configure: exampleMessage),
      SubmissionExample(.notApplicable, "nothing was to be sent", configure: exampleEnvelope)
    ]
  ) { survey in
    guard survey.options.envelope?.message != nil else { return .notApplicable("no test message was asked for") }
    let refused = survey.judge(.data)
    return refused.verdict > .pass ? refused : survey.judge(.message)
  }

  private static func exampleMessage(_ options: inout SubmissionOptions) {
    exampleEnvelope(&options)
    options.envelope?.message = Array("Subject: test\r\n\r\ntest\r\n".utf8)
  }
}
