import AuditModel
import HostFiles
import SMTPSubmission
import Survey
import TLSTransport

extension HostCheck {
  static let hostPort25 = HostCheck(
    CheckDescription(
      id: "HOST-PORT25",
      area: .host,
      title: "The mail server of the machine answers",
      severity: .high,
      severityReason: "what is handed to it waits until it runs",
      appliesWhen: "the machine runs",
      rule: """
        Connect to 127.0.0.1 port 25. Warn when nobody listens and Postfix, Exim, Sendmail or OpenSMTPD is installed, or when \
        whoever listens does not greet with 220. A remark when nobody listens and no mail server is installed, or when Postfix \
        is set to other addresses. Unknown when nothing came in time.
        """,
      whyItMatters: "Sendmail hands mail to this port, and so do applications that are set to localhost.",
      remedy: "Start the mail server: systemctl enable --now postfix (exim4, sendmail).",
      standards: ["RFC 5321 §3.1", "RFC 5321 §4.5.4.2"],
      causes: ["HOST-MTA"]
    ),
    examples: [
      HostExample(.pass, "a server that greets", .postfix("")) { $0.listener = StagedMailServer() },
      HostExample(.warn, "Sendmail does not run", .sendmail()),
      HostExample(.warn, "a server that says no", .postfix("")) {
        $0.listener = StagedMailServer { $0.greeting = ["554 5.3.2 not now"] }
      },
      HostExample(.info, "no mail server is installed"),
      HostExample(.info, "Postfix listens elsewhere", .postfix("inet_interfaces = 192.0.2.80")),
      HostExample(.unknown, "nothing comes", .postfix("")) {
        $0.listener = StagedMailServer { $0.refusal = .timedOut }
      },
      HostExample(.notApplicable, "an image", .postfix(""), name: nil)
    ]
  ) { survey in
    guard let session = survey.listener else { return .notApplicable("the machine does not run") }
    let evidence = { (text: String) in [Evidence(source: "127.0.0.1:25", excerpt: text)] }
    if let greeting = session.greeting {
      if greeting.code == 220 { return .pass }
      return .warn(
        "Port 25 of the machine answers with \(greeting.code).", evidence: evidence("\(greeting)"),
        remedy: "Look into the log of the mail server (journalctl -u postfix, /var/log/mail.log).")
    }
    guard let stop = session.stop else { return .unknown("Port 25 of the machine showed nothing.") }
    guard case .connection(.refused) = stop.reason else {
      return .unknown("Port 25 of the machine showed no greeting: \(stop).", evidence: evidence("\(stop)"))
    }
    if let setting = otherInterfaces(survey) {
      return .info("Postfix does not listen on 127.0.0.1.", evidence: [Evidence(setting)] + evidence("\(stop)"))
    }
    guard let program = survey.mail.program, program.isServer else {
      return .info(
        "Nobody listens on port 25 of the machine: applications that are set to localhost cannot send.",
        evidence: evidence("\(stop)"),
        remedy: "Nothing, if no application is set to localhost; otherwise name the relay in its settings.")
    }
    return .warn(
      "\(program.title) is installed, and nobody listens on port 25 of the machine.", evidence: evidence("\(stop)"),
      remedy:
        "Start it, and look why it ended: systemctl enable --now \(program.service), journalctl -u \(program.service).")
  }

  /// The setting that keeps Postfix from the loopback address.
  private static func otherInterfaces(_ survey: HostSurvey) -> LocatedText? {
    guard let setting = survey.mail.settings.value?.postfix?.setting("inet_interfaces") else { return nil }
    let own = ["all", "loopback-only", "localhost", "127.0.0.1", "$myhostname"]
    return own.contains { setting.text.contains($0) } ? nil : setting
  }
}

extension MailProgram {
  /// The name of its unit in systemd.
  fileprivate var service: String { self == .exim ? "exim4" : rawValue }
}
