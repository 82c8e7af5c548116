import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostMTA = HostCheck(
    CheckDescription(
      id: "HOST-MTA",
      area: .host,
      title: "The mail program of the machine can deliver",
      severity: .high,
      severityReason: "what is handed to it stays on the machine",
      appliesWhen: "always",
      rule: """
        Look at what /usr/sbin/sendmail leads to, and at the settings of the program. Fail when it leads nowhere or may not \
        be executed, when the settings that the program needs are missing, or name no relay where it can only relay. Warn when \
        the settings keep all mail on the machine, or hold the relay of an example. A remark when there is no mail program, \
        since applications may send by SMTP themselves, and when it is not recognised. Unknown when it could not be looked at.
        """,
      whyItMatters:
        "mail() of PHP, cron and many applications hand mail to /usr/sbin/sendmail, and see no error later.",
      remedy: "Set up the program for a relay, or install one: apt-get install msmtp-mta, and write /etc/msmtprc.",
      standards: ["Filesystem Hierarchy Standard 3.0 §4.11", "Debian Policy §11.6"]
    ),
    examples: [
      HostExample(.pass, "Postfix that delivers", .postfix("myhostname = web01.example.org")),
      HostExample(.pass, "msmtp with a relay", .msmtp("account default\nhost smtp.example.org")),
      HostExample(.fail, "a link to nothing", ["/usr/sbin/sendmail": .link("exim4")]),
      HostExample(
        .fail, "Postfix without main.cf", ["/usr/sbin/sendmail": .program(0o755), "/usr/sbin/postfix": .program(0o755)]),
      HostExample(.fail, "msmtp without a host", .msmtp("account web\nhost smtp.example.org")),
      HostExample(.warn, "Exim for local mail only", .exim("local")),
      HostExample(.info, "no mail program"),
      HostExample(.info, "a program that is not known", ["/usr/sbin/sendmail": .program(0o755)]),
      HostExample(
        .unknown, "settings that cannot be read", .postfix("") + ["/etc/postfix/main.cf": .hidden])
    ]
  ) { survey in
    let mail = survey.mail
    switch mail.sendmail {
    case .unseen(let reason): return .unknown("/usr/sbin/sendmail could not be looked at: \(reason).")
    case .malformed(let reason):
      return .fail(
        "/usr/sbin/sendmail \(reason).", evidence: [Evidence(source: "/usr/sbin/sendmail", excerpt: reason)],
        remedy: "Install the mail program again, or remove the link.")
    case .absent where mail.program == nil: return absent
    case .present(let file) where file.status.kind != .file || !file.status.isExecutable:
      return .fail(
        "/usr/sbin/sendmail cannot be executed.", evidence: [Evidence(file, from: "/usr/sbin/sendmail")],
        remedy: "Install the mail program again: its package sets the mode.")
    case .absent, .present: break
    }
    guard let program = mail.program else {
      let evidence = mail.sendmail.value.map { [Evidence($0, from: "/usr/sbin/sendmail")] } ?? []
      return .info(
        "The program behind /usr/sbin/sendmail is not known to mailaudit: its settings were not looked at.",
        evidence: evidence, remedy: "Send a test: echo test | /usr/sbin/sendmail -v you@example.net.")
    }
    return judged(program, mail)
  }

  private static let absent = Judgement.info(
    "There is no mail program: /usr/sbin/sendmail is not there. Applications that send by SMTP do not need it.",
    evidence: [Evidence(source: "/usr/sbin/sendmail", excerpt: "not there")],
    remedy: """
      Nothing, if all applications send by SMTP. Otherwise apt-get install msmtp-mta, and into /etc/msmtprc: account default, \
      host smtp.example.org, port 587, tls on, auth on, user, passwordeval, from.
      """)

  private static func judged(_ program: MailProgram, _ mail: MailProgramSurvey) -> Judgement {
    switch mail.settings {
    case .present: return judged(mail.delivery, program, mail)
    case .unseen(let reason): return .unknown("The settings of \(program.title) could not be read: \(reason).")
    case .malformed(let reason):
      return .fail(
        "The settings of \(program.title) cannot be read: \(reason).",
        evidence: [Evidence(source: mail.settingsPath, excerpt: reason)])
    case .absent where program == .msmtp:
      return .info(
        "\(program.title) has no settings for everybody (\(mail.settingsPath)): only accounts with their own can send.",
        evidence: [Evidence(source: mail.settingsPath, excerpt: "not there")], remedy: program.setUp)
    case .absent:
      return .fail(
        "\(program.title) is installed, and its settings are missing.",
        evidence: [Evidence(source: mail.settingsPath, excerpt: "not there")], remedy: program.setUp)
    }
  }

  private static func judged(
    _ delivery: LocalMailSettings.Delivery, _ program: MailProgram, _ mail: MailProgramSurvey
  ) -> Judgement {
    switch delivery {
    case .direct: return .pass
    case .relay(let relay):
      // What Debian writes into ssmtp.conf when nobody answered its question.
      guard program == .ssmtp, relay.text == "mail" else { return .pass }
      return .warn(
        "sSMTP hands mail to a host named mail, the value of its example.", evidence: [Evidence(relay)],
        remedy: "Write the relay into \(relay.file): mailhub=smtp.example.org:587, with UseSTARTTLS=YES.")
    case .none(let reason):
      let verdict: Verdict = program.isServer ? .warn : .fail
      return .findings([
        Finding(
          verdict, "\(program.title) keeps all mail on the machine.", evidence: [Evidence(reason)],
          remedy: program.setUp)
      ])
    case .unknown(let reason):
      return .info(
        "Whether \(program.title) delivers or relays cannot be told: \(reason).",
        evidence: [Evidence(source: mail.settingsPath, excerpt: reason)])
    }
  }
}

extension MailProgram {
  /// How the program is set up for a relay.
  var setUp: String {
    switch self {
    case .postfix:
      """
      Run dpkg-reconfigure postfix (Satellite system), or: postconf -e 'relayhost = [smtp.example.org]:587' \
      'smtp_tls_security_level = encrypt', then postfix reload.
      """
    case .exim: "Run dpkg-reconfigure exim4-config: \"mail sent by smarthost\", or \"internet site\"."
    case .sendmail:
      "Add define(`SMART_HOST', `[smtp.example.org]')dnl to /etc/mail/sendmail.mc, and run sendmailconfig."
    case .nullmailer: "Write one line into /etc/nullmailer/remotes: smtp.example.org smtp --port=587 --starttls."
    case .msmtp: "Write into /etc/msmtprc: account default, host smtp.example.org, port 587, tls on, auth on."
    case .ssmtp: "Write mailhub=smtp.example.org:587 and UseSTARTTLS=YES into /etc/ssmtp/ssmtp.conf."
    case .dma: "Write SMARTHOST smtp.example.org, PORT 587 and SECURETRANSFER into /etc/dma/dma.conf."
    case .opensmtpd, .busybox: "Set up a relay in its settings."
    }
  }
}
