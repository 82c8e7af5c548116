import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkUnsubHeaders = MessageCheck(
    CheckDescription(
      id: "BULK-UNSUB-HEADERS",
      area: .bulkSender,
      title: "One-click unsubscribe headers are present",
      severity: .high,
      severityReason: "advertising and subscribed mail must have them",
      appliesWhen: "the mail is marketing or subscribed (--kind), or the fields are there",
      rule: """
        Fail unless List-Unsubscribe and List-Unsubscribe-Post stand there once each, with one https URI, no http URI, and \
        exactly List-Unsubscribe=One-Click. Warn if there is a mailto URI alone, which Yahoo accepts. Where nobody told the \
        kind of mail, all of it is a remark; unknown for bulk mail of a kind that nobody told.
        """,
      whyItMatters: """
        People press the spam button in place of the one to unsubscribe. Gmail then gives no help with delivery, Yahoo may \
        defer, Orange demands it from 1000 messages a day on.
        """,
      remedy: """
        List-Unsubscribe: <https://example.org/u/TOKEN>, <mailto:unsubscribe@example.org> and List-Unsubscribe-Post: \
        List-Unsubscribe=One-Click. TOKEN tells the recipient and cannot be guessed.
        """,
      standards: [
        "RFC 8058 §3.1", "RFC 2369 §3.2", "Google, Email sender guidelines §Make it easy to unsubscribe",
        "Yahoo, Sender Requirements and Recommendations §Support easy unsubscribe"
      ],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .advised(.microsoftBulk), .advised(.preLaunch)
      ]
    ),
    examples: [
      MessageExample(.pass, "both fields", message: MessageExample.newsletter) { $0.kind = .marketing },
      MessageExample(.fail, "none", message: MessageExample.plain) { $0.kind = .subscribed },
      MessageExample(
        .warn, "mailto alone", message: MessageExample.newsletter("List-Unsubscribe: <mailto:u@example.org>\n")
      ) { $0.kind = .marketing },
      MessageExample(
        .fail, "http",
        message: MessageExample.newsletter(
          "List-Unsubscribe: <http://example.org/u/7f3a>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n")
      ) { $0.kind = .marketing },
      MessageExample(
        .fail, "other words",
        message: MessageExample.newsletter(
          "List-Unsubscribe: <https://example.org/u/7f3a>\nList-Unsubscribe-Post: One-Click\n")
      ) { $0.kind = .marketing },
      MessageExample(
        .info, "mailto alone, of unknown kind",
        message: MessageExample.newsletter("List-Unsubscribe: <mailto:u@example.org>\n")),
      MessageExample(.unknown, "bulk mail of unknown kind", message: MessageExample.plain) { $0.isBulk = true },
      MessageExample(.notApplicable, "a receipt", message: MessageExample.plain) { $0.kind = .transactional }
    ]
  ) { survey in
    survey.judgeUnsubscribing { .findings(survey.unsubscribeFindings) }
  }
}

extension MessageSurvey {
  /// Judges what is asked of advertising and subscribed mail.
  func judgeUnsubscribing(_ judge: () -> Judgement) -> Judgement {
    let hasFields = !fields.listUnsubscribe.isEmpty || !fields.listUnsubscribePost.isEmpty
    switch isListMail {
    case true?: return judge()
    case false?: return hasFields ? judge().asRemarks(Self.exempt) : .notApplicable(Self.exempt)
    case nil:
      if hasFields { return judge().asRemarks(Self.kindNotTold) }
      guard options.isBulk else { return .notApplicable(Self.kindNotTold) }
      return .unknown(
        "What kind of mail this is was not told: unsubscribing is asked of advertising and subscribed mail.",
        remedy: "Tell it with --kind marketing, subscribed or transactional.")
    }
  }

  static let exempt = "nobody subscribes to transactional mail"
  static let kindNotTold = "nobody told what kind of mail it is (--kind), and it has no such fields"

  /// What is wrong with the fields of RFC 8058.
  fileprivate var unsubscribeFindings: [Finding] {
    guard let field = fields.listUnsubscribe.first else {
      return [Finding(.fail, "The message has no List-Unsubscribe.", evidence: [Evidence(namesIn: self)])]
    }
    let evidence = fields.listUnsubscribe.prefix(4).map { Evidence($0.field, in: self) }
    func finding(_ verdict: Verdict, _ statement: String) -> Finding {
      Finding(verdict, subject: "List-Unsubscribe", statement, evidence: evidence)
    }
    if fields.listUnsubscribe.count > 1 { return [finding(.fail, "There are several fields List-Unsubscribe.")] }
    guard let value = field.value else { return [finding(.fail, "List-Unsubscribe has no URI.")] }
    let https = value.uris(.https)
    if https.isEmpty, value.uris(.http).isEmpty {
      let hasMailto = !value.uris(.mailto).isEmpty
      let words = "List-Unsubscribe has a mailto URI alone: Yahoo takes it, Gmail wants one click."
      return [hasMailto ? finding(.warn, words) : finding(.fail, "List-Unsubscribe has neither https nor mailto.")]
    }
    var findings: [Finding] = []
    if !value.uris(.http).isEmpty {
      findings.append(finding(.fail, "List-Unsubscribe has an http URI: it has to be https."))
    }
    if https.count > 1 {
      findings.append(finding(.fail, "List-Unsubscribe has \(https.count) https URIs: it may have one."))
    }
    let faults = field.parsed.faults.filter { $0.gravity > .remark }
    findings += faults.prefix(2).map {
      Finding(.warn, "List-Unsubscribe has a fault: \($0.message).", fault: $0, of: field, in: self)
    }
    return findings + postFindings
  }

  private var postFindings: [Finding] {
    guard let post = fields.listUnsubscribePost.first else {
      return [Finding(.fail, "The message has no List-Unsubscribe-Post.", evidence: [Evidence(namesIn: self)])]
    }
    let evidence = fields.listUnsubscribePost.prefix(4).map { Evidence($0.field, in: self) }
    let several = "There are several fields List-Unsubscribe-Post."
    let other = "List-Unsubscribe-Post is not exactly List-Unsubscribe=One-Click."
    if fields.listUnsubscribePost.count > 1 { return [Finding(.fail, several, evidence: evidence)] }
    return post.value?.isOneClick == true ? [] : [Finding(.fail, other, evidence: evidence)]
  }
}
