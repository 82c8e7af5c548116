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
        Warn if no link that is seen is one of List-Unsubscribe or has a word for unsubscribing or preferences, in any of \
        some thirty languages, in its text, its address or the text around it. Unknown for bulk mail of a kind that nobody \
        told, and for charsets that are not read.
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
        .pass, "the address of List-Unsubscribe, whatever it is called",
        message: MessageExample.newsletter(
          "List-Unsubscribe: <https://example.org/x/7f3a>\n", body: "Ei enää: https://example.org/x/7f3a\n")
      ) { $0.kind = .marketing },
      MessageExample(
        .unknown, "a charset that is not read",
        message: MessageExample.mime("text/plain; charset=iso-2022-jp", "\u{1B}$B$3$s$K$A$O\u{1B}(B\n")
      ) { $0.kind = .marketing },
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
    let offered = Set(fields.listUnsubscribe.flatMap { $0.value?.uris.map(\.uri) ?? [] })
    if seen.contains(where: { offered.contains($0.target) }) { return [] }
    if seen.contains(where: { Self.isUnsubscribing(($0.text ?? "") + " " + $0.target) }) { return [] }
    if seen.contains(where: { $0.text == nil }), content.plain.contains(where: { Self.isUnsubscribing($0.text) }) {
      return []
    }
    let unread = (content.html.map(\.part) + content.plain.map(\.part)).first { $0.charset == nil }
    if let unread {
      return [
        Finding(
          .unknown, "Whether the text has a link to unsubscribe could not be seen: its charset is not read here.",
          evidence: [Evidence(unread, in: self)], remedy: "Look for the link yourself, or write the text as UTF-8.")
      ]
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
    "manage subscription", "stop receiving", "abmelden", "abzumelden", "abbestellen", "abzubestellen", "austragen",
    "auszutragen", "abmeldung", "désabonner", "desabonner", "désinscri", "desinscri", "ne plus recevoir",
    "darse de baja", "darme de baja", "cancelar suscripción", "cancelar la suscripción", "cancelar tu suscripción",
    "anular la suscripción", "desuscrib", "dejar de recibir", "disiscriv", "cancellati", "annulla l'iscrizione",
    "cancella l'iscrizione", "afmelden", "uitschrijven", "avregistrera", "avprenumerera", "avsluta prenumeration",
    "afmeld", "frameld", "avmeld", "peruuta tilaus", "peruuttaa tilau", "wypisz", "wypisać", "rezygn",
    "anuluj subskrypcj", "odhlásit", "odhlasit", "odhlásenie", "leiratkoz", "dezabon", "odjavi", "odjava", "loobu",
    "atsisakyti", "atteik", "отпис", "відпис", "отказаться от рассылки", "descadastr", "cancelar inscrição",
    "cancelar subscrição", "cancelar a subscrição", "deixar de receber", "aboneliğ", "abonelikten", "hủy đăng ký",
    "berhenti berlangganan", "ยกเลิก", "להסרה", "הסר", "配信停止", "配信解除", "登録解除", "購読解除", "退会", "退订", "取消订阅",
    "取消訂閱", "수신거부", "수신 거부", "구독 취소", "구독취소", "إلغاء الاشتراك", "διαγραφή", "κατάργηση εγγραφής"
  ]
}
