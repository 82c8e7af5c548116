import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appLocalMail = SettingsCheck(
    CheckDescription(
      id: "APP-LOCAL-MAIL",
      area: .appConfig,
      title: "Mail goes to a submission server",
      severity: .medium,
      severityReason: "mail straight from a web server often lands in the folder for spam, or nowhere",
      appliesWhen: "the application sends mail",
      rule: """
        Info when mail leaves by the mail server of the machine: mail() of PHP, sendmail, or SMTP to localhost. It works when that server is \
        set up as one. Unknown when the way is computed.
        """,
      whyItMatters: """
        Then the machine needs all that a mail server needs: a sendmail program, a full host name, a PTR record, port 25 to \
        the outside, its address in SPF, and a signature.
        """,
      remedy: """
        Set a submission server and a login (mailaudit providers NAME shows one), or make the machine a mail server: a full \
        host name first in /etc/hosts, PTR, SPF with its own address, DKIM.
        """,
      standards: ["RFC 6409 §3.1", "RFC 5321 §2.3.5"]
    ),
    remedy: { settings in
      settings.submissionRemedy.map {
        $0
          + " Or make the machine a mail server: a full host name first in /etc/hosts, PTR, SPF with its own address, DKIM."
      }
    },
    examples: [
      SettingsExample(.pass, "SMTP", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org'];"),
      SettingsExample(.info, "mail() of PHP", "<?php $wgSMTP = false;"),
      SettingsExample(.info, "sendmail", "external_url 'https://gitlab.example.org'", of: .gitlab),
      SettingsExample(.info, "SMTP to the machine itself", "<?php $wgSMTP = ['host' => 'localhost'];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = settings();"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ]
  ) { settings in
    let way = settings.prediction.transport
    switch way.value.flatMap(MailTransport.init(rawValue:)) {
    case .smtp? where settings.isLocalServer == true:
      return .info(
        "Mail goes by SMTP to the mail server of the machine, which greets others with a name of its own.",
        evidence: [settings.prediction.server?.evidence ?? way.evidence],
        remedy: "Check the name of that server, its PTR and its SPF: mailaudit host, on the machine.")
    case .smtp?, .service?: return .pass
    case .disabled?: return .notApplicable("mail is switched off")
    case nil: return way.unknown("way that mail is handed over")
    case let other?:
      let program = other == .phpMail ? "mail() of PHP" : other.rawValue
      return .info("Mail leaves by \(program), through the mail server of the machine.", evidence: [way.evidence])
    }
  }
}
