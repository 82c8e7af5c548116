import AuditModel
import DNS
import MailMessage
import Survey

extension MessageCheck {
  static let msgidDomain = MessageCheck(
    CheckDescription(
      id: "MSGID-DOMAIN",
      area: .messageID,
      title: "The right side of the Message-ID is a real name of the sender",
      severity: .medium,
      severityReason: "names that nobody can own make no identifier unique, and filters count them",
      appliesWhen: "the Message-ID has a right side that can be read",
      rule: """
        Fail if the right side is a single word, a container, an address without brackets or a private one, a name of \
        private use, of documentation or below no top-level domain, or has characters outside ASCII without SMTPUTF8; \
        also if the identifier holds the recipient's address. Warn for an address literal, for characters that no host \
        name has, for the recipient's domain, and for a name that is neither of the sender's organization (From, \
        Sender, MAIL FROM, HELO, the hosts on its side, a passing signature) nor of a known relay. Info for a relay, for the post of a mailing list, \
        for a name of documentation that From uses too, and for a name of the sender that does not exist.
        """,
      whyItMatters: """
        Only the owner of a name can promise that nobody else makes the same identifier. localhost and names of the \
        inside also tell that the public name of the application was never set.
        """,
      remedy: "Set the public host name of the application; it becomes the right side of its Message-IDs.",
      standards: [
        "RFC 5322 §3.6.4", "RFC 6761 §6", "RFC 2606 §3", "M3AAWG, Sender Best Common Practices §Headers"
      ],
      causes: ["APP-MESSAGE-ID"]
    ),
    examples: [
      MessageExample(
        .pass, "a name of the sender", message: MessageExample.identified("1a2b3c4d.5e6f@wiki.acme.net"),
        zone: "wiki.acme.net. A 192.0.2.1"),
      MessageExample(
        .info, "a relay", message: MessageExample.identified("0102018f-0a1b-000000@eu-west-1.amazonses.com")),
      MessageExample(
        .info, "a mailing list keeps it",
        message: "List-Post: <mailto:talk@acme.net>\n" + MessageExample.identified("1a2b3c4d.5e6f@mail.acme.com")),
      MessageExample(.warn, "somebody else's", message: MessageExample.identified("1a2b3c4d.5e6f@mail.acme.com")),
      MessageExample(.warn, "an address literal", message: MessageExample.identified("1a2b3c4d.5e6f@[198.51.100.7]")),
      MessageExample(.fail, "localhost", message: MessageExample.identified("1a2b3c4d.5e6f@localhost.localdomain")),
      MessageExample(.fail, "a container", message: MessageExample.identified("1a2b3c4d.5e6f@3f2a9c1b7d5e")),
      MessageExample(
        .fail, "a domain that there is not", message: MessageExample.identified("1a2b3c4d_5e6f@web1.mail")),
      MessageExample(.fail, "a private address", message: MessageExample.identified("1a2b3c4d.5e6f@[172.18.111.192]")),
      MessageExample(
        .unknown, "the signature that could explain it cannot be verified",
        message: MessageExample.identified("1a2b3c4d.5e6f@mail.acme.com"), zone: "s1._domainkey.acme.com. TXT SERVFAIL",
        stage: .signed(by: "acme.com") { $0.isPublished = false })
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let token = field.value, !token.right.isEmpty,
      token.traits.isDisjoint(with: [.illegalRight, .severalAts, .noAt]),
      let host = IdentifierHost(token.right, list: survey.options.publicSuffixList)
    else { return .notApplicable("the Message-ID has no right side that can be read") }
    return .findings(IdentifierHostJudge(field: field, token: token, host: host, survey: survey).findings)
  }
}

extension MessageExample {
  /// A message from the wiki of `acme.net` with a Message-ID.
  static func identified(_ identifier: String, fields: String = "") -> String {
    """
    From: Wiki <wiki@acme.net>
    To: Ann <ann@receiver.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <\(identifier)>
    \(fields)
    The page Main was changed.

    """
  }
}
