import AuditModel
import DNS
import MailAuthentication
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpPostmaster = DomainCheck(
    CheckDescription(
      id: "SMTP-POSTMASTER",
      area: .smtpProbe,
      title: "Mail to postmaster and abuse is taken",
      severity: .low,
      severityReason: "the standard asks for postmaster, and who complains writes to abuse",
      appliesWhen: "the domain takes mail, and its mail servers are asked about recipients",
      rule: """
        Ask each host, from the null sender, about postmaster and abuse at the domain. Warn if one is refused with a 5xx \
        that is about the recipient; a remark instead for abuse below a registered domain, whose own abuse counts. \
        Unknown on 4xx, and when the server refuses for another reason.
        """,
      whyItMatters: """
        Complaints that find no reader turn into entries of block lists. Some services verify a domain by mail to these \
        addresses.
        """,
      remedy: "Create the address, or an alias to somebody who reads it, at every host that takes mail for the domain.",
      standards: ["RFC 5321 §4.5.1", "RFC 2142 §2", "RFC 2142 §4"]
    ),
    examples: [
      CheckExample(
        .pass, "both", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()), configure: asked),
      CheckExample(
        .warn, "no abuse", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<abuse@"] = "550 5.1.1 no such user" }), configure: asked),
      CheckExample(
        .warn, "no postmaster, without an enhanced code", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<postmaster@"] = "550 Unrouteable address" }),
        configure: asked),
      CheckExample(
        .info, "no abuse at a subdomain", domain: "lists.example.org", zone: "lists MX 10 mail\nmail A 192.0.2.25",
        stage: .server(nil, StagedMailServer { $0.envelope["<abuse@"] = "550 5.1.1 no such user" }), configure: asked),
      CheckExample(
        .unknown, "greylisting", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<postmaster@"] = "451 4.7.1 try again later" }),
        configure: asked),
      CheckExample(
        .unknown, "the client is blocked", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.envelope["<"] = "550 5.7.1 client host [198.51.100.7] blocked" }), configure: asked
      ),
      CheckExample(
        .unknown, "nobody asked about recipients", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer())),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    let list = survey.options.publicSuffixList
    let isOrganization = list.registrableDomain(of: survey.domain).map { $0 == survey.domain } ?? true
    return survey.judgeRecipients { trial, session in
      [TrialRecipient.postmaster, .abuse].map { recipient -> Finding? in
        guard let exchange = trial.exchange(recipient, in: session) else {
          return trial.undecided("whether \(recipient) is taken", session)
        }
        guard exchange.reply.objection == .recipient else { return trial.openReply(exchange) }
        return trial.finding(
          recipient == .abuse && !isOrganization ? .info : .warn,
          "\(trial.subject) refuses <\(exchange.address)>: \(exchange.reply).", trial.evidence(exchange))
      }.compactMap(\.self)
    }
  }

  private static func asked(_ options: inout SurveyOptions) { options.trials.asksRecipients = true }
}
