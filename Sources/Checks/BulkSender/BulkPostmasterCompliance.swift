import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkPostmasterCompliance = MessageCheck(
    CheckDescription(
      id: "BULK-POSTMASTER-COMPLIANCE",
      area: .bulkSender,
      title: "Provider dashboards agree",
      severity: .medium,
      severityReason: "they show what the provider really sees",
      appliesWhen: "figures are given (--postmaster), or the mail is bulk (--bulk)",
      rule: """
        Fail for each demand that a dashboard marks as not met. Unknown for bulk mail if no rows are given, because nobody \
        outside can tell whether the domain is registered there.
        """,
      whyItMatters: "A receiver counts all mail under the domain, also that of systems that nobody remembers.",
      remedy: """
        Register every d= domain at Google Postmaster Tools and Yahoo Sender Hub and every address at Microsoft SNDS, and \
        find the system whose mail does not meet the demand.
        """,
      standards: [
        "Google, Email sender guidelines FAQ §Compliance status", "Yahoo, Sender FAQs §Complaint Feedback Loop",
        "Microsoft, Outlook.com Troubleshooting §Services"
      ],
      profiles: [.advised(.gmailBulk), .advised(.yahooBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      MessageExample(.pass, "all is met", message: MessageExample.plain) {
        $0.tellCompliance(["SPF": true, "DKIM": true])
      },
      MessageExample(.fail, "one is not", message: MessageExample.plain) {
        $0.tellCompliance(["SPF": true, "One-click unsubscribe": false])
      },
      MessageExample(.unknown, "bulk mail without figures", message: MessageExample.plain) { $0.isBulk = true },
      MessageExample(.notApplicable, "nothing told", message: MessageExample.plain)
    ]
  ) { survey in
    let rows = survey.options.postmaster?.compliance.filter { !$0.value.isEmpty } ?? [:]
    if rows.isEmpty { return survey.withoutFigures("What the dashboards of receivers say is not known.") }
    return .findings(
      rows.sorted { $0.key < $1.key }.flatMap { receiver, demands in
        demands.filter { !$0.value }.keys.sorted().map { demand in
          Finding(
            .fail, subject: "\(receiver) \(demand)", "The dashboard of \(receiver) marks \(demand) as not met.",
            evidence: [survey.figure("\(receiver).compliance.\(demand)", "false")])
        }
      })
  }
}

extension MessageOptions {
  fileprivate mutating func tellCompliance(_ rows: [String: Bool]) {
    var figures = PostmasterFigures()
    figures.compliance = ["gmail": rows]
    postmaster = figures
  }
}
