import AuditModel
import FeedbackReports
import History
import SQLiteKit
import Survey

/// The reports that earlier runs read, and the keeping of those that this one reads. What goes wrong with the file never
/// keeps a picture from being shown: it is told at the end, once, and after it nothing more is tried.
final class ReportsHistory {
  private let name: String
  private var history: History?
  private var keeper: ReportKeeper?
  private var error: SQLiteError?

  /// So many days before the latest report count unless a day is given: what a step of the policy is decided on.
  static let usualDays = 62

  /// Opens the file, which is made when it is not there.
  init(_ name: String) {
    self.name = name
    attempt { () throws(SQLiteError) in
      let history = try History(.file(name))
      keeper = try ReportKeeper(history)
      self.history = history
    }
  }

  /// What went wrong; nil for nothing.
  var failure: ErrorLine? {
    error.map {
      ErrorLine(
        "history \(name)", "\($0.description); reports of earlier runs may be missing, and not all were kept",
        .inputOutput)
    }
  }

  /// Puts what is kept into a survey: from the day that is asked for on, or else what is not much older than the latest
  /// report.
  func recall(into survey: inout ReportsSurvey, now: Int) {
    var recalled = survey
    let isWhole = attempt { () throws(SQLiteError) in
      guard let history else { return }
      // A report of the future must not push all others out of sight.
      let latest = try history.lastReportEnd(until: now + 86_400) ?? 0
      let since = survey.options.since ?? (latest - Self.usualDays * 86_400)
      try history.recall(since: since) { recalled.takeKept($0) }
    }
    if isWhole { survey = recalled }
  }

  /// Keeps what is read.
  func keep(_ event: FeedbackEvent) {
    if error != nil { return }
    attempt { () throws(SQLiteError) in try keeper?.take(event) }
  }

  @discardableResult
  private func attempt(_ work: () throws(SQLiteError) -> Void) -> Bool {
    do throws(SQLiteError) {
      try work()
      return true
    } catch {
      self.error = error
      return false
    }
  }
}
