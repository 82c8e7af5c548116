import FeedbackReports
import MailMessage
import Testing

/// The failure reports of the suites reports-*.
@Suite struct FailureReportSuitesTests {
  /// Where the expected results hold less than the report does.
  private static let exceptions = [
    "reports-parsedmarc/reports/failure/_Netease_DMARC_Failure_Report_Rent_Reminder.eml":
      "the part is in base64, which was not decoded for the expected results: 12 fields are read here"
  ]

  @Test(ConformanceSuites.available("reports-*, failure reports", cases: 7)) func values() throws {
    let cases = try ReportSuites.cases(of: "arf")
    #expect(cases.count == 7)
    for (path, expected) in cases {
      let message = Message(try ConformanceSuites.text(path))
      let report = try MessageFailureReport.read(message, includingMessage: true)
      var found: [String: [String]] = [:]
      for field in report.fields { found[field.name, default: []].append(Self.even(field.value)) }
      let wanted = (expected.fields ?? [:]).mapValues { $0.values.map(Self.even) }
      #expect((found == wanted) == (Self.exceptions[path] == nil), "\(path): \(found), not \(wanted)")
      if Self.exceptions[path] != nil {
        #expect(wanted.isEmpty && found.count == 12 && report.identityAlignment == "spf,dkim", "\(path): \(found)")
      }
    }
  }

  /// Local parts of the addresses are not to be found in what is kept by default.
  @Test(ConformanceSuites.available("reports-*, failure reports", cases: 7)) func localPartsAreHidden() throws {
    for (path, expected) in try ReportSuites.cases(of: "arf") {
      let report = try MessageFailureReport.read(Message(try ConformanceSuites.text(path)))
      for name in ["Original-Mail-From", "Original-Rcpt-To", "Removal-Recipient"] {
        guard let address = expected.fields?[name]?.values.first, let at = address.lastIndex(of: "@") else { continue }
        let local = address[..<at].drop { $0 == "<" }
        #expect(!"\(report)".contains("\(local)@"), "\(path): \(local)")
      }
    }
  }

  @Test(ConformanceSuites.available("reports-*, failure reports", cases: 1)) func withoutThePart() throws {
    let cases = try ReportSuites.cases(of: "no-arf-part")
    #expect(cases.count == 1)
    for (path, _) in cases {
      let message = Message(try ConformanceSuites.text(path))
      #expect(throws: ReportFault(.noReport("a message without a part message/feedback-report"))) {
        try MessageFailureReport.read(message)
      }
    }
  }

  /// White space at folds is not of the value.
  private static func even(_ value: String) -> String {
    value.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }.joined(separator: " ")
  }
}
