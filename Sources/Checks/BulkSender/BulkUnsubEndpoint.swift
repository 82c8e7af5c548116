import AuditModel
import DNS
import HTTPS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkUnsubEndpoint = MessageCheck(
    CheckDescription(
      id: "BULK-UNSUB-ENDPOINT",
      area: .bulkSender,
      title: "The endpoint works without interaction",
      severity: .high,
      severityReason: "a page with a button is no unsubscription",
      appliesWhen: "the message offers one-click unsubscription",
      rule: """
        With --try-unsubscribe send one POST of List-Unsubscribe=One-Click as a form, without cookies, and follow no \
        redirect. Fail for any status but 2xx, for a redirect, for a certificate that is not valid, and for no answer in 10 \
        seconds. Warn if the URI holds the address of the recipient openly. Unknown without the option.
        """,
      whyItMatters: "People who cannot unsubscribe complain, and Gmail and Yahoo count that.",
      remedy: "Act on the POST at once and answer 200, without login, cookie or redirect; show a page on GET only.",
      standards: [
        "RFC 8058 §3.1", "RFC 8058 §3.2",
        "Google, Email sender guidelines FAQ §Can a one-click unsubscribe link"
      ],
      profiles: [.required(.gmailBulk), .advised(.yahooBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "200", message: MessageExample.newsletter, zone: webZone,
        stage: .unsubscribing(StagedPage("HTTP/1.1 200 OK\nContent-Length: 0\n\n"))
      ) { $0.tryUnsubscribing() },
      MessageExample(
        .fail, "a redirect to a login", message: MessageExample.newsletter, zone: webZone,
        stage: .unsubscribing(StagedPage("HTTP/1.1 302 Found\nLocation: /login\nContent-Length: 0\n\n"))
      ) { $0.tryUnsubscribing() },
      MessageExample(
        .fail, "POST is not allowed", message: MessageExample.newsletter, zone: webZone,
        stage: .unsubscribing(StagedPage("HTTP/1.1 405 Method Not Allowed\nContent-Length: 0\n\n"))
      ) { $0.tryUnsubscribing() },
      MessageExample(
        .fail, "the certificate has expired", message: MessageExample.newsletter, zone: webZone,
        stage: .unsubscribing(StagedPage(failing: .untrusted([.expired])))
      ) { $0.tryUnsubscribing() },
      MessageExample(
        .unknown, "the server cannot be reached", message: MessageExample.newsletter, zone: webZone,
        stage: .unsubscribing(StagedPage(failing: .unreachable(["192.0.2.80: refused"])))
      ) { $0.tryUnsubscribing() },
      MessageExample(.unknown, "not tried", message: MessageExample.newsletter) { $0.kind = .marketing },
      MessageExample(.notApplicable, "no one-click fields", message: MessageExample.plain) { $0.kind = .marketing }
    ]
  ) { survey in
    guard let oneClick = OneClick(survey.fields) else {
      return .notApplicable("the message offers no one-click unsubscription")
    }
    if survey.isListMail != true, !survey.options.triesUnsubscribe {
      return .notApplicable("the mail is not said to be marketing or subscribed (--kind)")
    }
    let open = openAddress(oneClick.url.description, survey)
    guard let file = survey.unsubscription else {
      let asked = Finding(
        .unknown, subject: oneClick.url.description, "Whether unsubscribing works was not tried.",
        evidence: survey.fields.listUnsubscribe.prefix(1).map { Evidence($0.field, in: survey) },
        remedy: "Try it with --try-unsubscribe on a message to a test subscriber, who is unsubscribed then.")
      return .findings([asked] + open)
    }
    return .findings(answerFindings(file) + open)
  }

  private static func answerFindings(_ file: HTTPSFile) -> [Finding] {
    let subject = file.answer.url.description
    guard let response = file.answer.response else {
      if let unseen = file.unseen("The endpoint") { return [unseen] }
      let failure = file.answer.failure?.description ?? "no answer"
      return [
        Finding(.fail, subject: subject, "The request to unsubscribe failed: \(failure).", evidence: file.evidence)
      ]
    }
    switch response.status {
    case 200..<300: return []
    case 300..<400:
      return [
        Finding(.fail, subject: subject, "The endpoint redirects, which must not be followed.", evidence: file.evidence)
      ]
    case let status:
      return [
        Finding(.fail, subject: subject, "The endpoint answers the POST with \(status).", evidence: file.evidence)
      ]
    }
  }

  private static func openAddress(_ url: String, _ survey: MessageSurvey) -> [Finding] {
    let recipients = survey.fields.to.flatMap { $0.value?.mailboxes ?? [] }.filter { $0.localPart.count > 1 }
    let text = url.lowercased().replacing("%40", with: "@")
    guard recipients.contains(where: { text.contains("\($0.localPart)@\($0.domain)".lowercased()) }) else { return [] }
    return [
      Finding(
        .warn, subject: url, "The URI holds the address of the recipient openly: others can be unsubscribed with it.",
        evidence: survey.fields.listUnsubscribe.prefix(1).map { Evidence($0.field, in: survey) },
        remedy: "Put a token into the URI that tells the recipient and cannot be guessed.")
    ]
  }

  private static let webZone = "@ A 192.0.2.80"
}

extension MessageOptions {
  fileprivate mutating func tryUnsubscribing() {
    kind = .marketing
    triesUnsubscribe = true
  }
}

extension MessageStage {
  fileprivate static func unsubscribing(_ page: StagedPage) -> MessageStage {
    var stage = MessageStage()
    stage.https = ["POST https://example.org/u/7f3a": page]
    return stage
  }
}
