import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportAggregateNames = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-NAMES",
      area: .reports,
      title: "File name, subject and content of reports agree",
      severity: .low,
      severityReason: "a report that contradicts itself is broken or forged",
      appliesWhen: "a report has a name or a subject that tells its domain and times",
      rule: """
        Compare the name receiver!domain!begin!end[!id] and the subject "Report Domain: ..." with the report: warn when the \
        domain differs, or a time by more than an hour. A remark on mail whose attachment has a media type other than gzip, \
        zip or XML. The name of who reports is not compared: few write their domain into both.
        """,
      whyItMatters: "Numbers of another domain would count for this one.",
      remedy: "Do not rely on these reports, and tell who made them if their mail passes DMARC.",
      standards: ["RFC 9990 §3.5.2"]
    ),
    examples: [
      ReportsExample(
        .pass, "name and report agree", [.named("receiver.example!example.org!1767225600!1767311999.xml")]),
      ReportsExample(
        .warn, "the name tells another domain", [.named("receiver.example!example.net!1767225600!1767311999.xml")]),
      ReportsExample(
        .warn, "the name tells another day", [.named("receiver.example!example.org!1767398400!1767484799.xml")]),
      ReportsExample(
        .info, "a media type of its own", [.mailed { $0.mediaType = "application/x-report" }]),
      ReportsExample(.notApplicable, "a name that tells nothing", [.named("report.xml")])
    ]
  ) { survey in
    let carriage = survey.aggregates.carriage
    if carriage.namedCount == 0, carriage.oddTypes.isEmpty {
      return .notApplicable("no report has a name that tells more")
    }
    var findings: [Finding] = []
    if carriage.contradictingCount > 0 {
      findings.append(
        Finding(
          .warn,
          """
          \(Counted.of(carriage.contradictingCount, "report")) of \(carriage.namedCount) \
          \(carriage.contradictingCount == 1 ? "says" : "say") something else than the name or subject.
          """,
          evidence: carriage.contradicting.prefix(EvidenceLimits.rows).map {
            Evidence($0.source, $0.statements.joined(separator: "; "))
          }))
    }
    for type in carriage.oddTypes {
      findings.append(
        Finding(
          .info, subject: type.name,
          "\(Counted.of(type.messages, "report")) came with the media type \(type.name.isEmpty ? "missing" : type.name).",
          remedy: "Nothing: the content was read all the same."))
    }
    return .findings(findings)
  }
}

extension ExampleReport {
  /// A report in a file of this name.
  static func named(_ file: String) -> ExampleReport {
    let report = aggregate()
    let events = report.events.map { event in
      if case .aggregateBegan(let head, var source) = event {
        source.file = file
        return FeedbackEvent.aggregateBegan(head, source)
      }
      return event
    }
    return ExampleReport("\(file):\n\(report.text)", events)
  }

  /// A report in a mail; `configure` sets what is special about that.
  static func mailed(_ configure: (inout ReportCarrier) -> Void) -> ExampleReport {
    var carrier = ReportCarrier()
    carrier.mediaType = "application/gzip"
    carrier.fromDomain = "receiver.example"
    configure(&carrier)
    let report = aggregate()
    let events = report.events.map { event in
      if case .aggregateBegan(let head, _) = event {
        return FeedbackEvent.aggregateBegan(
          head, ReportSource(file: "reports.mbox", message: 1, part: "report.xml.gz", carrier: carrier))
      }
      return event
    }
    let results = carrier.authentication.map {
      "Authentication-Results: \($0.authservID ?? ""); dmarc=\($0.dmarc ?? "")"
    }
    let head = ["From: reports@\(carrier.fromDomain ?? "")", "Content-Type: \(carrier.mediaType)"] + results
    return ExampleReport((head + [report.text]).joined(separator: "\n"), events)
  }
}
