import MailMessage

/// What is no aggregate report goes to the readers of its kind.
extension FeedbackReading {
  func readTLSReport(_ octets: [UInt8], _ source: ReportSource) {
    give(.unreadable(ReportFault(.noReport("JSON, as TLS reports are")), source))
  }

  func readFailureReport(_ message: Message, _ source: ReportSource) {
    give(.unreadable(ReportFault(.noReport("a failure report")), source))
  }

  func readBounce(_ message: Message, _ source: ReportSource) {
    give(.unreadable(ReportFault(.noReport("a bounce")), source))
  }

  /// A message without an attachment that may be a report: its text may be one.
  func readOtherMessage(_ message: Message, _ source: ReportSource) {
    give(.unreadable(ReportFault(.noReport("a message without a report")), source))
  }
}
