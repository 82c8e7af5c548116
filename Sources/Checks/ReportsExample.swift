public import AuditModel
import DNS
public import FeedbackReports
public import Survey

/// Reports in a small world, and what a check says of them. It documents the check, and it runs as a test through the
/// real fold.
public struct ReportsExample: Sendable {
  /// The verdict on these reports.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The reports, in the order of reading.
  public let reports: [ExampleReport]
  /// Which of them are counted.
  public var options = ReportsOptions()
  /// The world as zone text, `example.org` being its origin; nil where DNS is not asked.
  public var zone: String?

  /// Makes an example of its reports; `configure` sets what is special about it.
  public init(
    _ verdict: Verdict, _ title: String, _ reports: [ExampleReport] = [], zone: String? = nil,
    configure: (inout ReportsExample) -> Void = { _ in }
  ) {
    (self.verdict, self.title, self.reports, self.zone) = (verdict, title, reports, zone)
    configure(&self)
  }
}

/// A report of an example: its text as people read it, and what reading it yields.
public struct ExampleReport: Sendable {
  /// The text.
  public let text: String
  /// What reading yields.
  public let events: [FeedbackEvent]

  /// Joins a text with what reading it yields.
  public init(_ text: String, _ events: [FeedbackEvent]) {
    self.text = text
    self.events = events
  }

  /// What could not be read.
  static func unreadable(_ cause: ReportFault.Cause, file: String) -> ExampleReport {
    ExampleReport("\(file) (cannot be read)", [.unreadable(ReportFault(cause), ReportSource(file: file))])
  }
}
