import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostSendmailPath = HostCheck(
    CheckDescription(
      id: "HOST-SENDMAIL-PATH",
      area: .host,
      title: "The program that PHP hands mail to is there",
      severity: .high,
      severityReason: "every call of mail() fails",
      appliesWhen: "PHP is installed",
      rule: """
        Take sendmail_path of each php.ini and pool. Fail when its program is missing or may not be executed, and the path was \
        set by somebody; a remark when PHP's own default is missing, since the applications may send by SMTP. Warn when the \
        program throws everything away, as /bin/true does. Unknown when a file of settings could not be read, or the program \
        has no path.
        """,
      whyItMatters:
        "Applications say \"Could not instantiate mail function\" or \"Unknown error in PHP's mail() function\".",
      remedy: "Install a mail program (apt-get install msmtp-mta), or let the application send by SMTP.",
      standards: ["PHP manual, mail configuration §sendmail_path"]
    ),
    examples: [
      HostExample(.pass, "the default, and Postfix", .php() + .postfix("")),
      HostExample(.fail, "a program that is gone", .php("sendmail_path = \"/usr/bin/msmtp -t\"")),
      HostExample(
        .warn, "a program that throws mail away", .php("sendmail_path = /bin/true") + ["/bin/true": .program(0o755)]),
      HostExample(.info, "the default, and no mail program", .php()),
      HostExample(.notApplicable, "no PHP", .postfix("")),
      HostExample(.unknown, "settings that cannot be read", ["/etc/php/8.4/fpm/php.ini": .hidden])
    ]
  ) { survey in
    if survey.php.isEmpty { return .notApplicable("there is no PHP on the machine") }
    let groups = Dictionary(grouping: survey.php) { "\($0.commandText)\n\($0.command == nil)" }
    return .findings(groups.sorted { $0.key < $1.key }.flatMap { findings($0.value) })
  }

  /// What is to be said of all that run the same command.
  private static func findings(_ setups: [PHPMailSetup]) -> [Finding] {
    guard let first = setups.first else { return [] }
    let unread = setups.flatMap(\.unread)
    if first.command == nil, !unread.isEmpty {
      return [Finding(.unknown, subject: first.place, "Settings of PHP could not be read: \(unread[0]).")]
    }
    let evidence = setups.map(\.evidence)
    let program = first.command?.program ?? "/usr/sbin/sendmail"
    let finding = { (verdict: Verdict, text: String, remedy: String?) in
      [Finding(verdict, subject: program, text, evidence: evidence, remedy: remedy)]
    }
    switch first.program {
    case .unseen(let reason), .malformed(let reason):
      return finding(.unknown, "Whether the program of sendmail_path is there cannot be told: \(reason).", nil)
    case .absent where first.command == nil:
      return finding(
        .info, "mail() of PHP runs /usr/sbin/sendmail, which is not there: only applications that use SMTP can send.",
        "Nothing, if all applications send by SMTP. Otherwise apt-get install msmtp-mta.")
    case .absent:
      return finding(
        .fail, "mail() of PHP runs \(program), which is not there.",
        "Install what brings \(program), or take sendmail_path out and install a mail program.")
    case .present(let file) where file.status.kind != .file || !file.status.isExecutable:
      return finding(.fail, "mail() of PHP runs \(program), which cannot be executed.", "Run: chmod 755 \(file.path).")
    case .present(let file) where ["true", "null", "false"].contains(file.name):
      return finding(
        .warn, "mail() of PHP runs \(program), which sends nothing.", "Take sendmail_path out, or name a mail program.")
    case .present: return []
    }
  }
}

extension PHPMailSetup {
  /// The setting, or that there is none.
  fileprivate var evidence: Evidence {
    command.map { Evidence($0.setting) }
      ?? Evidence(source: place, excerpt: "sendmail_path is not set: \(PHPMailCommand.standard)")
  }
}
