import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkClassify = MessageCheck(
    CheckDescription(
      id: "BULK-CLASSIFY",
      area: .bulkSender,
      title: "The sender class is known",
      severity: .info,
      severityReason: "it decides which rules apply",
      appliesWhen: "somebody told of bulk mail (--bulk), or the message has marks of it",
      rule: """
        Pass if --bulk or --kind transactional says what it is. Info if List-Id, List-Unsubscribe, Feedback-ID or \
        Precedence: bulk stand in the message, and --bulk was not given. Volumes are not looked at: a message tells none.
        """,
      whyItMatters: """
        Gmail counts about 5000 messages a day to personal accounts, all subdomains together, and one such day makes it \
        permanent; Microsoft counts 5000 a day, Orange 1000, and Yahoo names no number.
        """,
      remedy: "Add up what all systems send under the domain in a day. From about 1000 on audit with --bulk.",
      standards: [
        "Google, Email sender guidelines FAQ §What is a bulk sender",
        "Microsoft, Outlook's New Requirements for High-Volume Senders §What's Changing",
        "Yahoo, Sender FAQs §bulk sender"
      ]
    ),
    examples: [
      MessageExample(.pass, "the owner tells", message: MessageExample.newsletter) { $0.isBulk = true },
      MessageExample(.info, "marks of bulk mail", message: MessageExample.newsletter),
      MessageExample(.notApplicable, "no mark", message: MessageExample.plain)
    ]
  ) { survey in
    if survey.options.isBulk || survey.options.kind == .transactional { return .pass }
    let precedence = survey.fields.precedence.filter { $0.value?.isBulk == true }.map(\.field)
    let marks =
      survey.fields.listID.map(\.field) + survey.fields.listUnsubscribe.map(\.field)
      + survey.fields.feedbackID.map(\.field) + precedence
    if marks.isEmpty {
      return .notApplicable("nobody told how much is sent (--bulk), and the message has no mark of a list")
    }
    return .info(
      "The message has marks of bulk mail, and is not judged as such.",
      evidence: marks.prefix(4).map { Evidence($0, in: survey) })
  }

  /// What is said of demands on bulk senders for other mail.
  static let notBulk = "the mail is not said to be bulk (--bulk)"
}
