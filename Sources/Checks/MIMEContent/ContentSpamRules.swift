import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let contentSpamRules = MessageCheck(
    CheckDescription(
      id: "CONTENT-SPAM-RULES",
      area: .mimeContent,
      title: "Local content rules find nothing severe",
      severity: .info,
      severityReason: "an indication only: filters learn, and their owners change the points",
      appliesWhen: "always",
      rule: """
        Look for rules of SpamAssassin and rspamd that the message alone decides, with the points that both are shipped \
        with. Info for what is met. No filter is run, and what is not met proves nothing.
        """,
      whyItMatters: "It shows where points are lost that cost nothing to keep.",
      remedy: "Repair what the named rules look for.",
      standards: ["SpamAssassin 4.0.1 §50_scores.cf", "rspamd 3.4 §rules"]
    ),
    examples: [
      MessageExample(.pass, "none is met", message: MessageExample.plain),
      MessageExample(.info, "no subject", message: MessageExample.plain.replacing("Subject: Page changed\n", with: "")),
      MessageExample(
        .info, "a loud subject", message: MessageExample.plain.replacing("Page changed", with: "BUY CHEAP PAGES NOW"))
    ]
  ) { survey in
    let met = SpamRule.all.filter { $0.isMet(survey) }
    return .findings(
      ["SpamAssassin", "rspamd"].compactMap { filter in
        let rules = met.filter { $0.filter == filter }
        if rules.isEmpty { return nil }
        let words = rules.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
        let points = (rules.map(\.points).reduce(0, +) * 10).rounded() / 10
        return Finding(
          .info, subject: filter, "Rules of \(filter) that give \(points) points together: \(words).",
          evidence: [Evidence(namesIn: survey)])
      })
  }
}
