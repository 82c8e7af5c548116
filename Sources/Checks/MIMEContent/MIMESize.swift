import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeSize = MessageCheck(
    CheckDescription(
      id: "MIME-SIZE",
      area: .mimeContent,
      title: "Total size is acceptable",
      severity: .medium,
      severityReason: "most receivers stop at 20 to 25 MB",
      appliesWhen: "always",
      rule: "Count the octets as they are sent, encoding included. Fail above 25 MB (Gmail); warn above 10 MB.",
      whyItMatters: "Gmail and others answer 552 5.3.4, and the sender gets the whole message back.",
      remedy: "Send a link in place of the file: in base64 a file is a third larger than on disk.",
      standards: ["RFC 1870 §6", "Google, Gmail SMTP errors and codes §5.3.4"]
    ),
    examples: [
      MessageExample(.pass, "a short message", message: MessageExample.plain),
      MessageExample(.warn, "11 MB", message: MessageExample.plain, stage: .filled(11_000_000))
    ]
  ) { survey in
    let size = survey.message.body.upperBound - survey.message.headerStart
    guard size > large else { return .pass }
    let evidence = [Evidence(source: survey.name, excerpt: "\(size) octets")]
    let words = "The message has \(size / 1_000_000) MB"
    if size > limit { return .fail("\(words); Gmail takes 25.", evidence: evidence) }
    return .warn("\(words); many receivers take no more than 10 to 20.", evidence: evidence)
  }

  /// Gmail's limit for what is sent to it.
  private static let limit = 25_000_000
  /// Postfix takes 10,240,000 octets unless told otherwise.
  private static let large = 10_240_000
}
