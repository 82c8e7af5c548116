import AuditModel
import FeedbackReports
import MailMessage
import Survey

extension ExampleReport {
  /// A TLS report about example.org, read by the real reader.
  ///
  /// - Parameters:
  ///   - policy: `policy-type` and, behind a blank, the mode of an MTA-STS policy.
  ///   - failures: `failure-details`, in JSON.
  ///   - failed: `total-failure-session-count`.
  ///   - organization: who reports, in JSON; nil leaves it out.
  ///   - host: `mx-host`, in JSON.
  /// - Returns: the report as text, and what reading it yields.
  static func tls(
    _ policy: String = "sts enforce", failures: String = "", failed: Int = 0,
    organization: String? = "receiver.example", host: String = "\"mx.example.org\""
  ) -> ExampleReport {
    let words = policy.split(separator: " ")
    let mode = words.count > 1 ? ", \"policy-string\": [\"version: STSv1\", \"mode: \(words[1])\"]" : ""
    let name = organization.map { "\"organization-name\": \"\($0)\"," } ?? ""
    return json(
      """
      {\(name) "report-id": "1", "contact-info": "tls@receiver.example",
       "date-range": {"start-datetime": "2026-01-01T00:00:00Z", "end-datetime": "2026-01-01T23:59:59Z"},
       "policies": [{"policy": {"policy-type": "\(words[0])"\(mode), "policy-domain": "example.org", "mx-host": \(host)},
         "summary": {"total-successful-session-count": 100, "total-failure-session-count": \(failed)},
         "failure-details": [\(failures)]}]}
      """)
  }

  /// JSON, read as a TLS report.
  static func json(_ text: String) -> ExampleReport {
    read(text, file: "report.json") { octets throws(ReportFault) in
      FeedbackEvent.tls(try TLSReport.read(octets), ReportSource(file: "report.json"))
    }
  }

  /// The feedback part of a failure report, read in its message by the real reader.
  static func failure(_ fields: String) -> ExampleReport {
    let text = """
      From: reports@receiver.example
      Content-Type: multipart/report; report-type=feedback-report; boundary=b

      --b
      Content-Type: message/feedback-report

      \(fields)

      --b
      Content-Type: text/rfc822-headers

      From: someone@example.org
      --b--
      """
    return read(text, file: "report.eml") { octets throws(ReportFault) in
      FeedbackEvent.failure(try MessageFailureReport.read(Message(octets)), ReportSource(file: "report.eml"))
    }
  }

  /// A bounce of one recipient at a server, read by the real reader.
  static func bounce(_ reply: String, at host: String, action: String = "failed", status: String) -> ExampleReport {
    let text = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.example.org
      Date: Thu, 1 Jan 2026 01:00:00 +0000
      Subject: Undelivered mail
      Message-ID: <1@mx.example.org>
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.org

      Final-Recipient: rfc822; someone@\(host)
      Action: \(action)
      Status: \(status)
      Remote-MTA: dns; \(host)
      Diagnostic-Code: smtp; \(reply)

      --b--
      """
    return read(text, file: "bounce.eml") { octets throws(ReportFault) in
      FeedbackEvent.bounce(try BouncedMail.read(octets), ReportSource(file: "bounce.eml"))
    }
  }

  private static func read(
    _ text: String, file: String, _ reader: ([UInt8]) throws(ReportFault) -> FeedbackEvent
  ) -> ExampleReport {
    do throws(ReportFault) {
      return ExampleReport(text, [try reader(Array(text.utf8))])
    } catch {
      return ExampleReport(text, [.unreadable(error, ReportSource(file: file))])
    }
  }
}

extension UnreadableTally {
  /// What may be a report of a kind, by its name, and could not be opened or unpacked.
  func unseen(_ kind: UnseenKind) -> [Item] {
    first.filter {
      switch $0.fault.cause {
      case .unreadable, .archive, .tooMuch: kind.fits($0.source)
      case .xml, .json, .noReport, .incomplete: false
      }
    }
  }

  /// JSON that could not be read.
  var brokenJSON: [Item] {
    first.filter { if case .json = $0.fault.cause { true } else { false } }
  }
}

/// What a file that could not be read may have been.
enum UnseenKind {
  /// A TLS report.
  case json
  /// A message: a failure report or a bounce.
  case mail

  func fits(_ source: ReportSource) -> Bool {
    let name = source.description.lowercased()
    switch self {
    case .json: return name.contains(".json")
    case .mail: return source.part == nil && ![".json", ".xml", ".gz", ".zip"].contains { name.contains($0) }
    }
  }
}

extension Finding {
  /// What could not be seen, and may hold what a check looks for; none when everything was read.
  static func unseen(_ kind: UnseenKind, _ unreadable: UnreadableTally) -> [Finding] {
    let items = unreadable.unseen(kind)
    if items.isEmpty { return [] }
    return [
      Finding(
        .unknown, "\(Counted.of(items.count, "file or part", "files or parts")) could not be opened or unpacked.",
        evidence: items.prefix(EvidenceLimits.rows).map { Evidence($0.source, $0.fault.words) },
        remedy: "Look at what is named: it may hold reports.")
    ]
  }
}
