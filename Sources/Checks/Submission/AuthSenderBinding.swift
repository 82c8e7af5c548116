import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let authSenderBinding = SubmissionCheck(
    CheckDescription(
      id: "AUTH-SENDER-BINDING",
      area: .auth,
      title: "A login cannot send as somebody else",
      severity: .medium,
      severityReason: "one stolen password writes in the name of all, and SPF and DKIM vouch for it",
      appliesWhen: "a user was named (--user), and an address that it must not use (--foreign-from)",
      rule: """
        Behind the login give MAIL FROM with the foreign address, and RCPT TO with the recipients that the sender of the \
        settings may write to. Pass when it is refused for ever; warn when both are taken. Unknown when it is refused for \
        now or for what the address is (no such domain, SPF), when no recipient was tried, for many servers decide there, \
        when the own sender is not taken either, and when the conversation ended before. Nothing is sent: RSET follows, \
        and so the field From is not judged.
        """,
      whyItMatters: """
        Who gets hold of one password writes as the head of the house, from the right server: SPF, DKIM and DMARC pass.
        """,
      remedy: """
        Tie senders to logins. Postfix: smtpd_sender_login_maps, and reject_sender_login_mismatch in \
        smtpd_sender_restrictions; Exim: compare $sender_address with $authenticated_id in acl_smtp_mail. Have a content \
        filter compare the field From too.
        """,
      standards: ["RFC 6409 §6.1", "RFC 4954 §5"],
      causes: [
        "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "TLS-CERT-VALID",
        "SUBMIT-AUTH", "SUBMIT-SENDER", "SUBMIT-RECIPIENT"
      ]
    ),
    examples: [
      SubmissionExample(
        .pass, "not owned by the user",
        .submission { $0.envelope["<chief@"] = "553 5.7.1 <chief@example.org>: Sender address rejected: not owned" },
        configure: exampleForeignSender),
      SubmissionExample(.warn, "another address of the domain is taken", configure: exampleForeignSender),
      SubmissionExample(.warn, "an address of another domain is taken") {
        exampleForeignSender(&$0)
        $0.foreignSender = "chief@example.com"
      },
      SubmissionExample(
        .unknown, "refused for its domain",
        .submission { $0.envelope["<chief@"] = "550 5.1.8 <chief@example.org>: Domain not found" },
        configure: exampleForeignSender),
      SubmissionExample(
        .unknown, "refused for its domain, without an enhanced code",
        .submission { $0.envelope["<chief@"] = "550 sender domain does not exist" }, configure: exampleForeignSender),
      SubmissionExample(
        .unknown, "later", .submission { $0.envelope["<chief@"] = "451 4.7.1 try again later" },
        configure: exampleForeignSender),
      SubmissionExample(.unknown, "no recipient was tried") {
        exampleForeignSender(&$0)
        $0.envelope?.recipients = []
      },
      SubmissionExample(
        .unknown, "no sender is taken", .submission { $0.replies["MAIL"] = ["550 5.7.1 account suspended"] },
        configure: exampleForeignSender),
      SubmissionExample(
        .unknown, "the login is refused", .submission { $0.replies["AUTH"] = ["535 5.7.8 authentication failed"] },
        configure: exampleForeignSender),
      SubmissionExample(.notApplicable, "no foreign sender was named", configure: exampleEnvelope)
    ]
  ) { survey in
    guard let sender = survey.options.foreignSender, survey.options.login != nil else {
      return .notApplicable("no foreign sender was tried behind a login (--user, --foreign-from)")
    }
    return survey.judge(from: .mailFrom) { _ in
      guard let visit = survey.last else { return .pass }
      return visit.binding(of: sender, survey)
    }
  }

  private static func exampleForeignSender(_ options: inout SubmissionOptions) {
    exampleEnvelope(&options)
    (options.login, options.userName) = (StagedLogin(), "wiki@example.org")
    options.foreignSender = "chief@example.org"
  }
}

extension SubmissionVisit {
  /// Whether the server keeps the login from sending as `sender`.
  fileprivate func binding(of sender: String, _ survey: SubmissionSurvey) -> Judgement {
    let all = exchanges(ofOtherSender: sender)
    let tried = all.filter { $0.step == .mailFrom || ownRecipients.contains($0.address) }
    guard let mail = tried.first else {
      return .unknown("The foreign sender <\(sender)> was not reached.", subject: sender, evidence: [evidence])
    }
    let seen = tried.map(evidence)
    guard ownExchanges.first?.isTaken == true else {
      return .unknown("The own sender is not taken, so that of another tells nothing.", subject: sender, evidence: seen)
    }
    guard mail.isTaken else { return refusal(of: sender, mail) }
    let recipients = tried.dropFirst()
    if recipients.contains(where: \.isTaken) { return taken(sender, survey, seen) }
    if let refused = recipients.first { return refusal(of: sender, refused) }
    return .unknown(
      "\(place) takes MAIL FROM:<\(sender)>, and no recipient was tried behind it.", subject: sender, evidence: seen,
      remedy: "Name a recipient that the login may write to (--to): many servers refuse senders there.")
  }

  private func taken(_ sender: String, _ survey: SubmissionSurvey, _ evidence: [Evidence]) -> Judgement {
    let domain = sender.split(separator: "@").last?.lowercased()
    let isOwn = survey.options.envelope?.sender.split(separator: "@").last?.lowercased() == domain
    let whose = isOwn ? "another address of the domain" : "an address of another domain"
    return .warn(
      "\(place) lets \(survey.options.userName ?? "the login") send as <\(sender)>, \(whose), as far as RCPT TO.",
      subject: sender, evidence: evidence)
  }

  private func refusal(of sender: String, _ exchange: SMTPExchange) -> Judgement {
    let reply = exchange.reply
    if reply.replyClass == .permanent, !reply.blamesAddress { return .pass }
    let why = reply.replyClass == .transient ? "for now" : "for another reason than the login"
    return .unknown(
      "\(place) does not take <\(sender)>, \(why): \(reply).", subject: sender, evidence: [evidence(exchange)],
      remedy: "Name an address that exists and that the login must not use.")
  }
}

extension SMTPReply {
  /// Whether the server has something against an address itself, whoever uses it: that nobody has it, or no such domain
  /// (RFC 3463 §3.2), SPF (RFC 7372 §3.2) or a null MX of it (RFC 7505 §4.2).
  fileprivate var blamesAddress: Bool {
    guard let code = enhancedCode?.dropFirst(2) else {
      return says(["not found", "not exist", "must exist", "resolve", "unknown", "spf"])
    }
    return code.hasPrefix("1.") || ["7.23", "7.24", "7.27"].contains(code)
  }
}
