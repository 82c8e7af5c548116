import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpCatchall = DomainCheck(
    CheckDescription(
      id: "SMTP-CATCHALL",
      area: .smtpProbe,
      title: "Recipients that nobody has are refused at once",
      severity: .medium,
      severityReason: "a bounce that is sent later goes to whoever was forged as the sender",
      appliesWhen: "the domain takes mail, and its mail servers are asked about recipients",
      rule: """
        Ask each host about an address at the domain that nobody has. A remark if it is taken: a mailbox for all \
        addresses, or a server that bounces later. Unknown on 4xx, and when the server refuses for another reason.
        """,
      whyItMatters: """
        Bounces to forged senders bring a server onto block lists. Where everything is taken, senders never learn of \
        mistyped addresses.
        """,
      remedy: """
        Let the server at the edge know the recipients (Postfix: relay_recipient_maps or reject_unverified_recipient). \
        If a mailbox for all addresses is meant, nothing needs to be done.
        """,
      standards: ["RFC 5321 §6.2", "RFC 5321 §4.2.5"]
    ),
    examples: [
      CheckExample(
        .pass, "refused", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<mailaudit-probe"] = "550 5.1.1 no such user" }),
        configure: asked),
      CheckExample(
        .info, "taken", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()), configure: asked),
      CheckExample(
        .unknown, "not now", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<mailaudit-probe"] = "450 4.2.0 greylisted" }),
        configure: asked),
      CheckExample(
        .unknown, "the null sender is refused", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<>"] = "553 5.1.7 no" }), configure: asked),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeRecipients { trial, session in
      guard let exchange = trial.exchange(.nobody, in: session) else {
        return [trial.undecided("whether every recipient is taken", session)]
      }
      guard exchange.reply.replyClass == .positive else { return [trial.openReply(exchange)].compactMap(\.self) }
      let statement = "\(trial.subject) takes <\(exchange.address)>, which nobody has."
      return [trial.finding(.info, statement, trial.evidence(exchange))]
    }
  }

  private static func asked(_ options: inout SurveyOptions) { options.trials.asksRecipients = true }
}
