import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostMailname = HostCheck(
    CheckDescription(
      id: "HOST-MAILNAME",
      area: .host,
      title: "Mail of local accounts gets a public domain",
      severity: .medium,
      severityReason: "receivers refuse senders whose domain does not exist, and bounces are lost",
      appliesWhen: "a mail program is installed whose settings name the domain behind local accounts",
      rule: """
        Take the domain that is put behind bare names: /etc/mailname, myorigin of Postfix, qualify_domain of Exim, the \
        masquerade of Sendmail, defaulthost of nullmailer, rewriteDomain of sSMTP. Fail when it has no dot, or ends in \
        .localdomain or another name of the inside, when it is empty, or when myorigin names a file that is not there. A remark when no mail \
        leaves the machine. Unknown when the setting could not be read.
        """,
      whyItMatters: """
        Mail of cron and of web servers comes from www-data at this domain: SPF cannot pass for it, and nobody can answer it.
        """,
      remedy: "Write a domain of yours into the setting; /etc/mailname holds it as its only line.",
      standards: ["RFC 5321 §2.3.5", "Debian Policy §11.6"]
    ),
    examples: [
      HostExample(.pass, "a public domain", .exim("internet") + ["/etc/mailname": "example.org"]),
      HostExample(.fail, "the short name", .exim("internet") + ["/etc/mailname": "web01"]),
      HostExample(.fail, "a masquerade of the inside", .sendmail("DMweb01.localdomain")),
      HostExample(.fail, "a file that is not there", .postfix("myorigin = /etc/mailname")),
      HostExample(.fail, "an empty file", .exim("internet") + ["/etc/mailname": "# nothing"]),
      HostExample(.info, "no mail leaves", .exim("local") + ["/etc/mailname": "web01"]),
      HostExample(.notApplicable, "no mail program", ["/etc/mailname": "web01"]),
      HostExample(.unknown, "a file that cannot be read", .exim("internet") + ["/etc/mailname": .hidden])
    ]
  ) { survey in
    if let other = survey.withoutMailProgram { return other }
    guard let settings = survey.mail.settings.value else {
      return survey.mail.settings.unread(survey.mail.settingsPath)
        ?? .notApplicable("the settings of the mail program were not found")
    }
    if usesMailName(survey) {
      if case .malformed(let reason) = survey.mailName {
        return .fail(
          "/etc/mailname \(reason).", evidence: [Evidence(source: "/etc/mailname", excerpt: reason)],
          remedy: "Run: echo example.org > /etc/mailname (with your domain).")
      }
      if let unread = survey.mailName.unread("/etc/mailname") { return unread }
    }
    if let file = settings.postfix?.setting("myorigin"), file.text == "/etc/mailname", survey.mailName.isAbsent {
      return .fail(
        "Postfix takes the domain of local accounts from /etc/mailname, which is not there.",
        evidence: [Evidence(file)],
        remedy: "Write the file: echo example.org > /etc/mailname (with your domain), then postfix reload.")
    }
    guard let origin = settings.origin else {
      return .notApplicable("the settings of the mail program name no domain for local accounts")
    }
    guard let fault = InnerName.fault(origin.text) else { return .pass }
    var verdict = Verdict.fail
    if case .none = survey.mail.delivery { verdict = .info }
    let subject = "The domain of local accounts, \(origin.text), \(fault)."
    return .findings([
      Finding(verdict, subject: origin.text, subject, evidence: [Evidence(origin)], remedy: remedy(origin, survey))
    ])
  }

  private static func usesMailName(_ survey: HostSurvey) -> Bool {
    switch survey.mail.program {
    case .exim: survey.mail.settingsPath.hasSuffix("update-exim4.conf.conf")
    case .postfix: survey.mail.settings.value?.postfix?.setting("myorigin")?.text == "/etc/mailname"
    default: false
    }
  }

  private static func remedy(_ origin: LocatedText, _ survey: HostSurvey) -> String {
    if origin.file == "/etc/mailname" {
      let apply = survey.mail.program == .exim ? "update-exim4.conf and restart exim4" : "reload the mail program"
      return "Run: echo example.org > /etc/mailname (with your domain), then \(apply)."
    }
    if survey.mail.program == .sendmail {
      return
        "Write MASQUERADE_AS(`example.org')dnl (with your domain) into /etc/mail/sendmail.mc, and run sendmailconfig."
    }
    return "Write a domain of yours into \(origin.key.isEmpty ? "it" : origin.key) (\(origin.place))."
  }
}
