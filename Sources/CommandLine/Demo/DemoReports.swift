import Audit
import AuditModel
import DNS
import FeedbackReports
import LDNSKit
import MailMessage
import Survey

/// What receivers reported about the shop in ``DemoZone`` over a month: the example of what `mailaudit reports` shows.
enum DemoReports {
  /// The reports, read and looked at, and what the checks say: always the same.
  static func survey() async throws -> (survey: ReportsSurvey, report: AuditReport) {
    var survey = ReportsSurvey()
    for file in files {
      FeedbackReader.read(MessageOctets(Array(file.text.utf8)), named: file.name) { survey.take($0) }
    }
    let zone = ZoneText.parse(Array(DemoZone.text.utf8), file: "demo")
    if let fault = zone.faults.first { throw ErrorLine("demo:\(fault.line)", fault.message, .internalError) }
    await survey.look(with: Instruments(resolver: ZoneResolver([zone.zone], uncovered: .nameError)))
    survey.settle()
    return (survey, ReportsAuditor.report(of: survey, target: "reports", time: DemoZone.time))
  }

  private static var files: [(name: String, text: String)] {
    let aggregates = (0..<days).flatMap { day in
      ["inbox.example", "mailbox.example", "post.example"].enumerated().map { index, reporter in
        ("\(reporter)-\(day).xml", aggregate(reporter, day: day, share: index + 1))
      }
    }
    return aggregates + [("tls.json", tls), ("bounce.eml", bounce), ("cut-off.xml", "<feedback><version>1.0</version>")]
  }

  private static let days = 31

  /// The report of one reporter on one day. The newsletter goes out once a week, a stranger comes for two days.
  private static func aggregate(_ reporter: String, day: Int, share: Int) -> String {
    let begin = (DemoZone.time / 86_400 - days + day) * 86_400
    let count = share * (20 + day * 7 % 10)
    let shop = "<dkim><domain>shop.example</domain><selector>s2026</selector><result>pass</result></dkim>"
    var records = record("192.0.2.25", count, dkim: true, spf: true, shop, envelope: "shop.example")
    if day % 7 == 2 {
      let news = "<dkim><domain>newsletter.example</domain><selector>k1</selector><result>pass</result></dkim>"
      records += record("203.0.113.10", 40 * share, dkim: false, spf: false, news, envelope: "newsletter.example")
    }
    if day % 3 == 0 {
      let list = "<reason><type>mailing_list</type></reason>"
      records += record(
        "198.51.100.140", 2, dkim: true, spf: false, shop, envelope: "lists.example", reason: list)
    }
    if (20...21).contains(day) {
      records += record("198.51.100.200", 15 * share, dkim: false, spf: false, "", envelope: "shop.example", "fail")
    }
    return """
      <feedback><report_metadata><org_name>\(reporter)</org_name><email>reports@\(reporter)</email>
      <report_id>\(day)</report_id><date_range><begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range>
      </report_metadata><policy_published><domain>shop.example</domain><adkim>r</adkim><aspf>r</aspf><p>none</p>
      <sp>none</sp><pct>50</pct></policy_published>\(records)</feedback>
      """
  }

  private static func record(
    _ address: String, _ count: Int, dkim: Bool, spf: Bool, _ signature: String, envelope: String,
    _ result: String = "pass", reason: String = ""
  ) -> String {
    """
    <record><row><source_ip>\(address)</source_ip><count>\(count)</count><policy_evaluated>
    <disposition>none</disposition><dkim>\(dkim ? "pass" : "fail")</dkim><spf>\(spf ? "pass" : "fail")</spf>\(reason)
    </policy_evaluated></row><identifiers><header_from>shop.example</header_from></identifiers><auth_results>\(signature)
    <spf><domain>\(envelope)</domain><result>\(result)</result></spf></auth_results></record>
    """
  }

  private static let tls = """
    {"organization-name": "mailbox.example", "report-id": "1", "contact-info": "tls@mailbox.example",
     "date-range": {"start-datetime": "2026-11-19T00:00:00Z", "end-datetime": "2026-11-19T23:59:59Z"},
     "policies": [{"policy": {"policy-type": "no-policy-found", "policy-domain": "shop.example"},
       "summary": {"total-successful-session-count": 212, "total-failure-session-count": 3},
       "failure-details": [{"result-type": "certificate-expired", "receiving-mx-hostname": "backup.shop.example",
         "failed-session-count": 3}]}]}
    """

  private static let bounce = """
    Return-Path: <>
    From: MAILER-DAEMON@mail.shop.example
    Date: Thu, 19 Nov 2026 08:00:00 +0000
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <20261119080000.1@mail.shop.example>
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.shop.example
    Arrival-Date: Thu, 19 Nov 2026 07:59:58 +0000

    Final-Recipient: rfc822; ann.example@mailbox.example
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mx.mailbox.example
    Diagnostic-Code: smtp; 550 5.1.1 <ann.example@mailbox.example>: Recipient address rejected: User unknown

    --b--

    """
}
