import FeedbackReports
import Testing

/// The aggregate reports of the published suites, whole: every value that they expect.
@Suite(ReportSuites.available) struct AggregateSuiteTests {
  /// Files that a plain reader refuses, and that are read whole here: what is wrong with them is told as a deviation.
  static let recovered: [String: String] = [
    "reports/aggregate/ikea.com!example.de!1538690400!1538776800.xml": "the element around the report is not closed",
    "reports/aggregate/mimecast-weird-gzip.eml": "a line end stands behind the gzip data"
  ]

  @Test(arguments: ReportSuites.all)
  func reads(suite name: String, count: Int) throws {
    let suite = try ReportSuites.suite(name)
    #expect(suite.cases.count == count)
    var (reports, values, broken, recovered) = (0, 0, 0, 0)
    for entry in suite.cases {
      let read = ReadFeedback(Array(try ReportSuites.data("\(name)/\(entry.file)")), named: entry.file)
      #expect(read.strays == 0, "\(entry.file)")
      let expected = entry.reports.filter { $0.kind == "aggregate" && $0.parse == "ok" }
      let whole = read.aggregates.filter { $0.report.fault == nil }
      if let reason = Self.recovered[entry.file] {
        recovered += 1
        let isTold = whole.first?.report.deviations.contains { $0.kind == .text } == true
        #expect(whole.count == 1 && isTold, "\(entry.file): \(reason)")
        continue
      }
      #expect(whole.count == expected.count, "\(entry.file): \(read.unreadable.map(\.fault))")
      for (report, found) in zip(expected, whole) {
        reports += 1
        values += compare(report, found, entry.file)
      }
      // Failure reports are read by their own tests.
      for refused in entry.reports where refused.parse != "ok" && !entry.file.contains("/failure/") {
        broken += 1
        let faults = read.aggregates.compactMap(\.report.fault) + read.unreadable.map(\.fault)
        #expect(!faults.isEmpty, "\(entry.file) is expected to be refused: \(refused.parse ?? "")")
        if refused.parse == "xml-error" { #expect(faults.contains { $0.line != nil }, "\(entry.file)") }
      }
    }
    print(
      "\(name): \(count) files; \(reports) aggregate reports with \(values) values, \(broken) refused as expected,",
      "\(recovered) read although a plain reader refuses them")
  }

  /// Compares every value that is expected; tells how many there were.
  private func compare(_ expected: ReportSuite.Report, _ found: ReadFeedback.Aggregate, _ file: String) -> Int {
    let report = found.report
    let texts: [(String?, String?, String)] = [
      (expected.namespace, report.namespace, "namespace"), (expected.version, report.version, "version"),
      (expected.org_name, report.metadata.orgName, "org_name"), (expected.email, report.metadata.email, "email"),
      (expected.report_id, report.metadata.reportID, "report_id"),
      (expected.begin, report.metadata.begin.map { "\($0)" }, "begin"),
      (expected.end, report.metadata.end.map { "\($0)" }, "end"),
      (expected.domain, report.policyPublished.domain, "domain"), (expected.p, report.policyPublished.p, "p"),
      (expected.sp, report.policyPublished.sp, "sp"), (expected.np, report.policyPublished.np, "np"),
      (expected.adkim, report.policyPublished.adkim, "adkim"), (expected.aspf, report.policyPublished.aspf, "aspf"),
      (expected.pct, report.policyPublished.pct, "pct"),
      (expected.testing, report.policyPublished.testing, "testing")
    ]
    // What is not expected is missing, with the exception of empty texts.
    for (wanted, got, name) in texts {
      #expect(wanted == got || (wanted == nil && got?.isEmpty == true), "\(file): \(name)")
    }
    let numbers: [(Int?, Int, String)] = [
      (expected.records, found.records.count, "records"), (expected.records, report.recordCount, "recordCount"),
      (expected.messages, report.messageCount, "messages"),
      (expected.distinct_source_ips, Set(found.records.map(\.sourceIP)).count, "distinct addresses"),
      (expected.dkim_aligned_messages, found.messages { $0.dkim == "pass" }, "DKIM"),
      (expected.spf_aligned_messages, found.messages { $0.spf == "pass" }, "SPF"),
      (expected.dmarc_pass_messages, found.messages(\.passesDMARC), "DMARC")
    ]
    for (wanted, got, name) in numbers { #expect(wanted == got, "\(file): \(name)") }
    let dispositions = Dictionary(found.records.map { ($0.disposition ?? "", $0.count) }, uniquingKeysWith: +)
    #expect(expected.dispositions == dispositions, "\(file)")
    if expected.note == "invalid-utf8" { #expect(report.deviations.contains { $0.kind == .text }, "\(file)") }
    return texts.count { $0.0 != nil } + numbers.count - 1 + dispositions.count
  }
}
