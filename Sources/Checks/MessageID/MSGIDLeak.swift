import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidLeak = MessageCheck(
    CheckDescription(
      id: "MSGID-LEAK",
      area: .messageID,
      title: "The Message-ID tells nothing of the inside",
      severity: .info,
      severityReason: "what is visible helps an attacker little, but helps him",
      appliesWhen: "the Message-ID has a left side",
      rule: """
        Info if the program is known that built the identifier and it puts something of the inside into it (the name of \
        a database, the path of an installation, an account, the number of a process), or if a path stands in it.
        """,
      whyItMatters: "Every recipient, and every archive of a mailing list, can read it.",
      remedy: "Where the program lets you, build the identifier of time and random digits only.",
      standards: ["RFC 5322 §3.6.4"],
      causes: ["APP-MESSAGE-ID"]
    ),
    examples: [
      MessageExample(
        .pass, "random digits", message: MessageExample.identified("66f10a1b.0a1b2c3d4e5f6071@wiki.acme.net")),
      MessageExample(
        .info, "the name of a database",
        message: "X-Mailer: MediaWiki mailer\n"
          + MessageExample.identified("mywiki.59cdf1a2b3c4d5.12345678@wiki.acme.net")),
      MessageExample(
        .info, "an account", message: MessageExample.identified("12.34.1795607940000.JavaMail.root@acme.net"))
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let token = field.value, !token.left.isEmpty else {
      return .notApplicable("the Message-ID has no left side")
    }
    let evidence = [Evidence(field.field, in: survey, highlight: token.range)]
    if let maker = survey.identifierMaker, let reveals = maker.reveals {
      return .info("\(maker.name) built the Message-ID, and shows \(reveals) in it.", evidence: evidence)
    }
    guard token.left.contains("/") else { return .pass }
    return .info("The Message-ID has a path or a place inside the application in it.", evidence: evidence)
  }
}
