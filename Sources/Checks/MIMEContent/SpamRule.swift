import MailMessage
import Survey

/// A rule of a spam filter that a message alone decides, with the points that it gives.
///
/// The points are those of SpamAssassin 4.0.1 (with Bayes and network tests) and rspamd 3.4, as they are shipped; read
/// 2026-11. Filters learn, and their owners change points.
struct SpamRule: Sendable {
  /// Which filter.
  let filter: String
  /// The name of the rule.
  let name: String
  /// The points.
  let points: Double
  /// Whether the message meets it.
  let isMet: @Sendable (MessageSurvey) -> Bool

  /// Every rule that is looked at.
  static let all = spamAssassin + rspamd

  private static let spamAssassin = [
    SpamRule("SpamAssassin", "MISSING_SUBJECT", 1.799) { $0.message.field("Subject") == nil },
    SpamRule("SpamAssassin", "MISSING_DATE", 1.36) { $0.message.field("Date") == nil },
    SpamRule("SpamAssassin", "MISSING_MID", 0.497) { $0.message.field("Message-ID") == nil },
    SpamRule("SpamAssassin", "MISSING_HEADERS", 1.021) { $0.message.field("To") == nil },
    SpamRule("SpamAssassin", "SUBJ_ALL_CAPS", 0.5) { isLoud($0) },
    SpamRule("SpamAssassin", "MIME_HTML_ONLY", 0.1) { isHTMLAlone($0) },
    SpamRule("SpamAssassin", "NUMERIC_HTTP_ADDR", 1.242) { survey in
      survey.content.links.contains { link in
        let address = WebAddress(link.target)
        return address.isWeb && address.isAddress && !address.host.contains(".") && !address.host.hasPrefix("[")
      }
    },
    SpamRule("SpamAssassin", "HTML_IMAGE_ONLY_04", 1.172) { isImageAlone($0, 1...400) },
    SpamRule("SpamAssassin", "HTML_IMAGE_ONLY_08", 1.651) { isImageAlone($0, 401...800) }
  ]

  private static let rspamd = [
    SpamRule("rspamd", "MISSING_SUBJECT", 2) { $0.message.field("Subject") == nil },
    SpamRule("rspamd", "MISSING_DATE", 1) { $0.message.field("Date") == nil },
    SpamRule("rspamd", "MISSING_MID", 2.5) { $0.message.field("Message-ID") == nil },
    SpamRule("rspamd", "MISSING_TO", 2) { $0.message.field("To") == nil },
    SpamRule("rspamd", "SUBJ_ALL_CAPS", 3) { isLoud($0) },
    SpamRule("rspamd", "MIME_HTML_ONLY", 0.2) { isHTMLAlone($0) },
    SpamRule("rspamd", "ZERO_FONT", 1) { survey in
      survey.content.html.contains { html in html.scan.hidden.count { $0.reason == .fontSize } > 5 }
    }
  ]

  private init(
    _ filter: String, _ name: String, _ points: Double, _ isMet: @escaping @Sendable (MessageSurvey) -> Bool
  ) {
    self.filter = filter
    self.name = name
    self.points = points
    self.isMet = isMet
  }

  /// A subject of several words, all in capitals.
  private static func isLoud(_ survey: MessageSurvey) -> Bool {
    guard let text = survey.fields.subject.first?.value?.text, text.utf8.count >= loudLength else { return false }
    return text.contains(" ") && text.contains { $0.isUppercase } && !text.contains { $0.isLowercase }
  }

  private static func isHTMLAlone(_ survey: MessageSurvey) -> Bool {
    !survey.content.html.isEmpty && survey.content.plain.isEmpty && survey.body.parts.count == 1
  }

  /// Images beside so many octets of text.
  private static func isImageAlone(_ survey: MessageSurvey, _ octets: ClosedRange<Int>) -> Bool {
    survey.content.html.contains { html in
      html.scan.imageCount > 0 && octets.contains(html.scan.visibleText.utf8.count)
    }
  }

  /// Both filters leave shorter subjects alone.
  private static let loudLength = 10
}
