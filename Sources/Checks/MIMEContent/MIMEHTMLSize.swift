import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeHTMLSize = MessageCheck(
    CheckDescription(
      id: "MIME-HTML-SIZE",
      area: .mimeContent,
      title: "HTML is under the clipping size",
      severity: .low,
      severityReason: "Gmail cuts long messages, and with them the link to unsubscribe",
      appliesWhen: "the message shows text/html",
      rule: "Warn if the decoded HTML has more than 102 KB; a remark above 80 KB.",
      whyItMatters:
        "Gmail shows the beginning and a link to the rest: footer, imprint and links at the end are not seen.",
      remedy: "Shorten the HTML: no images inside it, no comments, fewer inline styles.",
      standards: ["Field observation §Gmail clips messages"]
    ),
    examples: [
      MessageExample(.pass, "short HTML", message: MessageExample.html("<p>The page Main was changed.</p>")),
      MessageExample(
        .warn, "120,000 octets more", message: MessageExample.html("<p>The page Main was changed.</p>"),
        stage: .filled(120_000)),
      MessageExample(
        .info, "90,000 octets more", message: MessageExample.html("<p>The page Main was changed.</p>"),
        stage: .filled(90_000)),
      MessageExample(.notApplicable, "no HTML", message: MessageExample.plain)
    ]
  ) { survey in
    if survey.content.html.isEmpty { return .notApplicable("no HTML is shown") }
    return .findings(
      survey.content.html.compactMap { html in
        let size = html.part.content?.size ?? 0
        guard size > remarkable else { return nil }
        let words = size > clipped ? "Gmail shows the first 102 KB" : "Gmail cuts at 102 KB"
        return Finding(
          size > clipped ? .warn : .info, "The HTML has \(size / 1024) KB; \(words).",
          evidence: [Evidence(html.part, in: survey, "\(size) octets")])
      })
  }

  private static let clipped = 102 * 1024
  private static let remarkable = 80 * 1024
}

extension MessageStage {
  /// A stage where so many octets of text follow the message.
  static func filled(_ octets: Int) -> MessageStage {
    var stage = MessageStage()
    stage.filler = octets
    return stage
  }
}
