import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitSender = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-SENDER",
      area: .smtpProbe,
      title: "The server takes the sender",
      severity: .critical,
      severityReason: "every mail of the application carries it",
      appliesWhen: "a sender was named (--from)",
      rule: """
        Give MAIL FROM with the address that the application uses. Fail when it is refused for ever (5xx), unknown when \
        for now (4xx) or when the conversation ended before. "Sender address rejected" behind RCPT TO counts here: Postfix \
        tells it there. Nothing is sent: RSET follows.
        """,
      whyItMatters: "The server refuses each mail, whoever it is for.",
      remedy: """
        Send as the address of the account you log in with, or have the address confirmed at the provider as a sender \
        or alias (553 and 550: not owned by user, sender not verified). 530: log in first.
        """,
      standards: ["RFC 5321 §4.1.1.2", "RFC 6409 §6.1"],
      causes: [
        "APP-SENDER", "APP-FROM-DOMAIN", "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO",
        "SUBMIT-TLS",
        "TLS-CERT-VALID", "SUBMIT-AUTH"
      ]
    ),
    examples: [
      SubmissionExample(.pass, "taken", configure: exampleEnvelope),
      SubmissionExample(
        .fail, "not the address of the account",
        .submission {
          $0.replies["MAIL"] = ["553 5.7.1 <wiki@example.org>: Sender address rejected: not owned by user"]
        },
        configure: exampleEnvelope),
      SubmissionExample(
        .fail, "not the address of the account, told behind RCPT",
        .submission {
          $0.replies["RCPT"] = ["553 5.7.1 <wiki@example.org>: Sender address rejected: not owned by user"]
        },
        configure: exampleEnvelope),
      SubmissionExample(
        .unknown, "later", .submission { $0.replies["MAIL"] = ["451 4.7.1 try again later"] },
        configure: exampleEnvelope),
      SubmissionExample(
        .fail, "an answer to another command", .submission { $0.replies["MAIL"] = ["354 go on"] },
        configure: exampleEnvelope),
      SubmissionExample(.pass, "the null sender, as the settings say") { $0.envelope = SMTPEnvelope(sender: "") },
      SubmissionExample(.unknown, "no connection", nil, configure: exampleEnvelope),
      SubmissionExample(.notApplicable, "no sender was named")
    ]
  ) { survey in
    guard survey.options.envelope != nil else { return .notApplicable("no sender was named (--from)") }
    return survey.judge(survey.options.envelope?.sender.isEmpty == true ? .nullSender : .mailFrom)
  }

  static func exampleEnvelope(_ options: inout SubmissionOptions) {
    options.envelope = SMTPEnvelope(sender: "wiki@example.org", recipients: ["admin@example.net"])
  }
}

extension SubmissionSurvey {
  /// Judges the replies to one command of the transaction, in the last conversation there was.
  func judge(_ step: SMTPStep) -> Judgement {
    judge(from: step) { _ in
      guard let visit = last else { return .pass }
      let exchanges = visit.session.exchanges(about: step, among: visit.ownExchanges)
      if exchanges.isEmpty { return visit.nothing(about: step) }
      return .findings(exchanges.compactMap { visit.finding(on: $0, of: self) })
    }
  }
}

extension SubmissionVisit {
  /// What a reply of the server means; nil when it is a good one.
  func finding(on exchange: SMTPExchange, of survey: SubmissionSurvey) -> Finding? {
    let subject = exchange.address.isEmpty ? place : exchange.address
    let command = exchange.address.isEmpty ? exchange.step.words : "\(exchange.step.words):<\(exchange.address)>"
    if exchange.isTaken { return nil }
    switch exchange.reply.replyClass {
    case .positive, .intermediate:
      let statement = "\(place) answers \(command) with \(exchange.reply), which is no answer to it."
      return Finding(.fail, subject: subject, statement, evidence: [evidence(exchange)], remedy: Self.confused)
    case .transient:
      let statement = "\(place) puts \(command) off: \(exchange.reply)."
      return Finding(.unknown, subject: subject, statement, evidence: [evidence(exchange)], remedy: Self.later)
    case .permanent:
      return finding(
        .fail, subject: subject, "\(place) refuses \(command): \(exchange.reply).", on: exchange.reply,
        at: exchange.step, of: survey, evidence: evidence(exchange))
    }
  }

  /// No reply speaks of a command: it was not reached, or refused for what came before.
  fileprivate func nothing(about step: SMTPStep) -> Judgement {
    if case .needsUTF8(let address)? = session.stop?.reason {
      return .unknown(
        "Nothing was said of the mail: <\(address)> needs SMTPUTF8, which \(place) does not offer.", subject: address,
        evidence: [evidence], remedy: Self.ascii)
    }
    let isSent = session.exchanges.contains { $0.step == step }
    return .unknown(
      isSent
        ? "The reply to \(step.words) speaks of what came before." : "The conversation did not come to \(step.words).",
      subject: place, evidence: [evidence])
  }

  private static let ascii =
    "Use an address in ASCII before the at sign, or a server that offers SMTPUTF8 (RFC 6531 §3.2)."
  private static let confused =
    "The server does not follow RFC 5321 §4.3.2: have its software, or a proxy in front of it, looked at."
  private static let later =
    "4xx means later, not never: greylisting lets the second attempt through. Run the probe with --wait 5m."
}
