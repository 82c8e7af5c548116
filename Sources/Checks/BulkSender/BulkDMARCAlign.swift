import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkDMARCAlign = MessageCheck(
    CheckDescription(
      id: "BULK-DMARC-ALIGN",
      area: .bulkSender,
      title: "From aligns and DMARC exists",
      severity: .critical,
      severityReason: "Gmail, Yahoo and Microsoft require it",
      appliesWhen: "the mail is bulk (--bulk)",
      rule: """
        Fail if no DMARC record applies to the From domain, or if neither SPF nor a signature passes for a domain that \
        aligns with it. Unknown if a look-up failed, or if SPF could align and nobody told which address sent the message.
        """,
      whyItMatters: "Gmail answers 5.7.40 without a record and 5.7.32 without alignment, Microsoft 550 5.7.515.",
      remedy: "Publish a DMARC record, p=none at least, and sign with the From domain.",
      standards: [
        "Google, Email sender guidelines §Requirements for 5,000 or more",
        "Yahoo, Sender Requirements and Recommendations §Requirements for Bulk",
        "Microsoft, Outlook's New Requirements for High-Volume Senders §What's Changing"
      ],
      causes: ["DMARC-PRESENT", "DMARC-MSG-PASS", "DKIM-ALIGNED", "DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "p=none and an aligned signature", message: MessageExample.plain, zone: MessageExample.sendingZone,
        stage: .signed(by: "example.org")
      ) { $0.isBulk = true },
      MessageExample(
        .fail, "no record", message: MessageExample.plain, stage: .signed(by: "example.org")
      ) { $0.isBulk = true },
      MessageExample(
        .fail, "only the provider's domain passes", message: MessageExample.plain, zone: MessageExample.sendingZone,
        stage: .signed(by: "esp.example.net")
      ) {
        $0.isBulk = true
        $0.tellEnvelope(mailFrom: "bounce@esp.example.net")
      },
      MessageExample(
        .unknown, "nobody told who sent it", message: MessageExample.plain, zone: MessageExample.sendingZone,
        stage: .signed(by: "esp.example.net")
      ) { $0.isBulk = true },
      MessageExample(.notApplicable, "no bulk mail", message: MessageExample.plain)
    ]
  ) { survey in
    guard survey.options.isBulk else { return .notApplicable(notBulk) }
    return .findings(survey.dmarcRecordFindings + survey.alignmentFindings)
  }
}
