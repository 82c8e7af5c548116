public import AuditModel

/// Writes a report for people: the answer first, then what to do next in order of effect, then what nobody could see.
public struct TextRenderer: Sendable {
  /// How much is written.
  public enum Detail: Sendable {
    /// One line: the grade and the number of things to fix.
    case quiet
    /// Everything that asks for a deed or a thought.
    case normal
    /// Everything, with excerpts in full and the checks that pass.
    case verbose
  }

  /// How much is written.
  public let detail: Detail
  /// Whether the time that the audit took is written.
  public let showsDuration: Bool
  private let emptyPage: TextPage

  /// Makes a renderer that writes on copies of `page`, which is empty.
  public init(page: TextPage, detail: Detail = .normal, showsDuration: Bool = true) {
    emptyPage = page
    self.detail = detail
    self.showsDuration = showsDuration
  }

  /// The report as UTF-8.
  public func octets(of report: AuditReport) -> [UInt8] {
    let summary = ReportSummary(report)
    var page = emptyPage
    page.answer(report, summary)
    if detail == .quiet { return page.octets }
    page.receivers(report.receivers, isWhole: detail == .verbose)
    page.actions(NextAction.first(of: summary.causes, in: report))
    page.proceedings(report.proceedings, isWhole: detail == .verbose, showsDuration: showsDuration)
    page.grades(report)
    page.selection(report)
    page.profiles(report.profiles, isWhole: detail == .verbose)
    page.comparison(report.comparison)
    page.causes(summary.causes, of: report, isWhole: detail == .verbose)
    page.openAnswers(report.receivers, isWhole: detail == .verbose)
    page.acceptances(report.acceptances)
    page.undecided(summary.undecided, isWhole: detail == .verbose)
    page.remarks(report.outcomes)
    page.otherProposals(of: report, besides: summary.causes)
    page.passes(report.outcomes, isListed: detail == .verbose)
    page.agedData(report.agedData)
    page.footer(report, showsDuration: showsDuration)
    return page.octets
  }
}

extension TextPage {
  /// The answer in one line.
  fileprivate mutating func answer(_ report: AuditReport, _ summary: ReportSummary) {
    let grade = report.overallGrade
    line(
      Span("\(report.target): ", .bold), Span(grade.description, grade.paint),
      Span(" for the goal \"\(report.goal.rawValue)\", \(summary.headline(goal: report.goal))"))
  }

  /// What was left out, if the owner chose areas.
  fileprivate mutating func selection(_ report: AuditReport) {
    guard let selection = report.selection else { return }
    line()
    paragraph("Only \(selection.map(\.title).joined(separator: ", ")) looked at, as chosen.", indent: 0, paint: .dim)
  }

  /// One line for each area: its grade, and the checks that make it.
  fileprivate mutating func grades(_ report: AuditReport) {
    line()
    let byArea = Dictionary(grouping: report.outcomes, by: \.description.area)
    let width = report.grades.map(\.area.title.columns).max() ?? 0
    for (area, grade) in report.grades {
      let outcomes = byArea[area] ?? []
      let isCounted = outcomes.contains { report.goal.counts($0.description) }
      let reason = Self.reason(of: grade, outcomes) + (isCounted ? "" : " (not counted for this goal)")
      paragraph(
        reason, label: Span(grade.description.padded(to: 3) + area.title, grade.paint), labelWidth: width + 5,
        indent: 2, paint: isCounted ? .plain : .dim)
    }
  }

  private static func reason(of grade: Grade, _ outcomes: [CheckOutcome]) -> String {
    let (failing, open) = (outcomes.worst, outcomes.open(at: grade))
    var parts: [String] = []
    if !failing.isEmpty { parts.append(list(failing)) }
    if !open.isEmpty { parts.append("undecided: " + list(open)) }
    if !parts.isEmpty { return parts.joined(separator: "; ") }
    return grade.letter == nil ? "does not apply" : "no defect found"
  }

  private static func list(_ outcomes: [CheckOutcome]) -> String {
    let shown = outcomes.prefix(4).map(\.check.rawValue).joined(separator: ", ")
    return outcomes.count > 4 ? shown + " and \(outcomes.count - 4) more" : shown
  }

  /// What the audit cost, and where to read on.
  fileprivate mutating func footer(_ report: AuditReport, showsDuration: Bool) {
    line()
    paragraph(
      report.cost(showsDuration: showsDuration) + " \"mailaudit explain ID\" tells all about a check.", paint: .dim)
  }
}

extension Grade {
  /// The colour of the grade.
  var paint: Paint {
    switch letter {
    case .a?, .b?: isUncertain ? .blue : .green
    case .c?: .yellow
    case .d?, .f?: .red
    case nil: .dim
    }
  }
}

extension Duration {
  /// Seconds with two decimals.
  var inSeconds: String {
    let hundredths = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
