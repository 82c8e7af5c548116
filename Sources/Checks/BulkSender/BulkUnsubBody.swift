import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkUnsubBody = MessageCheck(
    CheckDescription(
      id: "BULK-UNSUB-BODY",
      area: .bulkSender,
      title: "A visible unsubscribe link is in the body",
      severity: .medium,
      severityReason: "it is required beside the header fields",
      appliesWhen: "the mail is marketing or subscribed (--kind)",
      rule: """
        Warn if no link that is seen has a word for unsubscribing or preferences, in any of some twenty languages, in its \
        text, its address or the line of text around it. Unknown for bulk mail of a kind that nobody told.
        """,
      whyItMatters: "Who finds no way out presses the button for spam.",
      remedy: "Put a link with the word for unsubscribing into the footer; it works without a login.",
      standards: [
        "Google, Email sender guidelines §Requirements for 5,000 or more",
        "Yahoo, Sender Requirements and Recommendations §Have a clearly visible",
        "Apple, Postmaster information for iCloud Mail §bulk email"
      ],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      MessageExample(.pass, "a line of text with the link", message: MessageExample.newsletter) {
        $0.kind = .marketing
      },
      MessageExample(
        .pass, "a link in HTML",
        message: MessageExample.html("<p>News<p><a href=\"https://example.org/p\">Abmelden</a>")
      ) { $0.kind = .subscribed },
      MessageExample(
        .warn, "none", message: MessageExample.newsletter("", body: "News of the wiki: https://example.org/\n")
      ) { $0.kind = .marketing },
      MessageExample(.unknown, "bulk mail of unknown kind", message: MessageExample.plain) { $0.isBulk = true },
      MessageExample(.notApplicable, "a receipt", message: MessageExample.plain) { $0.kind = .transactional }
    ]
  ) { survey in
    survey.judgeUnsubscribing {
      survey.unsubscribeLinkFindings.isEmpty ? .pass : .findings(survey.unsubscribeLinkFindings)
    }
  }
}

extension MessageSurvey {
  /// That no link to unsubscribe is seen; nothing when one is.
  var unsubscribeLinkFindings: [Finding] {
    let seen = content.links.filter { !$0.isHidden }
    if seen.contains(where: { Self.isUnsubscribing(($0.text ?? "") + " " + $0.target) }) { return [] }
    if seen.contains(where: { $0.text == nil }), content.plain.contains(where: { Self.isUnsubscribing($0.text) }) {
      return []
    }
    let isCut = content.html.contains { $0.part.content?.isTextCut == true }
    if isCut || content.links.count >= HTMLLimits.items {
      return [
        Finding(
          .unknown, "The beginning of the message has no link to unsubscribe; it is too long to be read to its end.")
      ]
    }
    let evidence = seen.prefix(3).map { Evidence(line: $0.line, $0.target, in: self) }
    let none = [Evidence(source: "\(name), body", excerpt: "no link")]
    return [Finding(.warn, "The body has no link to unsubscribe.", evidence: evidence.isEmpty ? none : evidence)]
  }

  private static func isUnsubscribing(_ text: String) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0) }
  }

  /// What links to unsubscribe or to choose what comes are called.
  private static let words = [
    "unsubscribe", "unsub", "opt-out", "opt out", "optout", "preferences", "email settings", "notification settings",
    "manage subscription", "abmelden", "abbestellen", "austragen", "abmeldung", "désabonner", "desabonner",
    "désinscri", "desinscri", "darse de baja", "darme de baja", "cancelar suscripción", "cancelar la suscripción",
    "disiscriv", "cancellati", "annulla l'iscrizione", "afmelden", "uitschrijven", "avregistrera",
    "avsluta prenumeration",
    "afmeld", "frameld", "avmeld", "peruuta tilaus", "wypisz", "odhlásit", "odhlasit", "leiratkoz", "dezabon", "odjavi",
    "отписаться", "відписатися", "descadastr", "cancelar inscrição", "cancelar subscrição", "aboneliğ", "abonelikten",
    "配信停止", "登録解除", "退订", "取消订阅", "取消訂閱", "수신거부", "수신 거부", "إلغاء الاشتراك", "διαγραφή"
  ]
}
