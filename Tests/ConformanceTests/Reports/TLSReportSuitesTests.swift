import FeedbackReports
import Testing

/// The TLS reports of the suites reports-*.
@Suite struct TLSReportSuitesTests {
  @Test(ConformanceSuites.available("reports-*, TLS", cases: 15)) func values() throws {
    let cases = try ReportSuites.cases(of: "tls")
    #expect(cases.count == 15)
    for (path, expected) in cases {
      let report = try TLSReport.read(try ReportSuites.json(path))
      #expect(report.organizationName == expected.organization_name, "\(path)")
      #expect(report.reportID == expected.report_id, "\(path)")
      #expect(report.contactInfo == expected.contact_info, "\(path)")
      #expect(report.start == ReportSuites.seconds(expected.start), "\(path)")
      #expect(report.end == ReportSuites.seconds(expected.end), "\(path)")
      #expect(report.policies.count == expected.policies, "\(path)")
      #expect(report.policies.reduce(0) { $0 + $1.successful } == expected.successful, "\(path)")
      #expect(report.policies.reduce(0) { $0 + $1.failed } == expected.failed, "\(path)")
      #expect(Set(report.policies.map(\.policyType)) == Set(expected.policy_types ?? []), "\(path)")
      var types: [String: Int] = [:]
      for failure in report.policies.flatMap(\.failures) {
        types[failure.resultType, default: 0] += failure.failedSessionCount
      }
      #expect(types == expected.failure_types, "\(path)")
    }
  }
}
