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
        its having no field Received: a server further on may sign it.
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
      MessageExample(.unknown, "taken before it left", message: MessageExample.plain)
    ]
  ) { survey in
    if !survey.dkim.isEmpty { return .pass }
    if survey.message.field("Received") == nil {
      return .unknown(
        "The message has no signature, and it was taken before it left.", evidence: [Evidence(namesIn: survey)],
        remedy: "Send it to a mailbox of your own at another provider, and audit it as it arrived there.")
    }
    return .fail("The message has no DKIM signature.", evidence: [Evidence(namesIn: survey)])
  }
}
