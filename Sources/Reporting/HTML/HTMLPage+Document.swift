public import AuditModel

extension HTMLPage {
  /// What stands before all articles: the head of the page with its style sheet.
  public static func beginning(title: String) -> String {
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

  /// What stands behind all articles.
  public static let ending = "</main>\n</body>\n</html>\n"

  /// What the checks of a report say: what is to be fixed, what nobody could see, what is worth knowing, and a list of
  /// all of them.
  public mutating func outcomes(of report: AuditReport) {
    let summary = ReportSummary(report)
    findings(summary.causes, of: report)
    acceptances(report.acceptances)
    undecided(summary.undecided)
    remarks(report.outcomes)
    everything(report.outcomes)
  }
}
