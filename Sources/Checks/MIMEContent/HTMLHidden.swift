import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let htmlHidden = MessageCheck(
    CheckDescription(
      id: "HTML-HIDDEN",
      area: .mimeContent,
      title: "No hidden text or scripts",
      severity: .medium,
      severityReason: "what people do not see and filters do is a mark of spam",
      appliesWhen: "the message shows text/html",
      rule: """
        Fail for scripts; data such as JSON-LD is none. Warn for more than 200 hidden characters that are not shown \
        elsewhere (display:none, no size, the colour of the background), the first piece excepted as preheader; for forms, \
        frames, objects, handlers such as onclick, and refreshing. Style sheets elsewhere are a remark.
        """,
      whyItMatters:
        "Gmail and Microsoft say that hidden content and scripts lead to the spam folder; no mail reader runs scripts.",
      remedy: "Remove it: show what is to be read, and put forms on a page that a link leads to.",
      standards: [
        "Google, Email sender guidelines §Message formatting", "Microsoft, Outlook.com Troubleshooting §scripting"
      ],
      profiles: [.advised(.gmailBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "a preheader alone",
        message: MessageExample.html("<div style=\"display:none\">Bob changed Main</div><p>The page Main was changed.")),
      MessageExample(
        .fail, "a script", message: MessageExample.html("<script>track()</script><p>The page was changed.")),
      MessageExample(
        .warn, "a form", message: MessageExample.html("<form action=\"https://example.org/f\"></form><p>Hello")),
      MessageExample(
        .warn, "much text without size",
        message: MessageExample.html(
          """
          <div style="display:none">Bob changed Main</div><p>The page Main was changed.</p>
          <p style="font-size:0">You know the holiday that we had planned for so many years now? My dear aunt writes from
          the northern coast, where every winter strange and quiet birds arrive, that it has snowed since Tuesday, and
          neither trains nor ships reach the harbour before the weekend, when the ice will break.</p>
          """)),
      MessageExample(
        .info, "a style sheet elsewhere",
        message: MessageExample.html("<link rel=stylesheet href=\"https://example.org/a.css\"><p>Hello")),
      MessageExample(.notApplicable, "no HTML", message: MessageExample.plain)
    ]
  ) { survey in
    if survey.content.html.isEmpty { return .notApplicable("no HTML is shown") }
    return .findings(survey.content.html.flatMap { features($0, survey) + hidden($0, survey) })
  }

  private static func features(_ html: MessageContent.HTML, _ survey: MessageSurvey) -> [Finding] {
    featureWords.compactMap { kind, verdict, words in
      let found = html.scan.features(kind)
      guard let first = found.first else { return nil }
      let line = html.part.content?.line(of: first.offset) ?? 1
      let times = found.count > 1 ? ", \(found.count) times" : ""
      return Finding(
        verdict, "The HTML has \(words).",
        evidence: [Evidence(line: line, "\(kind.rawValue) \(first.value)\(times)", in: survey)])
    }
  }

  private static func hidden(_ html: MessageContent.HTML, _ survey: MessageSurvey) -> [Finding] {
    let shown = TextWords(html.scan.visibleText)
    return html.scan.hidden.enumerated().compactMap { index, hidden in
      let signs = hidden.text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      let isPreheader = index == 0 && hidden.characters <= preheader
      // Text that is shown too is the copy for another size of screen.
      guard hidden.characters > unremarkable, signs > unremarkable * 3 / 4, !isPreheader,
        TextWords(hidden.text).share(in: shown) < copy
      else { return nil }
      let line = html.part.content?.line(of: hidden.offset) ?? 1
      return Finding(
        .warn, "\(hidden.characters) characters of text are hidden (\(hidden.reason.rawValue)).",
        evidence: [Evidence(line: line, hidden.text, in: survey)])
    }
  }

  private static let featureWords: [(HTMLFeature.Kind, Verdict, String)] = [
    (.script, .fail, "a script"), (.handler, .warn, "code in an attribute"), (.form, .warn, "a form"),
    (.passwordField, .warn, "a field for a password"), (.frame, .warn, "a frame"), (.object, .warn, "an object"),
    (.refresh, .warn, "a refresh to another page"),
    (.externalStyle, .info, "a style sheet that is loaded from elsewhere")
  ]
  /// So many characters are no attempt to feed filters.
  private static let unremarkable = 200
  /// Preheaders are filled up with signs that nobody sees, to this length and more.
  private static let preheader = 1_500
  /// Percent of words that make a copy.
  private static let copy = 70
}
