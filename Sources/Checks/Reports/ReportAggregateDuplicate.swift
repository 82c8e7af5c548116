import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportAggregateDuplicate = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-DUPLICATE",
      area: .reports,
      title: "Every report counts once",
      severity: .low,
      severityReason: "what counts twice makes shares wrong",
      appliesWhen: "aggregate reports are counted",
      rule: """
        A report is known by who made it, its identifier and the policy domain; the first copy counts. A remark on copies that \
        say the same, and on reports of one reporter on the very same span, as receivers with several sites send. Warn on \
        copies that say something else, and on reports of one reporter whose spans overlap in part.
        """,
      whyItMatters: "The same messages counted twice make a sender look larger, and a share smaller, than it is.",
      remedy: "Ask the reporter which of them holds; the numbers rest on the first.",
      standards: ["RFC 9990 §3.5.4", "RFC 9990 §3.5.1"]
    ),
    examples: [
      ReportsExample(.pass, "two reports on two days", [.aggregate(id: "1"), .aggregate(id: "2", day: 1)]),
      ReportsExample(.info, "the same report twice", [.aggregate(), .aggregate()]),
      ReportsExample(
        .warn, "the same identifier with other numbers",
        [.aggregate(), .aggregate([.of("192.0.2.10", 11)])]),
      ReportsExample(
        .warn, "two spans overlap",
        [.aggregate(id: "1"), .aggregate(id: "2") { $0.metadata.end = firstDay + 172_799 }]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let (tally, repeats) = (survey.aggregates, survey.aggregates.repeats)
    if tally.counted == 0 { return .notApplicable("no aggregate report is counted") }
    var findings: [Finding] = []
    if repeats.differingCount > 0 {
      findings.append(
        Finding(
          .warn,
          "\(Counted.of(repeats.differingCount, "copy", "copies")) of a report \(repeats.differingCount == 1 ? "says" : "say") something else than the first.",
          evidence: repeats.differing.prefix(EvidenceLimits.rows).map(evidence)))
    }
    if repeats.overlapCount > 0 {
      findings.append(
        Finding(
          .warn,
          "\(Counted.of(repeats.overlapCount, "report")) overlap\(repeats.overlapCount == 1 ? "s" : "") an earlier one of the same reporter.",
          evidence: repeats.overlapping.prefix(EvidenceLimits.rows).map(evidence)))
    }
    if repeats.sameCount > 0 {
      findings.append(
        Finding(
          .info, "\(Counted.of(repeats.sameCount, "report")) \(repeats.sameCount == 1 ? "was" : "were") given before.",
          evidence: repeats.same.prefix(EvidenceLimits.rows).map(evidence), remedy: "Nothing: each counts once."))
    }
    if repeats.sameSpanCount > 0 {
      findings.append(
        Finding(
          .info,
          "\(Counted.of(repeats.sameSpanCount, "report")) on the very span of another one of the same reporter.",
          remedy: "Nothing: receivers with several sites report from each."))
    }
    return .findings(findings)
  }

  private static let firstDay = ExampleReport.firstDay

  private static func evidence(_ report: RepeatedReport) -> Evidence {
    let span = [report.begin, report.end].map { $0.map(Timestamp.rfc3339) ?? "no time" }.joined(separator: " to ")
    return Evidence(
      report.source, "\(report.key.organization), id \(report.key.reportID), \(report.key.domain), \(span)")
  }
}
