import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpNullSender = DomainCheck(
    CheckDescription(
      id: "SMTP-NULL-SENDER",
      area: .smtpProbe,
      title: "Bounces are taken",
      severity: .high,
      severityReason: "senders never learn that their mail failed, and some lists take up who refuses bounces",
      appliesWhen: "the domain takes mail, and its mail servers are asked about recipients",
      rule: """
        Say MAIL FROM:<> to each host, and ask about postmaster at the domain, then abuse. Fail if the sender is \
        refused with 5xx, at once or, by the code 5.1.7, 5.1.8 or in words, at the recipient. Unknown on 4xx, or if no \
        recipient is taken, so that nobody can tell what is refused.
        """,
      whyItMatters: """
        Bounces and receipts have the null sender. Receivers that verify senders by asking back refuse all mail of the \
        domain.
        """,
      remedy: "Remove the rule that refuses MAIL FROM:<>; stop forged bounces by signing senders (BATV) or by content.",
      standards: ["RFC 5321 §4.5.5", "RFC 5321 §6.1", "RFC 5321 §3.6.3"]
    ),
    examples: [
      CheckExample(
        .pass, "taken", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()), configure: asked),
      CheckExample(
        .fail, "refused at once", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<>"] = "553 5.1.7 empty sender refused" }), configure: asked
      ),
      CheckExample(
        .fail, "refused at the recipient", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.envelope = ["<": "554 5.7.1 <>: Sender address rejected", "<>": "250 ok"] }),
        configure: asked),
      CheckExample(
        .unknown, "not now", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<>"] = "451 4.3.0 later" }), configure: asked),
      CheckExample(
        .unknown, "nobody is taken", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope = ["<": "550 5.1.1 who", "<>": "250 ok"] }), configure: asked
      ),
      CheckExample(
        .unknown, "nobody asked about recipients", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer()))
    ]
  ) { survey in
    survey.judgeRecipients { trial, session in
      guard let sender = session.exchanges.first(where: { $0.step == .nullSender }) else {
        return [trial.undecided(what, session)]
      }
      if sender.reply.replyClass == .permanent {
        guard !sender.reply.isAboutOther else { return [trial.undecided(what, session)] }
        return [refused(sender, trial)]
      }
      guard sender.reply.replyClass == .positive else { return [trial.undecided(what, session)] }
      let recipients = session.exchanges.filter { $0.step == .recipient }
      if recipients.contains(where: { $0.reply.replyClass == .positive }) { return [] }
      if let exchange = recipients.first(where: { $0.reply.objection == .sender }) { return [refused(exchange, trial)] }
      return [trial.undecided(what, session)]
    }
  }

  private static func refused(_ exchange: SMTPExchange, _ trial: MailServerTrial) -> Finding {
    trial.finding(.fail, "\(trial.subject) refuses the null sender: \(exchange.reply).", trial.evidence(exchange))
  }

  private static let what = "whether bounces are taken"

  private static func asked(_ options: inout SurveyOptions) { options.trials.asksRecipients = true }
}

extension SMTPReply {
  /// Whether a refusal of MAIL FROM:<> blames the client, or wants a login or TLS first, rather than the sender.
  fileprivate var isAboutOther: Bool {
    if objection == .sender { return false }
    return [503, 530].contains(code) || blamesClient || says(["tls", "authenticat"])
  }
}
