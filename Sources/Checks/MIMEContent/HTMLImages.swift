import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let htmlImages = MessageCheck(
    CheckDescription(
      id: "HTML-IMAGES",
      area: .mimeContent,
      title: "Images do not carry the whole message",
      severity: .low,
      severityReason: "mail of images alone is filtered, and says nothing where they are not loaded",
      appliesWhen: "the HTML has images",
      rule: """
        Warn if the visible text has less than 200 characters and the images have 120,000 square pixels or more, or \
        nobody tells their size and there is hardly any text; if an image has no alt; or if one is loaded over http. Images \
        of one pixel do not count for the text.
        """,
      whyItMatters:
        "Most readers load images only when asked to: people see an empty page, and filters cannot read it.",
      remedy: "Write the message as text with alt texts for its images, and load them over https.",
      standards: ["M3AAWG, Sender Best Common Practices §Content", "HTML Standard §4.8.4.4"]
    ),
    examples: [
      MessageExample(
        .pass, "a logo beside text",
        message: MessageExample.html(
          "<img src=\"https://example.org/l.png\" alt=\"Example\" width=80 height=40><p>The page Main was changed by Bob."
        )),
      MessageExample(
        .warn, "one large image",
        message: MessageExample.html("<img src=\"https://example.org/ad.png\" alt=\"Sale\" width=600 height=800>")),
      MessageExample(
        .warn, "no alternative text",
        message: MessageExample.html(
          "<img src=\"https://example.org/l.png\" width=80 height=40><p>The page was changed.")),
      MessageExample(
        .warn, "loaded over http",
        message: MessageExample.html(
          "<img src=\"http://example.org/l.png\" alt=\"\" width=80 height=40><p>The page was changed by Bob.")),
      MessageExample(.notApplicable, "no image", message: MessageExample.html("<p>Hello"))
    ]
  ) { survey in
    let pages = survey.content.html.filter { $0.scan.imageCount > 0 }
    if pages.isEmpty { return .notApplicable("the HTML has no images") }
    return .findings(pages.flatMap { findings($0, survey) })
  }

  private static func findings(_ html: MessageContent.HTML, _ survey: MessageSurvey) -> [Finding] {
    let images = html.scan.images.filter { !$0.isPixel }
    let text = html.scan.visibleText.count { !$0.isWhitespace }
    var findings: [Finding] = []
    if text < littleText, isAllImages(images, text) {
      let evidence = Evidence(html.part, in: survey, "\(text) characters of text, \(images.count) images")
      findings.append(
        Finding(.warn, "Images carry the message: it has \(text) characters of text.", evidence: [evidence]))
    }
    findings += finding("have no alt", images.filter { $0.alternative == nil }, html, survey)
    let open = html.scan.images.filter { $0.source.lowercased().hasPrefix("http:") }
    return findings + finding("are loaded over http", open, html, survey)
  }

  private static func finding(
    _ words: String, _ images: [HTMLImage], _ html: MessageContent.HTML, _ survey: MessageSurvey
  ) -> [Finding] {
    guard let first = images.first else { return [] }
    let line = html.part.content?.line(of: first.offset) ?? 1
    let evidence = Evidence(line: line, first.source.isEmpty ? "img without src" : first.source, in: survey)
    return [Finding(.warn, "Images that \(words): \(images.count).", evidence: [evidence])]
  }

  private static func isAllImages(_ images: [HTMLImage], _ text: Int) -> Bool {
    let sizes = images.compactMap { image in
      image.width.flatMap { width in image.height.map { min(width, longest) * min($0, longest) } }
    }
    if sizes.reduce(0, +) >= largeArea { return true }
    return sizes.count < images.count && text < hardlyText
  }

  private static let littleText = 200
  private static let hardlyText = 20
  /// As much as 200 pixels of a page 600 pixels wide, the usual width.
  private static let largeArea = 120_000
  private static let longest = 10_000
}
