import AuditModel
import DNS
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpOpenRelay = DomainCheck(
    CheckDescription(
      id: "SMTP-OPEN-RELAY",
      area: .smtpProbe,
      title: "Mail servers do not relay for strangers",
      severity: .critical,
      severityReason: "spammers find open relays within hours, and block lists follow",
      appliesWhen: "a mail server of one's own is asked, and --intrusive is given",
      rule: """
        Without login, from the null sender, ask for a recipient at example.com, then for the same in the forms \
        user%example.com@domain and "user@example.com"@domain; stop before DATA, so that nothing is sent. Fail if the \
        plain form is accepted. Warn if another form is and an address that nobody has is not. Unknown if the server \
        stands on a private address, puts off without a word of relaying, or blames the client or the test domain.
        """,
      whyItMatters:
        "Receivers refuse all mail of a server that forwards spam (Outlook.com: SC-003), and keep doing so.",
      remedy: """
        Relay for users who log in and for your own networks only (Postfix: smtpd_relay_restrictions = permit_mynetworks \
        permit_sasl_authenticated reject_unauth_destination; look at mynetworks). If this machine is in a network that \
        may relay, repeat the audit from outside.
        """,
      standards: [
        "RFC 5321 §7.1", "RFC 2505 §2.1",
        StandardReference(document: "Microsoft, Outlook.com Troubleshooting (edition of 2026-06-15)", section: "SC-003")
      ],
      profiles: [.advised(.microsoftBulk)]
    ),
    examples: [
      CheckExample(.pass, "it refuses", zone: ExampleCertificates.zone(), stage: closed(), configure: intrusive),
      CheckExample(
        .fail, "it takes everything", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()),
        configure: intrusive),
      CheckExample(
        .warn, "the percent form is taken, and nobody else is", zone: ExampleCertificates.zone(),
        stage: closed { $0.envelope["<mailaudit-relay-test%"] = "250 2.1.5 ok" }, configure: thorough),
      CheckExample(
        .pass, "the percent form is taken, as everything at the domain is", zone: ExampleCertificates.zone(),
        stage: closed {
          $0.envelope["<mailaudit-relay-test%"] = "250 2.1.5 ok"
          $0.envelope["<mailaudit-probe"] = "250 2.1.5 ok"
        }, configure: thorough),
      CheckExample(
        .pass, "it refuses in the words of Postfix", zone: ExampleCertificates.zone(),
        stage: closed { $0.envelope["<mailaudit-relay-test@"] = "454 4.7.1 Relay access denied" }, configure: intrusive),
      CheckExample(
        .unknown, "it is greylisted", zone: ExampleCertificates.zone(),
        stage: closed { $0.envelope["<mailaudit-relay-test@"] = "450 4.7.1 later" }, configure: intrusive),
      CheckExample(
        .unknown, "the client is blocked", zone: ExampleCertificates.zone(),
        stage: closed { $0.envelope["<mailaudit-relay-test@"] = "554 5.7.1 Client host blocked" }, configure: intrusive),
      CheckExample(
        .unknown, "the null sender is refused", zone: ExampleCertificates.zone(),
        stage: closed { $0.envelope["<>"] = "550 5.7.1 no bounces" }, configure: intrusive),
      CheckExample(
        .notApplicable, "not allowed", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()))
    ]
  ) { survey in
    survey.judgeIntrusion(\.relaying) { trial, session in
      guard let plain = trial.exchange(.stranger, in: session) else { return [trial.undecided(what, session)] }
      if plain.reply.replyClass == .positive { return [taken(plain, trial)] }
      return [open(plain, trial)].compactMap(\.self) + forms(trial, session)
    }
  }

  private static func taken(_ exchange: SMTPExchange, _ trial: MailServerTrial) -> Finding {
    if let purpose = trial.address.specialPurpose, insidePurposes.contains(purpose) {
      return trial.finding(
        .unknown,
        "\(trial.subject) takes a recipient elsewhere from this machine, which may be in a network of its own.",
        trial.evidence(exchange), remedy: "Repeat the audit from outside, at the public address.")
    }
    return trial.finding(
      .fail, "\(trial.subject) takes mail for <\(exchange.address)> without login.", trial.evidence(exchange))
  }

  /// A refusal that says nothing of relaying: not now, or the domain of the recipient is not liked.
  private static func open(_ exchange: SMTPExchange, _ trial: MailServerTrial) -> Finding? {
    let reply = exchange.reply
    // Postfix puts relaying off unless it is told to refuse it: 454 4.7.1 Relay access denied.
    if reply.lines.contains(where: { $0.lowercased().contains("relay") }) { return nil }
    let isAboutDomain = reply.enhancedCode.map { ["5.1.2", "5.1.10", "5.4.4"].contains($0) } ?? false
    let isUndecided =
      reply.replyClass == .transient || isAboutDomain || reply.blamesClient || [503, 530].contains(reply.code)
    guard isUndecided else { return nil }
    let statement = "\(trial.subject) does not say whether it relays: \(reply)."
    return trial.finding(.unknown, statement, trial.evidence(exchange))
  }

  /// Other forms count only when the server knows its recipients: otherwise it takes them for local ones.
  private static func forms(_ trial: MailServerTrial, _ session: SMTPSession) -> [Finding] {
    let unknown = trial.recipients.flatMap { trial.exchange(.nobody, in: $0) }
    guard unknown?.reply.objection == .recipient else { return [] }
    return [TrialRecipient.percentStranger, .quotedStranger].compactMap { recipient in
      guard let exchange = trial.exchange(recipient, in: session), exchange.reply.replyClass == .positive else {
        return nil
      }
      return trial.finding(
        .warn, "\(trial.subject) takes mail for <\(exchange.address)>, and refuses recipients that it does not know.",
        trial.evidence(exchange), remedy: "Refuse addresses whose local part holds % or @: old gateways relay by them.")
    }
  }

  private static let what = "whether mail is relayed"

  /// Who reaches such an address is in a network of the server.
  private static let insidePurposes: Set<IPAddress.SpecialPurpose> = [.privateUse, .sharedSpace, .loopback, .linkLocal]

  private static func intrusive(_ options: inout SurveyOptions) { options.trials.isIntrusive = true }

  private static func thorough(_ options: inout SurveyOptions) {
    (options.trials.isIntrusive, options.trials.asksRecipients) = (true, true)
  }

  /// A server that relays for nobody and knows its recipients.
  private static func closed(_ configure: (inout StagedMailServer) -> Void = { _ in }) -> CheckStage {
    .server(
      nil,
      StagedMailServer {
        $0.envelope = [
          "<mailaudit-relay-test": "554 5.7.1 relay access denied", "<\"": "554 5.7.1 relay access denied",
          "<mailaudit-probe": "550 5.1.1 nobody has this address"
        ]
        configure(&$0)
      })
  }
}
