import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpUTF8 = DomainCheck(
    CheckDescription(
      id: "SMTP-UTF8",
      area: .smtpProbe,
      title: "Addresses beyond ASCII are taken by all mail servers or by none",
      severity: .info,
      severityReason: "few people have such addresses so far",
      appliesWhen: "a mail server answers EHLO",
      rule: """
        Fail if the envelope sender that the owner names (--mail-from) has a local part beyond ASCII, and a mail server of \
        the domain does not offer SMTPUTF8. Warn if SMTPUTF8 is offered without 8BITMIME, or by some of the mail servers \
        only. A remark if none offers it.
        """,
      whyItMatters: """
        Mail to or from such addresses is returned (5.6.7) by servers without SMTPUTF8, also when the address is only a \
        copy.
        """,
      remedy: "Switch SMTPUTF8 on at all mail servers (Postfix: smtputf8_enable = yes), or use addresses in ASCII.",
      standards: ["RFC 6531 §3.1", "RFC 6531 §3.2"]
    ),
    examples: [
      CheckExample(.pass, "offered", zone: ExampleCertificates.zone(), stage: .server(nil, international)),
      CheckExample(.info, "not offered", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "not offered, and needed", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())
      ) { $0.mailFrom = "j\u{FC}rgen@example.org" },
      CheckExample(
        .warn, "offered by one of two", zone: ExampleCertificates.zone("mail A 192.0.2.26"),
        stage: .mail(nil, [.exampleServer: international, .secondExampleServer: StagedMailServer()])),
      CheckExample(
        .warn, "without 8BITMIME", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250 SMTPUTF8"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    let seen = (survey.mailServers?.observations ?? []).filter { $0.offered != nil }
    let offering = seen.count { $0.offered?.offers("SMTPUTF8") == true }
    let local = (survey.options.mailFrom ?? "").prefix { $0 != "@" }
    let isNeeded = local.utf8.contains { $0 > 127 }
    return survey.judgeMailServers { observation in
      guard let offered = observation.offered else { return [] }
      let evidence = observation.evidence(offered.map(\.keyword).joined(separator: ", "))
      let subject = observation.subject
      guard !offered.offers("SMTPUTF8") else {
        let statement = "\(subject) offers SMTPUTF8 without 8BITMIME, which belongs to it."
        return offered.offers("8BITMIME") ? [] : [observation.finding(.warn, statement, evidence)]
      }
      if isNeeded {
        return [observation.finding(.fail, "\(subject) cannot take mail for addresses like that sender.", evidence)]
      }
      let verdict: Verdict = offering > 0 ? .warn : .info
      let others = offering > 0 ? ", and other addresses do" : ""
      return [observation.finding(verdict, "\(subject) does not offer SMTPUTF8\(others).", evidence)]
    }
  }

  /// A server for addresses beyond ASCII.
  private static let international = StagedMailServer {
    $0.ehloInTLS = ["250-mail.example.org", "250-8BITMIME", "250 SMTPUTF8"]
  }
}

extension MailServerObservation {
  /// What the server offers in the end.
  fileprivate var offered: [SMTPExtension]? { session.offered }
}
