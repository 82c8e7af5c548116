import FeedbackReports
import MailMessage
import Testing

@Suite struct MessageFailureReportTests {
  private static let fields = """
    Feedback-Type: auth-failure
    User-Agent: Receiver/1.0
    Version: 1
    Auth-Failure: dmarc
    Identity-Alignment: none
    Authentication-Results: mx.receiver.example; dmarc=fail
     header.from=example.org
    Original-Mail-From: <jane.doe+list@example.org>
    Original-Rcpt-To: "jim roe"@receiver.example
    Arrival-Date: Thu, 1 Jan 2026 01:00:00 +0100
    Source-IP: 192.0.2.1 (mail.example.net)
    Reported-Domain: Example.org
    Incidents: 3
    """

  private static func message(_ fields: String, type: String = "multipart/report; report-type=feedback-report")
    -> Message
  {
    Message(
      Array(
        """
        From: reports@receiver.example
        Subject: Report on a message of jane.doe
        Content-Type: \(type); boundary=b

        --b
        Content-Type: text/plain

        Your message "very secret" failed.
        --b
        Content-Type: message/feedback-report

        \(fields)

        --b
        Content-Type: message/rfc822

        From: jane.doe@example.org
        Subject: very secret

        The secret itself.
        --b--
        """.utf8))
  }

  @Test func readsWhatFailed() throws {
    let report = try MessageFailureReport.read(Self.message(Self.fields))
    #expect(report.feedbackType == "auth-failure" && report.authFailure == "dmarc")
    #expect(report.identityAlignment == "none" && report.sourceIP == "192.0.2.1")
    #expect(report.reportedDomain == "example.org" && report.incidents == 3 && report.arrival == 1_767_225_600)
    #expect(report.deviations.isEmpty, "\(report.deviations)")
  }

  /// RFC 9991 §7: nothing of the person, the subject or the body stands in it unless asked for.
  @Test func personalDataIsNotKept() throws {
    let report = try MessageFailureReport.read(Self.message(Self.fields))
    let dump = "\(report)"
    for word in ["jane", "doe", "jim", "roe", "secret"] { #expect(!dump.contains(word), "\(word) in \(dump)") }
    #expect(report.fields.contains(.init(name: "Original-Mail-From", value: "<…@example.org>")))
    #expect(report.fields.contains(.init(name: "Original-Rcpt-To", value: "…@receiver.example")))
    #expect(report.original == nil)
  }

  @Test func whatIsAskedForIsKept() throws {
    let report = try MessageFailureReport.read(Self.message(Self.fields), includingMessage: true)
    #expect(report.fields.contains(.init(name: "Original-Mail-From", value: "<jane.doe+list@example.org>")))
    #expect(report.original.map { String(decoding: $0, as: UTF8.self) }?.contains("The secret itself.") == true)
  }

  /// A line of the feedback part, what it becomes, and what is said.
  @Test(arguments: [
    ("Version: 1", "Version: 1.0", ["Version is not 1"]), ("User-Agent: Receiver/1.0\n", "", ["User-Agent is missing"]),
    ("Identity-Alignment: none\n", "", ["Identity-Alignment is missing"]),
    ("Identity-Alignment: none", "Identity-Alignment: dkim", []),
    (
      "Identity-Alignment: none", "Identity-Alignment: dkim\nDKIM-Domain: example.org\nDKIM-Selector: s",
      ["DKIM-Identity is missing"]
    ),
    ("Auth-Failure: dmarc", "Auth-Failure: spf", ["SPF-DNS is missing"]),
    (
      "Auth-Failure: dmarc", "Auth-Failure: bodyhash",
      ["DKIM-Domain is missing", "DKIM-Identity is missing", "DKIM-Selector is missing"]
    ),
    ("Auth-Failure: dmarc\n", "", ["Auth-Failure is missing"]),
    ("Incidents: 3", "Incidents: many", ["Incidents is no count"]),
    ("Arrival-Date: Thu, 1 Jan 2026 01:00:00 +0100", "Arrival-Date: now", ["Arrival-Date is no date"]),
    ("Incidents: 3", "Incidents: 3\nIncidents: 4", ["Incidents stands more than once; the first counts"]),
    ("Incidents: 3", "\nIncidents: 3", ["fields have an empty line between them"]),
    ("Incidents: 3", "Delivery-Result: eaten", ["Delivery-Result is none of the words of RFC 6591 §3.2.2"])
  ])
  func deviationsAreTold(line: String, other: String, said: [String]) throws {
    let report = try MessageFailureReport.read(Self.message(Self.fields.replacing(line, with: other)))
    #expect(report.deviations.map { "\($0.path) \($0.statement)" } == said)
  }

  @Test func theMessageAroundItIsLookedAt() throws {
    let report = try MessageFailureReport.read(Self.message(Self.fields, type: "multipart/mixed"))
    #expect(report.deviations.map(\.statement) == ["is multipart/mixed, and not multipart/report"])
  }

  @Test func whatIsNoneIsRefused() {
    #expect(throws: ReportFault(.noReport("a message without a part message/feedback-report"))) {
      try MessageFailureReport.read(Message(Array("From: a@example.org\n\nhello\n".utf8)))
    }
  }
}
