public import AuditModel

/// Reports as one page for a browser or for paper: it needs no other resource and no script, has a light and a dark
/// look, and its findings can be narrowed down by severity.
public struct HTMLSheet: ReportSheet {
  private let showsDuration: Bool
  private var count = 0

  /// Makes an empty sheet.
  public init(showsDuration: Bool = true) {
    self.showsDuration = showsDuration
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    count += 1
    let beginning = count == 1 ? Self.beginning(title: "mailaudit: \(report.target)") : ""
    var page = HTMLPage(prefix: "r\(count)-")
    page.report(report, showsDuration: showsDuration)
    return Array((beginning + page.text).utf8)
  }

  /// Ends the page.
  public func finish() -> [UInt8] {
    let beginning = count == 0 ? Self.beginning(title: "mailaudit") : ""
    return Array((beginning + Self.ending).utf8)
  }

  /// Everything behind the content of a page.
  static let ending = "</main>\n</body>\n</html>\n"

  /// Everything before the content of a page.
  static func beginning(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(MarkupText.of(title))</title>
    <style>
    \(HTMLStyle.text)
    </style>
    </head>
    <body>
    <main>

    """
  }
}

extension HTMLPage {
  /// The whole report: the answer, what to do next, grades, pictures, all findings, what nobody could see.
  fileprivate mutating func report(_ report: AuditReport, showsDuration: Bool) {
    let summary = ReportSummary(report)
    open("article")
    head(report, summary)
    receivers(report.receivers)
    actions(summary.causes)
    grades(report)
    profiles(report.profiles)
    exhibits(report.exhibits)
    proceedings(report.proceedings)
    findings(summary.causes, of: report)
    undecided(summary.undecided)
    remarks(report.outcomes)
    everything(report.outcomes)
    foot(report, showsDuration: showsDuration)
    close("article")
  }

  private mutating func head(_ report: AuditReport, _ summary: ReportSummary) {
    open("header")
    let grade = report.overallGrade
    raw("<h1>\(MarkupText.of(report.target)) \(Self.badge(grade))</h1>\n")
    element("p", "For the goal \"\(report.goal.rawValue)\": \(summary.headline(goal: report.goal)).", class: "answer")
    element("p", "Audited \(Timestamp.rfc3339(report.time)).", class: "dim")
    close("header")
  }

  private mutating func foot(_ report: AuditReport, showsDuration: Bool) {
    element("footer", report.cost(showsDuration: showsDuration), class: "dim")
  }
}
