public import AuditModel

/// Reports for people in an issue or a wiki (CommonMark, with tables): the answer first, then what to do, in the order
/// of effect, then what nobody could see.
public struct MarkdownSheet: ReportSheet {
  private let showsDuration: Bool
  private var isFirst = true

  /// Makes an empty sheet.
  public init(showsDuration: Bool = true) {
    self.showsDuration = showsDuration
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    var page = MarkdownPage()
    if !isFirst { page.line("---") }
    isFirst = false
    let summary = ReportSummary(report)
    page.line("# \(MarkdownText.of(report.target)): \(report.overallGrade)")
    page.line(
      "For the goal \"\(report.goal.rawValue)\": \(summary.headline(goal: report.goal)). "
        + "Audited \(Timestamp.rfc3339(report.time)).")
    page.receivers(report.receivers)
    page.causes(summary.causes)
    page.grades(report)
    page.profiles(report.profiles)
    page.acceptances(report.acceptances)
    page.undecided(summary.undecided)
    page.remarks(report.outcomes)
    page.footer(report, showsDuration: showsDuration)
    return Array(page.text.utf8)
  }

  /// Nothing stands behind the last report.
  public func finish() -> [UInt8] { [] }
}

/// Blocks of Markdown, an empty line between two.
private struct MarkdownPage {
  private(set) var text = ""

  mutating func line(_ words: String) { text += words + "\n\n" }

  mutating func table(_ head: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    text += row(head) + row(head.map { _ in "---" }) + rows.map(row).joined() + "\n"
  }

  mutating func receivers(_ answers: [ReceiverAnswer]) {
    guard !answers.isEmpty else { return }
    line("## Will it arrive?")
    table(
      ["Receiver", "Answer", "Because", "All mended"],
      answers.map { answer in
        let reasons = answer.deciding.prefix(TextLimits.deciding).map {
          "\($0.check): \(MarkdownText.of($0.statement))"
        }
        return [
          answer.receiver.name, "**\(answer.word.title)**", reasons.joined(separator: "<br>"),
          answer.afterRemedies.title
        ]
      })
  }

  mutating func causes(_ causes: [RootCause]) {
    guard !causes.isEmpty else { return }
    line("## What was found")
    for (index, cause) in causes.enumerated() { self.cause(cause, number: index + 1) }
  }

  private mutating func cause(_ cause: RootCause, number: Int) {
    let check = cause.outcome.description
    line("### \(number). \(check.title): \(cause.level.name) (`\(check.id)`)")
    for fact in cause.outcome.findings.filter({ $0.verdict >= .warn }).prefix(TextLimits.findings) {
      line(MarkdownText.of(fact.statement))
      for item in fact.evidence.prefix(TextLimits.evidence) { evidence(item) }
      if let remedy = fact.remedy { line("**Do:** \(MarkdownText.of(remedy))") }
    }
    line("**Why:** \(MarkdownText.of(check.whyItMatters))")
    line("**Do:** \(MarkdownText.of(check.remedy))")
    let below = cause.consequences.map { "`\($0.check)`" }.joined(separator: ", ")
    if !below.isEmpty { line("Explains \(below).") }
  }

  /// What was seen, in a fence longer than any in it.
  private mutating func evidence(_ evidence: Evidence) {
    let excerpt = VisibleText.of(evidence.excerpt)
    let longest = excerpt.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    line("\(fence)text\n\(VisibleText.of(evidence.source)): \(excerpt)\n\(fence)")
  }

  mutating func grades(_ report: AuditReport) {
    line("## Grades")
    table(["Area", "Grade"], report.grades.map { [$0.area.title, $0.grade.description] })
  }

  mutating func profiles(_ results: [ProfileResult]) {
    guard !results.isEmpty else { return }
    line("## Profiles")
    table(
      ["Profile", "Answer", "Failing", "Undecided"],
      results.map { result in
        [result.name, result.answer.title]
          + [result.failing, result.undecided].map { $0.map(\.check.rawValue).joined(separator: ", ") }
      })
  }

  mutating func undecided(_ outcomes: [CheckOutcome]) {
    guard !outcomes.isEmpty else { return }
    line("## What could not be looked at")
    for question in OpenQuestion.all(of: outcomes) {
      let checks = question.outcomes.map { "`\($0.check)`" }.joined(separator: ", ")
      let remedy = question.fact.remedy.map { " **Do:** \(MarkdownText.of($0))" } ?? ""
      text += "- \(MarkdownText.of(question.fact.statement))\(remedy) Open: \(checks)\n"
    }
    text += "\n"
  }

  mutating func acceptances(_ results: [AcceptanceResult]) {
    let rows = results.told.map { result in
      let facts = result.findings.map { " \($0.verdict.rawValue): \(MarkdownText.of($0.statement))" }.joined()
      return "- `\(result.acceptance.check)`\(facts) \(MarkdownText.of(result.sentence ?? ""))\n"
    }
    guard !rows.isEmpty else { return }
    line("## Accepted findings")
    text += rows.joined() + "\n"
  }

  mutating func remarks(_ outcomes: [CheckOutcome]) {
    let remarks = outcomes.remarks.map { "- `\($0.check)` \(MarkdownText.of($0.fact.statement))\n" }
    guard !remarks.isEmpty else { return }
    line("## Worth knowing")
    text += remarks.joined() + "\n"
  }

  mutating func footer(_ report: AuditReport, showsDuration: Bool) {
    let passing = report.outcomes.count { $0.verdict == .pass }
    let time = showsDuration ? " in \(report.statistics.duration.inSeconds)" : ""
    line(
      "\(passing) of \(report.outcomes.count) checks pass. \(report.statistics.questions) questions\(time). "
        + "mailaudit \(report.toolVersion), checks of \(report.catalogueVersion).")
  }
}

/// Text from strangers inside of Markdown: nothing of it is taken for markup.
enum MarkdownText {
  /// The text with its control characters spelled out and every sign with a meaning escaped (CommonMark §2.4).
  static func of(_ text: String) -> String {
    VisibleText.of(text).reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|~&!".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
