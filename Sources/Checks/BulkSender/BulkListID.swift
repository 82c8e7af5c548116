import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkListID = MessageCheck(
    CheckDescription(
      id: "BULK-LIST-ID",
      area: .bulkSender,
      title: "Subscribed mail has List-Id",
      severity: .low,
      severityReason: "it helps people and filters to sort",
      appliesWhen: "the mail is subscribed (--kind), or List-Id is there",
      rule: "Info if List-Id is missing. Warn if it has no identifier in angle brackets, with a dot.",
      whyItMatters: "Mail programs sort and mute lists by it. Gmail no longer asks for it.",
      remedy: "Write List-Id: News of the wiki <news.example.org>, the same in every message of the list.",
      standards: ["RFC 2919 §2", "RFC 2919 §3"]
    ),
    examples: [
      MessageExample(
        .pass, "a name and an identifier", message: MessageExample.newsletter("List-Id: News <news.example.org>\n")
      ) {
        $0.kind = .subscribed
      },
      MessageExample(.info, "none", message: MessageExample.plain) { $0.kind = .subscribed },
      MessageExample(.warn, "a word alone", message: MessageExample.newsletter("List-Id: news\n")),
      MessageExample(.notApplicable, "no list", message: MessageExample.plain)
    ]
  ) { survey in
    guard let field = survey.fields.listID.first else {
      guard survey.options.kind == .subscribed else {
        return .notApplicable("the mail is not said to be subscribed (--kind)")
      }
      return .info("The message has no List-Id.", evidence: [Evidence(namesIn: survey)])
    }
    let faults = field.parsed.faults.filter { $0.gravity > .remark }
    return .findings(
      faults.prefix(3).map {
        Finding(.warn, "List-Id has a fault: \($0.message).", fault: $0, of: field, in: survey)
      })
  }
}
