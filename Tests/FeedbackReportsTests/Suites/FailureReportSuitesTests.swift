import FeedbackReports
import MailMessage
import Testing

/// The failure reports of the published suites.
@Suite(ReportSuites.available) struct FailureReportSuitesTests {
  /// The part is in base64, which was not decoded for the expected results; here its fields are read.
  private static let encoded =
    "reports-parsedmarc/reports/failure/_Netease_DMARC_Failure_Report_Rent_Reminder.eml"

  @Test func values() throws {
    let cases = try ReportSuites.reports(of: "arf")
    #expect(cases.count == 7)
    for (path, expected) in cases {
      let message = Message(Array(try ReportSuites.data(path)))
      let report = try MessageFailureReport.read(message, includingMessage: true)
      let fields = report.fields.map { ($0.name, [Self.even($0.value)]) }
      let found = Dictionary(fields, uniquingKeysWith: +)
      let wanted = (expected.fields ?? [:]).mapValues { $0.values.map(Self.even) }
      if path == Self.encoded {
        #expect(wanted.isEmpty && found.count == 12 && report.identityAlignment == "spf,dkim", "\(found)")
      } else {
        #expect(found == wanted, "\(path)")
      }
      #expect(report.original?.isEmpty == false, "\(path)")
    }
  }

  /// Through the whole reader, no local part of an address is left.
  @Test func localPartsAreHidden() throws {
    for (path, expected) in try ReportSuites.reports(of: "arf") {
      let read = ReadFeedback(Array(try ReportSuites.data(path)), named: path)
      guard case .failure(let report, _)? = read.others.first, read.others.count == 1 else {
        Issue.record("\(path): \(read.unreadable)")
        continue
      }
      #expect(report.original == nil)
      for name in ["Original-Mail-From", "Original-Rcpt-To", "Removal-Recipient"] {
        guard let address = expected.fields?[name]?.values.first, let at = address.lastIndex(of: "@") else { continue }
        #expect(!"\(report)".contains(address[..<at].drop { $0 == "<" } + "@"), "\(path): \(address)")
      }
    }
  }

  @Test func withoutThePart() throws {
    let cases = try ReportSuites.reports(of: "no-arf-part")
    #expect(cases.count == 1)
    for (path, _) in cases {
      let read = ReadFeedback(Array(try ReportSuites.data(path)), named: path)
      #expect(read.others.isEmpty && read.unreadable.map(\.fault.cause) == [.noReport("a message without a report")])
    }
  }

  /// White space at folds is not of the value.
  private static func even(_ value: String) -> String {
    value.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }.joined(separator: " ")
  }
}
