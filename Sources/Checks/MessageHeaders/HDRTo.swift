import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrTo = MessageCheck(
    CheckDescription(
      id: "HDR-TO",
      area: .messageHeaders,
      title: "Recipients are visible and sane",
      severity: .low,
      severityReason: "odd fields of recipients look like spam",
      appliesWhen: "always",
      rule: """
        Warn if there is neither To nor Cc, if they hold only an empty group such as undisclosed-recipients, if an \
        address in them is broken, if they hold more than fifty addresses, or if Bcc with an address in it stands in a \
        message that has left. Unknown for Bcc in a message that has not: the server may take it out.
        """,
      whyItMatters:
        "Filters count missing recipients, and a Bcc that is delivered shows every reader who else got the mail.",
      remedy:
        "Send bulk mail one message a recipient, with his address in To. Give Bcc recipients in the envelope only.",
      standards: ["RFC 5322 §3.6.3", "Google, Email sender guidelines §Message formatting"]
    ),
    examples: [
      MessageExample(.pass, "one recipient", message: MessageExample.plain),
      MessageExample(.warn, "none", message: "From: a@example.org\n\na\n"),
      MessageExample(.warn, "an empty group", message: "To: undisclosed-recipients:;\n\na\n"),
      MessageExample(
        .warn, "Bcc was delivered", message: MessageExample.arrived + "To: a@example.net\nBcc: b@example.net\n\na\n"),
      MessageExample(.unknown, "Bcc before it left", message: "To: a@example.net\nBcc: b@example.net\n\na\n")
    ]
  ) { survey in
    .findings(visibleRecipients(survey) + [hiddenRecipients(survey)].compactMap(\.self))
  }

  private static func visibleRecipients(_ survey: MessageSurvey) -> [Finding] {
    let fields = survey.fields.to + survey.fields.cc
    guard let first = fields.first else {
      return [
        Finding(
          .warn, "The message has neither To nor Cc.",
          evidence: [Evidence(namesIn: survey)] + FilterRules.missingTo.evidence)
      ]
    }
    let mailboxes = fields.flatMap { $0.value?.mailboxes ?? [] }
    if mailboxes.isEmpty {
      let isGroup = fields.contains { $0.value?.groups.isEmpty == false }
      return [
        survey.finding(
          .warn, first, isGroup ? "All recipients are hidden behind an empty group." : "No recipient is named.",
          isGroup ? FilterRules.undisclosedRecipients : FilterRules.missingTo)
      ]
    }
    var findings: [Finding] = []
    if mailboxes.count > mostRecipients {
      findings.append(survey.finding(.warn, first, "The header names \(mailboxes.count) recipients."))
    }
    for read in fields {
      guard let mailbox = read.value?.mailboxes.first(where: { !$0.isWellFormed }),
        let words = survey.breakage(of: mailbox)
      else { continue }
      findings.append(survey.finding(.warn, read, "An address of a recipient \(words).", at: mailbox.range))
    }
    return findings
  }

  private static func hiddenRecipients(_ survey: MessageSurvey) -> Finding? {
    guard let field = survey.message.fields("Bcc").first(where: { !survey.message.text(of: $0).isEmpty }) else {
      return nil
    }
    let evidence = [Evidence(field, in: survey)]
    return survey.hasLeft
      ? Finding(.warn, subject: "Bcc", "Bcc was delivered with the message.", evidence: evidence)
      : Finding(
        .unknown, subject: "Bcc", "The message holds Bcc; whether the server takes it out is not known.",
        evidence: evidence, remedy: "Audit the message as a recipient got it.")
  }

  /// More in one message look like a list that should be one message a recipient.
  private static let mostRecipients = 50
}
