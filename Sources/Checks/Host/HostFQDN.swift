import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostFQDN = HostCheck(
    CheckDescription(
      id: "HOST-FQDN",
      area: .host,
      title: "The machine knows its full name",
      severity: .high,
      severityReason: "mail servers wait for minutes, and then greet with a name that others refuse",
      appliesWhen: "the machine has a name",
      rule: """
        Take the name of the machine, and complete it as its own look-ups do: by the row of /etc/hosts that holds it, or else \
        by the search list of /etc/resolv.conf. Fail when no name with a dot comes of it and the mail program greets with \
        the name of the machine; warn when the program is not recognised, or when the full name ends in .localdomain or \
        another name of the inside. A remark when no mail program takes the name. Unknown when a file could not be read, or \
        DNS was not asked.
        """,
      whyItMatters: """
        Sendmail sleeps a minute and tries again, at every start: a page that sends mail hangs. Then the short name stands in \
        EHLO, in Message-ID and behind the names of local accounts, and receivers refuse it.
        """,
      remedy: """
        Write the full name first, and the short one behind it, into one line of /etc/hosts: 127.0.1.1 web01.example.org \
        web01. hostname -f shows what comes of it.
        """,
      standards: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5", "Linux man-pages, hosts(5)"]
    ),
    examples: [
      HostExample(
        .pass, "a full name in the row of Debian", .sendmail() + .hosts("127.0.1.1 web01.example.org web01")),
      HostExample(.pass, "a full name as the machine's own", .postfix(""), name: "web01.example.org"),
      HostExample(
        .fail, "Sendmail on a machine without a full name", .sendmail() + .hosts("127.0.0.1 localhost web01")),
      HostExample(.fail, "a row that holds the full name alone", .sendmail() + .hosts("127.0.0.1 web01.example.org")),
      HostExample(.fail, "Postfix without myhostname", .postfix("") + .hosts("127.0.0.1 localhost")),
      HostExample(.warn, "a domain of the inside", .sendmail() + .hosts("127.0.0.1 web01.localdomain web01 localhost")),
      HostExample(.info, "no mail program", .hosts("127.0.0.1 localhost")),
      HostExample(
        .pass, "a domain of the search list",
        .sendmail() + .hosts("127.0.0.1 localhost") + ["/etc/resolv.conf": "search example.org"]
      ) { $0.zone = "web01 A 192.0.2.80" },
      HostExample(.unknown, "a table that cannot be read", .sendmail() + ["/etc/hosts": .hidden]),
      HostExample(
        .unknown, "a search list, and DNS is not asked",
        .sendmail() + .hosts("127.0.0.1 localhost") + ["/etc/resolv.conf": "search example.org"])
    ]
  ) { survey in
    guard let name = survey.naming.name.value else {
      return survey.naming.name.unread("The name of the machine")
        ?? .unknown("The machine has no name: /etc/hostname is not there.")
    }
    if let full = survey.naming.fullName { return judged(full, name, survey) }
    if case .unseen(let reason) = survey.naming.origin {
      return .unknown(
        "Whether the machine knows its full name cannot be told: \(reason).", evidence: [Evidence(name)])
    }
    return .findings([bare(name, survey)])
  }

  private static func judged(_ full: String, _ name: LocatedText, _ survey: HostSurvey) -> Judgement {
    guard let fault = InnerName.fault(full) else { return .pass }
    let verdict: Verdict = survey.announcesHostName == false ? .info : .warn
    return .findings([
      Finding(
        verdict, subject: name.text, "The full name of the machine, \(full), \(fault).",
        evidence: [Evidence(name)] + (survey.naming.row.map { [Evidence($0)] } ?? []),
        remedy: """
          Give the machine a name in a domain of yours: write "\(survey.proposedRow)" into /etc/hosts in place of the row \
          with \(name.text), or set the name in the mail program alone (\(survey.nameSetting)).
          """)
    ])
  }

  private static func bare(_ name: LocatedText, _ survey: HostSurvey) -> Finding {
    let verdict: Verdict
    switch survey.announcesHostName {
    case true?: verdict = .fail
    case false?: verdict = .info
    case nil: verdict = .warn
    }
    let program = survey.announcesHostName == true ? survey.mail.program.map { " \($0.bareNameWords)" } ?? "" : ""
    let row = survey.naming.row
    let place = row.map { "take \(name.text) out of line \($0.line) of /etc/hosts, and add" } ?? "add to /etc/hosts"
    return Finding(
      verdict, subject: name.text, "The machine calls itself \(name.text), and nothing makes a full name of that.\(program)",
      evidence: [Evidence(name), row.map { Evidence($0) } ?? survey.missingRow],
      remedy: """
        With a name in a domain of yours: \(place) the line "\(survey.proposedRow)" (full name first, both in one line). \
        hostname -f then shows the full name.
        """)
  }
}

extension HostSurvey {
  fileprivate var missingRow: Evidence {
    Evidence(source: "/etc/hosts", excerpt: "no row holds \(naming.name.value?.text ?? "the name")")
  }

  /// How the mail program is given a name of its own.
  var nameSetting: String {
    switch mail.program {
    case .postfix: "postconf -e myhostname=\(proposedName)"
    case .exim: "primary_hostname = \(proposedName) in its configuration"
    case .sendmail: "define(`confDOMAIN_NAME', `\(proposedName)')dnl in sendmail.mc, then sendmailconfig"
    case .nullmailer: "echo \(proposedName) > /etc/nullmailer/me"
    case .msmtp: "domain \(proposedName) in /etc/msmtprc"
    case .ssmtp: "hostname=\(proposedName) in /etc/ssmtp/ssmtp.conf"
    case .dma: "MAILNAME \(proposedName) in /etc/dma/dma.conf"
    case .opensmtpd, .busybox, nil: "the setting of its host name"
    }
  }
}

extension MailProgram {
  /// What the program does with a name that has no dot.
  fileprivate var bareNameWords: String {
    switch self {
    case .sendmail: "Sendmail waits a minute for a full one, tries again, and goes on with the short name, at every start."
    case .postfix: "Postfix then greets with .localdomain behind it."
    default: "\(title) greets with the short name."
    }
  }
}
