import AuditModel
import SMTPSubmission
import Survey
import TLSTransport

extension DomainCheck {
  static let smtpSTARTTLSInjection = DomainCheck(
    CheckDescription(
      id: "SMTP-STARTTLS-INJECTION",
      area: .smtpProbe,
      title: "No command survives the step into TLS",
      severity: .high,
      severityReason: "who sits on the way can put commands into protected sessions",
      appliesWhen: "a mail server of one's own offers STARTTLS, and --intrusive is given",
      rule: """
        Send STARTTLS and NOOP in one segment, start TLS, and count replies. Fail if a reply too many comes inside TLS. A \
        server passes that refuses STARTTLS then, breaks off, answers NOOP in clear text, or ignores it.
        """,
      whyItMatters: """
        A command that somebody on the way puts behind STARTTLS is taken for one of the client: mail and passwords can \
        be led elsewhere (CVE-2011-0411).
        """,
      remedy: "Update the mail server, or the filter in front of it: it has to forget what came in clear text.",
      standards: ["RFC 3207 §4.2", "RFC 3207 §6"]
    ),
    examples: [
      CheckExample(
        .pass, "it forgets the command", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer()),
        configure: intrusive),
      CheckExample(
        .fail, "it answers the command inside TLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.keepsCommands = true }), configure: intrusive),
      CheckExample(
        .unknown, "the server is busy", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["421 4.3.2 too many connections"] }), configure: intrusive
      ),
      CheckExample(
        .notApplicable, "no STARTTLS", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] }), configure: intrusive),
      CheckExample(.notApplicable, "not allowed", zone: ExampleCertificates.zone(), stage: .mail(nil, [:]))
    ]
  ) { survey in
    if survey.options.trials.isIntrusive, survey.isWithoutSTARTTLS {
      return .notApplicable("no mail server offers STARTTLS")
    }
    return survey.judgeIntrusion(\.injection) { trial, session in
      if session.surplus.contains(where: { $0.replyClass == .positive }) {
        let statement = "\(trial.subject) answers inside TLS to a command that came in clear text before it."
        return [trial.finding(.fail, statement, trial.evidence(session))]
      }
      if session.tls != nil { return session.extensionsInTLS == nil ? [trial.undecided(what, session)] : [] }
      switch (session.stop?.step, session.stop?.reason) {
      // Refused, or the NOOP was taken for the beginning of the handshake: nothing of it got into TLS.
      case (.startTLS, .reply(let reply)) where reply.replyClass == .permanent: return []
      case (.handshake, .connection(.octetsBeforeTLS)), (.handshake, .connection(.tls)),
        (.handshake, .connection(.closed)), (.startTLS, .connection(.closed)):
        return []
      default: return [trial.undecided(what, session)]
      }
    }
  }

  private static let what = "whether commands survive STARTTLS"

  private static func intrusive(_ options: inout SurveyOptions) { options.trials.isIntrusive = true }
}

extension DomainSurvey {
  /// Whether every mail server was seen, and none offers STARTTLS.
  fileprivate var isWithoutSTARTTLS: Bool {
    guard let servers = mailServers, !servers.observations.isEmpty, servers.unvisited == 0 else { return false }
    return servers.observations.allSatisfy { $0.session.offersSTARTTLS == false }
  }
}
