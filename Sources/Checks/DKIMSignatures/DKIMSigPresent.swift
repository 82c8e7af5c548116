import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let dkimSigPresent = MessageCheck(
    CheckDescription(
      id: "DKIM-SIG-PRESENT",
      area: .dkim,
      title: "Outgoing mail is DKIM signed",
      severity: .critical,
      severityReason: "bulk senders have to sign, and only a signature survives forwarding",
      appliesWhen: "always",
      rule: """
        Fail if there is no field DKIM-Signature. Unknown if the message was taken before it left, which is seen by \
        its having no field Received of a server that took it from outside: a server further on may sign it. Who logged \
        in to a server is not outside.
        """,
      whyItMatters: """
        Unsigned mail is refused as bulk mail: Gmail 550 5.7.30, Microsoft 550 5.7.515, Orange OFR_535. Forwarded, it \
        loses SPF too, and with it DMARC.
        """,
      remedy: """
        Let the last server that changes the message sign it with a key of the From domain: opendkim or rspamd beside \
        the mail server, or the custom domain of the provider.
        """,
      standards: ["RFC 6376 §3.5", "RFC 9989 §7.4"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk)]
    ),
    examples: [
      MessageExample(.pass, "one signature", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(.fail, "delivered without one", message: MessageExample.received),
      MessageExample(.unknown, "taken before it left", message: MessageExample.plain),
      MessageExample(
        .unknown, "taken at the server that it was handed in at",
        message: """
          Received: from laptop (dsl.example.net [198.51.100.9]) by mail.example.org with ESMTPSA id 1;
            Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.plain)
    ]
  ) { survey in
    if !survey.dkim.isEmpty { return .pass }
    if !survey.wasSeenOutside {
      return .unknown(
        "The message has no signature, and no server outside is seen to have taken it.",
        evidence: [Evidence(namesIn: survey)],
        remedy: "Send it to a mailbox of your own at another provider, and audit it as it arrived there.")
    }
    return .fail("The message has no DKIM signature.", evidence: [Evidence(namesIn: survey)])
  }
}
