import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkApple = MessageCheck(
    CheckDescription(
      id: "BULK-APPLE",
      area: .bulkSender,
      title: "Apple's list of requirements is met",
      severity: .medium,
      severityReason: "Apple says that what is missing leads to refusal",
      appliesWhen: "the mail is bulk (--bulk); without a recipient at iCloud all of it is a remark",
      rule: """
        Fail if SPF or DKIM does not pass, no DMARC record applies, or the sending address has no PTR record; for marketing \
        and subscribed mail also if no link to unsubscribe is seen. Apple names no volume.
        """,
      whyItMatters: "iCloud Mail answers 550 5.7.1 with a text about its local policy.",
      remedy: "Complete the list: SPF, DKIM, DMARC, a PTR record, a link to unsubscribe.",
      standards: ["Apple, Postmaster information for iCloud Mail §bulk email"],
      causes: [
        "SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DMARC-PRESENT", "RDNS-PTR", "BULK-SPF-AND-DKIM", "BULK-UNSUB-BODY",
        "DNS-RESOLVE-ERROR"
      ]
    ),
    examples: [
      MessageExample(
        .pass, "all of it", message: toICloud, zone: zone, stage: .signed(by: "example.org")
      ) {
        $0.isBulk = true
        $0.tellEnvelope()
      },
      MessageExample(
        .fail, "no DMARC record", message: toICloud,
        zone: "@ TXT \"v=spf1 ip4:192.0.2.25 -all\"\n25.2.0.192.in-addr.arpa. PTR mail",
        stage: .signed(by: "example.org")
      ) {
        $0.isBulk = true
        $0.tellEnvelope()
      },
      MessageExample(
        .unknown, "nobody told who sent it", message: toICloud, zone: zone, stage: .signed(by: "example.org")
      ) { $0.isBulk = true },
      MessageExample(.notApplicable, "no bulk mail", message: MessageExample.plain)
    ]
  ) { survey in
    guard survey.options.isBulk else { return .notApplicable(notBulk) }
    var findings =
      survey.spfFindings + survey.dkimFindings + survey.dmarcRecordFindings + survey.findings(of: .rdnsPTR)
    if survey.isListMail == true {
      findings += survey.unsubscribeLinkFindings.map { finding in
        Finding(
          finding.verdict == .warn ? .fail : finding.verdict, subject: "link", finding.statement,
          evidence: finding.evidence)
      }
    }
    let judgement = Judgement.findings(findings)
    return survey.isAddressed(to: iCloud) ? judgement : judgement.asRemarks("no recipient is at iCloud")
  }

  private static let zone = MessageExample.sendingZone + "\n25.2.0.192.in-addr.arpa. PTR mail"
  private static let toICloud = MessageExample.plain.replacing("ann@example.net", with: "ann@icloud.com")
  private static let iCloud: Set<String> = ["icloud.com", "me.com", "mac.com"]
}
