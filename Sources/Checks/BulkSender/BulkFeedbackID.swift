import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkFeedbackID = MessageCheck(
    CheckDescription(
      id: "BULK-FEEDBACK-ID",
      area: .bulkSender,
      title: "Feedback identifiers are present",
      severity: .low,
      severityReason: "Gmail makes use of it, Orange wants it from 1000 messages a day on",
      appliesWhen: "the mail is bulk (--bulk)",
      rule: """
        Warn if Feedback-ID is absent, not of the form a:b:c:SenderId, or not covered by a signature that passes. Unknown \
        if nothing is signed and the message has not left, or a key could not be looked up.
        """,
      whyItMatters: "Without it nobody can tell which campaign people complain about.",
      remedy: "Feedback-ID: campaign:customer:kind:sender, written by the application and signed.",
      standards: ["Google, Feedback Loop §Feedback-ID", "RFC 9477 §3"],
      profiles: [.advised(.gmailBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "four fields, signed", message: "Feedback-ID: nov26:42:news:example\n" + MessageExample.plain,
        stage: .signed(by: "example.org") { $0.headerFields = "from:to:subject:date:feedback-id" }
      ) { $0.isBulk = true },
      MessageExample(.warn, "none", message: MessageExample.plain) { $0.isBulk = true },
      MessageExample(.warn, "one field", message: "Feedback-ID: example\n" + MessageExample.plain) { $0.isBulk = true },
      MessageExample(
        .warn, "not signed", message: "Feedback-ID: nov26:42:news:example\n" + MessageExample.plain,
        stage: .signed(by: "example.org")
      ) { $0.isBulk = true },
      MessageExample(
        .unknown, "no signature yet", message: "Feedback-ID: nov26:42:news:example\n" + MessageExample.plain
      ) { $0.isBulk = true },
      MessageExample(.notApplicable, "no bulk mail", message: MessageExample.plain)
    ]
  ) { survey in
    guard survey.options.isBulk else { return .notApplicable(notBulk) }
    guard let field = survey.fields.feedbackID.first else {
      return .warn("The message has no Feedback-ID.", evidence: [Evidence(namesIn: survey)])
    }
    let evidence = [Evidence(field.field, in: survey)]
    if let fault = field.parsed.faults.first(where: { $0.gravity > .remark }) {
      return .warn("Feedback-ID has a fault: \(fault.message).", evidence: evidence)
    }
    let covering = survey.signatures(covering: ["Feedback-ID"])
    if covering.contains(where: { $0.result == .pass }) { return .pass }
    if covering.contains(where: { $0.result == .temperror }) || survey.dkim.isEmpty && !survey.hasLeft {
      return .unknown("Whether a signature covers Feedback-ID could not be seen.", evidence: evidence)
    }
    return .warn("No signature that passes covers Feedback-ID: Gmail does not count it.", evidence: evidence)
  }
}
