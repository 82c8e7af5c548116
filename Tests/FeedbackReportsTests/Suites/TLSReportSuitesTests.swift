import FeedbackReports
import Foundation
import Testing

/// The TLS reports of the published suites, through the whole reader: every value that they expect.
@Suite(ReportSuites.available) struct TLSReportSuitesTests {
  @Test func values() throws {
    let cases = try ReportSuites.reports(of: "tls")
    #expect(cases.count == 15)
    for (path, expected) in cases {
      let read = ReadFeedback(Array(try ReportSuites.data(path)), named: path)
      guard case .tls(let report, _)? = read.others.first, read.others.count == 1 else {
        Issue.record("\(path): \(read.unreadable)")
        continue
      }
      compare(report, expected, path)
    }
  }

  private func compare(_ report: TLSReport, _ expected: ReportSuite.Report, _ path: String) {
    #expect(report.organizationName == expected.organization_name, "\(path)")
    #expect(report.reportID == expected.report_id, "\(path)")
    #expect(report.contactInfo == expected.contact_info, "\(path)")
    #expect(report.start != nil && report.start == seconds(expected.start), "\(path)")
    #expect(report.end != nil && report.end == seconds(expected.end), "\(path)")
    #expect(report.policies.count == expected.policies, "\(path)")
    #expect(report.policies.reduce(0) { $0 + $1.successful } == expected.successful, "\(path)")
    #expect(report.policies.reduce(0) { $0 + $1.failed } == expected.failed, "\(path)")
    #expect(Set(report.policies.map(\.policyType)) == Set(expected.policy_types ?? []), "\(path)")
    let failures = report.policies.flatMap(\.failures).map { ($0.resultType, $0.failedSessionCount) }
    #expect(Dictionary(failures, uniquingKeysWith: +) == expected.failure_types, "\(path)")
  }

  /// A time of the expected results, which have no zone where the report has none.
  private func seconds(_ time: String?) -> Int? {
    guard let time else { return nil }
    let date = ISO8601DateFormatter().date(from: time.hasSuffix("Z") ? time : time + "Z")
    return date.map { Int($0.timeIntervalSince1970) }
  }
}
