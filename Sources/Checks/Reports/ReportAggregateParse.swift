import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportAggregateParse = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-PARSE",
      area: .reports,
      title: "Aggregate reports can be read",
      severity: .medium,
      severityReason: "what cannot be read is missing in every number below",
      appliesWhen: "aggregate reports are given",
      rule: """
        Read XML, plain or packed with gzip or zip, without a namespace, with that of RFC 7489, or with that of RFC 9990. Fail \
        for a report that cannot be read or ends too soon, or lacks what the numbers need; warn when half of all reports or more leave their \
        schema otherwise, and remark on fewer. What many reports leave out and \
        nobody needs is no fault, and a file that is no report none either. Unknown when a file could not be opened.
        """,
      whyItMatters: "A report that is not read hides senders that fail, and a step of the policy then hits them.",
      remedy: "Fetch the report again; when it is broken at its origin, tell the address in its contact.",
      standards: ["RFC 9990 §3.1", "RFC 9990 §A", "RFC 9990 §8.1", "RFC 7489 §C"]
    ),
    examples: [
      ReportsExample(.pass, "a report in full", [.aggregate()]),
      ReportsExample(
        .info, "one report of three leaves its schema",
        [.aggregate(id: "1"), .aggregate(id: "2"), .aggregate(id: "3") { $0.deviations = [.resultIsUnknown] }]),
      ReportsExample(.warn, "every report leaves its schema", [.aggregate { $0.deviations = [.resultIsUnknown] }]),
      ReportsExample(.pass, "a report lacks what many lack", [.aggregate { $0.deviations = [.mailIsMissing] }]),
      ReportsExample(.fail, "XML that is none", [.unreadable(.xml("a tag is not closed"), file: "report.xml")]),
      ReportsExample(
        .pass, "a note beside a report", [.aggregate(), .unreadable(.noReport("a text"), file: "note.txt")]),
      ReportsExample(
        .fail, "a report does not tell how many messages it speaks of",
        [.aggregate { $0.deviations = [.countIsMissing] }]),
      ReportsExample(.fail, "a report ends in the middle", [.aggregate { $0.fault = .cutOff }]),
      ReportsExample(
        .unknown, "a file may not be opened",
        [.unreadable(.unreadable("Permission denied"), file: "reports/today.xml")]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let flaws = survey.aggregates.flaws
    if flaws.readCount == 0, !survey.unreadable.first.contains(where: { $0.fault.isOfReport || $0.fault.isOfFile }) {
      return .notApplicable(survey.given.aggregates == 0 ? "no aggregate report is given" : "no report is counted")
    }
    return .findings(
      brokenReports(flaws) + lackingReports(flaws) + unreadReports(survey.unreadable) + deviatingReports(flaws))
  }

  private static func brokenReports(_ flaws: FlawTally) -> [Finding] {
    let broken = flaws.first.filter { $0.fault != nil }
    if broken.isEmpty { return [] }
    return [
      Finding(
        .fail,
        """
        \(Counted.of(flaws.brokenCount, "report")) of \(flaws.readCount) could be read in part only; what was read counts.
        """,
        evidence: broken.prefix(EvidenceLimits.rows).map { report in
          Evidence(report.source, "\(Counted.of(report.recordCount, "record")) read, then \(report.fault?.words ?? "")")
        })
    ]
  }

  private static func lackingReports(_ flaws: FlawTally) -> [Finding] {
    let lacking = flaws.first.filter { $0.fault == nil && $0.lacksParts }
    if lacking.isEmpty { return [] }
    return [
      Finding(
        .fail,
        """
        \(Counted.of(flaws.lackingCount, "report")) of \(flaws.readCount) \(flaws.lackingCount == 1 ? "lacks" : "lack") parts \
        that the numbers need.
        """,
        evidence: lacking.prefix(EvidenceLimits.rows).map { report in
          Evidence(report.source, report.deviations.filter { $0.kind == .missing }.map(\.words).joined(separator: "; "))
        })
    ]
  }

  private static func unreadReports(_ unreadable: UnreadableTally) -> [Finding] {
    let broken = unreadable.first.filter { $0.fault.isOfReport }
    let unopened = unreadable.first.filter(\.fault.isOfFile)
    var findings: [Finding] = []
    if !broken.isEmpty {
      let count = unreadable.brokenCount
      findings.append(
        Finding(
          .fail, "\(Counted.of(count, "file or part", "files or parts")) could not be read at all.",
          evidence: broken.prefix(EvidenceLimits.rows).map { Evidence($0.source, $0.fault.words) }))
    }
    if !unopened.isEmpty {
      findings.append(
        Finding(
          .unknown, "\(Counted.of(unreadable.unopenedCount, "file")) could not be opened.",
          evidence: unopened.prefix(EvidenceLimits.rows).map { Evidence($0.source, $0.fault.words) },
          remedy: "Look at what is named: it may hold reports."))
    }
    return findings
  }

  private static func deviatingReports(_ flaws: FlawTally) -> [Finding] {
    let deviating = flaws.first.filter { $0.fault == nil && !$0.lacksParts }
    let count = flaws.deviatingCount - flaws.lackingCount
    if deviating.isEmpty { return [] }
    return [
      Finding(
        count * 2 >= flaws.readCount ? .warn : .info,
        """
        \(Counted.of(count, "report")) of \(flaws.readCount) \(count == 1 ? "leaves its" : "leave their") schema and could \
        be read all the same.
        """,
        evidence: deviating.prefix(EvidenceLimits.rows).map { report in
          Evidence(report.source, report.deviations.map(\.words).joined(separator: "; "))
        },
        remedy: "Nothing is lost; tell the reporter if it is yours to mend.")
    ]
  }
}

extension SchemaDeviation {
  fileprivate static let mailIsMissing = SchemaDeviation(
    path: "report_metadata/email", statement: "is missing", kind: .missingByHabit)
  fileprivate static let resultIsUnknown = SchemaDeviation(
    path: "record/auth_results/spf/result", statement: "is Pass, which is no result", line: 30, kind: .value)
  fileprivate static let countIsMissing = SchemaDeviation(
    path: "record/row/count", statement: "is missing", line: 21, kind: .missing)
}

extension ReportFault {
  /// Whether something that should be a report of this kind cannot be read.
  fileprivate var isOfReport: Bool {
    switch cause {
    case .xml, .archive, .tooMuch, .incomplete: true
    case .json, .noReport, .unreadable: false
    }
  }

  /// Whether a file could not be opened.
  fileprivate var isOfFile: Bool { if case .unreadable = cause { true } else { false } }

  fileprivate static let cutOff = ReportFault(.xml("the text ends inside of an element"), line: 40)
}

/// How much of a long list is shown as evidence.
enum EvidenceLimits {
  /// So many rows: the rest is counted in the statement.
  static let rows = 8
}

/// Numbers with their nouns.
enum Counted {
  /// `1 report`, `2 reports`.
  static func of(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
