import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkSPFAndDKIM = MessageCheck(
    CheckDescription(
      id: "BULK-SPF-AND-DKIM",
      area: .bulkSender,
      title: "Both SPF and DKIM pass",
      severity: .critical,
      severityReason: "one of them is not enough for bulk mail",
      appliesWhen: "the mail is bulk (--bulk)",
      rule: """
        Fail if SPF for MAIL FROM gives anything but pass, or if no DKIM signature passes. Unknown if nobody told which \
        address sent the message, if a look-up failed, or if a message without signature has not left yet.
        """,
      whyItMatters: "Gmail answers 5.7.27 without SPF and 5.7.30 without DKIM, Microsoft 550 5.7.515.",
      remedy: "List the sending host in the SPF record of the envelope sender, and let it or the application sign.",
      standards: [
        "Google, Email sender guidelines §Requirements for 5,000 or more",
        "Yahoo, Sender Requirements and Recommendations §Requirements for Bulk",
        "Microsoft, Outlook's New Requirements for High-Volume Senders §What's Changing"
      ],
      causes: ["SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DKIM-SIG-PRESENT", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "both pass", message: MessageExample.plain, zone: MessageExample.sendingZone,
        stage: .signed(by: "example.org")
      ) {
        $0.isBulk = true
        $0.tellEnvelope()
      },
      MessageExample(
        .fail, "SPF does not list the host", message: MessageExample.plain, zone: #"@ TXT "v=spf1 mx ~all""#,
        stage: .signed(by: "example.org")
      ) {
        $0.isBulk = true
        $0.tellEnvelope()
      },
      MessageExample(
        .fail, "no signature", message: MessageExample.received, zone: MessageExample.sendingZone
      ) {
        $0.isBulk = true
        $0.tellEnvelope()
      },
      MessageExample(
        .unknown, "nobody told who sent it", message: MessageExample.plain, zone: MessageExample.sendingZone,
        stage: .signed(by: "example.org")
      ) { $0.isBulk = true },
      MessageExample(.notApplicable, "no bulk mail", message: MessageExample.plain)
    ]
  ) { survey in
    guard survey.options.isBulk else { return .notApplicable(notBulk) }
    return .findings(survey.spfFindings + survey.dkimFindings)
  }
}
