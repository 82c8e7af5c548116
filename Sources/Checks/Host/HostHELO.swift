import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostHELO = HostCheck(
    CheckDescription(
      id: "HOST-HELO",
      area: .host,
      title: "The mail program greets with a public name",
      severity: .medium,
      severityReason: "strict servers refuse the greeting, and filters count it",
      appliesWhen: "the settings of the mail program give a name for EHLO",
      rule: """
        Take the name that is set: myhostname or smtp_helo_name of Postfix, primary_hostname of Exim, confDOMAIN_NAME of \
        Sendmail, helohost or me of nullmailer, domain of msmtp, hostname of sSMTP, MAILNAME of dma. Fail when it has no dot or \
        ends in .localdomain or another name of the inside, and the machine delivers itself; warn when a relay stands between. \
        Unknown when the settings could not be read.
        """,
      whyItMatters:
        "Servers answer 450 or 504 \"Helo command rejected\", and the name stays in Received of each message.",
      remedy: "Set the public name of the machine, the one that the PTR record of its address gives.",
      standards: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"]
    ),
    examples: [
      HostExample(.pass, "a public name", .postfix("myhostname = mail.example.org")),
      HostExample(.fail, "a name of the inside", .postfix("myhostname = web01.localdomain")),
      HostExample(.fail, "a name made of two settings", .postfix("mydomain = lan\nmyhostname = web01.$mydomain")),
      HostExample(
        .warn, "a short name in front of a relay", .postfix("myhostname = web01\nrelayhost = [smtp.example.org]:587")),
      HostExample(.notApplicable, "no name is set", .postfix("")),
      HostExample(.unknown, "settings that cannot be read", .postfix("") + ["/etc/postfix/main.cf": .hidden])
    ]
  ) { survey in
    if let other = survey.withoutMailProgram { return other }
    if let unread = survey.mail.settings.unread("The settings of the mail program") { return unread }
    if survey.mail.settings.value != nil, let unseen = survey.unseenGreeting { return unseen }
    guard let name = survey.mail.settings.value?.greetingName else {
      return .notApplicable("the mail program takes the name of the machine")
    }
    guard let fault = InnerName.fault(name.text) else { return .pass }
    return .findings([
      Finding(
        survey.deliversItself ? .fail : .warn, subject: name.text, "The name in EHLO, \(name.text), \(fault).",
        evidence: [Evidence(name)],
        remedy: "Set the public name of the machine (\(survey.nameSetting)).")
    ])
  }
}
