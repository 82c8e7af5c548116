import AuditModel
import SMTPSubmission
import Survey
import TLSTransport

extension DomainCheck {
  static let smtpSmuggling = DomainCheck(
    CheckDescription(
      id: "SMTP-SMUGGLING",
      area: .smtpProbe,
      title: "Only CRLF, a dot and CRLF end a message",
      severity: .high,
      severityReason: "forged mail passes SPF and DMARC in the name of others",
      appliesWhen: "a mail server of one's own is asked, and --intrusive is given",
      rule: """
        Send one message to --test-recipient that holds a dot between LF and LF, between LF and CRLF and between CR and \
        CR, with the command NOOP behind each. Fail if the server answers a NOOP: it took the message for ended. Unknown \
        without a test recipient at the domain, or if the server does not take the message at all.
        """,
      whyItMatters: """
        Who may send one message through a server elsewhere can hide a second one in it, with any sender: this server \
        takes it apart (CVE-2023-51764 and its siblings).
        """,
      remedy: """
        Update the mail server and refuse bare line feeds (Postfix: smtpd_forbid_bare_newline = reject; Sendmail 8.18.1 or \
        newer, Exim 4.97.1 or newer).
        """,
      standards: ["RFC 5321 §4.1.1.4", "RFC 5321 §2.3.8"]
    ),
    examples: [
      CheckExample(
        .pass, "one message", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()),
        configure: allowed),
      CheckExample(
        .fail, "a dot between line feeds ends it", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.looseEndings = ["\n.\n"] }), configure: allowed),
      CheckExample(
        .fail, "a dot between carriage returns ends it", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.looseEndings = ["\r.\r"] }), configure: allowed),
      CheckExample(
        .unknown, "the test recipient is refused", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.envelope["<test@"] = "450 4.2.0 later" }), configure: allowed),
      CheckExample(
        .unknown, "no test recipient", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())
      ) { $0.trials.isIntrusive = true },
      CheckExample(
        .notApplicable, "not allowed", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()))
    ]
  ) { survey in
    if survey.options.trials.isIntrusive, let servers = survey.mailServers, servers.trials.testRecipient == nil,
      survey.mx.withoutHosts == nil
    {
      return .unknown(
        "Nobody named a mailbox at the domain for the test message.",
        remedy: "Name one of your own at this domain with --test-recipient: it gets one message from each mail server.")
    }
    return survey.judgeIntrusion(\.endings) { trial, session in
      if session.surplus.contains(where: { $0.code == 250 }) {
        let statement = "\(trial.subject) ends messages at a dot between line ends that are none."
        return [trial.finding(.fail, statement, trial.evidence(session))]
      }
      let isSent = session.exchanges.contains { $0.step == .message }
      // A server that breaks off in the middle of such a message has refused it.
      let isBrokenOff = session.stop?.step == .message && session.stop?.reason == .connection(.closed)
      return isSent || isBrokenOff ? [] : [trial.undecided("how messages end", session)]
    }
  }

  private static func allowed(_ options: inout SurveyOptions) {
    (options.trials.isIntrusive, options.trials.testRecipient) = (true, "test@example.org")
  }
}
