import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeTextAlt = MessageCheck(
    CheckDescription(
      id: "MIME-TEXT-ALT",
      area: .mimeContent,
      title: "HTML mail has a matching text part",
      severity: .low,
      severityReason: "mail of HTML alone is a weak mark of spam, and some cannot read it",
      appliesWhen: "the message shows text/html",
      rule: """
        Warn if no text/plain stands beside the HTML in multipart/alternative, if it is empty, or if less than 20 percent \
        of its words occur in the HTML. Unknown if a charset is not read here.
        """,
      whyItMatters:
        "SpamAssassin counts MIME_HTML_ONLY and MPART_ALT_DIFF; watches, terminals and screen readers show the text.",
      remedy: "Send multipart/alternative, first text/plain with the same words, then text/html.",
      standards: ["RFC 2046 §5.1.4"]
    ),
    examples: [
      MessageExample(
        .pass, "the same words",
        message: MessageExample.alternative(
          "The page Main was changed by Bob.", "<p>The page <b>Main</b> was changed by Bob.")
      ),
      MessageExample(.warn, "HTML alone", message: MessageExample.html("<p>The page Main was changed.</p>")),
      MessageExample(.warn, "an empty text", message: MessageExample.alternative("", "<p>The page Main was changed.")),
      MessageExample(
        .warn, "another text",
        message: MessageExample.alternative(
          "Your mail program does not support this.", "<p>The page Main was changed by Bob, and nobody objected.")),
      MessageExample(.notApplicable, "no HTML", message: MessageExample.plain),
      MessageExample(
        .unknown, "a charset that is not read here",
        message: MessageExample.alternative("Hello", "<p>Hello").replacing(
          "plain; charset=utf-8", with: "plain; charset=koi8-r"))
    ]
  ) { survey in
    guard let html = survey.content.html.first else { return .notApplicable("no HTML is shown") }
    let evidence = Evidence(html.part, in: survey)
    let texts = survey.content.plain.filter { survey.isAlternative($0.part, html.part) }
    guard let text = texts.first else { return .warn("The HTML has no text/plain beside it.", evidence: [evidence]) }
    let own = Evidence(text.part, in: survey)
    if text.part.charset == nil || html.part.charset == nil {
      return .unknown("Text and HTML could not be compared: a charset is not read here.", evidence: [own, evidence])
    }
    let (words, shown) = (TextWords(text.text), TextWords(html.scan.visibleText))
    if words.words.isEmpty {
      return shown.words.isEmpty ? .pass : .warn("The text beside the HTML is empty.", evidence: [own])
    }
    let share = words.share(in: shown)
    if share >= leastShare || html.part.content?.isTextCut == true { return .pass }
    return .warn("Of the words in the text \(share) percent occur in the HTML.", evidence: [own, evidence])
  }

  private static let leastShare = 20
}

extension MessageSurvey {
  /// Whether two parts stand in the same multipart/alternative, at any depth.
  fileprivate func isAlternative(_ part: MIMEPart, _ other: MIMEPart) -> Bool {
    let alternatives = ancestors(part).filter { body.parts[$0].mediaType == "multipart/alternative" }
    return !Set(alternatives).isDisjoint(with: ancestors(other))
  }

  private func ancestors(_ part: MIMEPart) -> [Int] {
    var result: [Int] = []
    var parent = part.parent
    while let next = parent, body.parts.indices.contains(next) {
      result.append(next)
      parent = body.parts[next].parent
    }
    return result
  }
}
