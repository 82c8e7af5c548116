import AuditModel
import Checks
import FeedbackReports
import Reporting
import Survey

/// How much of the picture is shown.
enum ReportsDetail {
  /// A line for each domain.
  case short
  /// What matters.
  case usual
  /// Everything.
  case whole
}

extension TextPage {
  /// So many domains are shown in full unless everything is wanted.
  private static let usualDomains = 5

  /// The answer, the sources, what checks say, what could not be read, and how much there was.
  mutating func reports(_ survey: ReportsSurvey, _ report: AuditReport, detail: ReportsDetail) {
    let pictures = survey.pictures
    if detail == .short {
      for picture in pictures {
        line(Span("\(picture.tally.name): \(picture.readiness.question)? \(picture.readiness.words)"))
      }
      if pictures.isEmpty { line("no aggregate report was counted") }
      return
    }
    let shown = detail == .whole ? pictures[...] : pictures.prefix(Self.usualDomains)
    for (index, picture) in shown.enumerated() {
      if index > 0 { line() }
      domain(picture, isWhole: detail == .whole)
    }
    if pictures.isEmpty { line("No aggregate report was counted.") }
    if shown.count < pictures.count {
      line()
      paragraph("\(pictures.count - shown.count) more domains: --verbose shows all, --domain one.")
    }
    tls(survey.tls, isWhole: detail == .whole)
    bounces(survey.bounces, isWhole: detail == .whole)
    checks(report, isWhole: detail == .whole)
    unread(survey)
    statistics(survey)
  }

  private mutating func domain(_ picture: DomainPicture, isWhole: Bool) {
    let tally = picture.tally
    let span = [tally.begin, tally.end].compactMap { $0.map { String(Timestamp.rfc3339($0).prefix(10)) } }
    line(
      Span(tally.name.isEmpty ? "(no domain)" : tally.name, .bold),
      Span(
        "  p=\(picture.readiness.policy ?? "not told"), \(span.joined(separator: " to ")), "
          + "\(tally.reporters.count) reporters, \(tally.reportCount) reports, \(tally.messages.total) messages", .dim))
    line()
    readiness(picture.readiness)
    toDo(picture, isWhole: isWhole)
    sources(picture, isWhole: isWhole)
    seen(picture, isWhole: isWhole)
  }

  private mutating func readiness(_ readiness: Readiness) {
    let paint: Paint = readiness.answer == .yes ? .green : readiness.answer == .no ? .red : .blue
    line(Span(readiness.question.firstUppercased + "?", .bold))
    paragraph(readiness.words, indent: 2, paint: paint)
    for reason in readiness.reasons { paragraph(reason.words, label: "-", labelWidth: 2, indent: 2) }
    let others = [
      (readiness.forwardedFailing, "passed on by others"), (readiness.strangersFailing, "from strangers"),
      (readiness.unclearFailing, "from sources that are not clear")
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !others.isEmpty { paragraph("Failing beside that: \(others.joined(separator: ", ")).", indent: 2) }
  }

  /// What fails and why, the worst first.
  private mutating func toDo(_ picture: DomainPicture, isWhole: Bool) {
    let groups = picture.causeGroups
    if groups.isEmpty { return }
    line()
    line(Span("What fails", .bold))
    for group in isWhole ? groups[...] : groups.prefix(8) {
      let first = group.sources[0]
      let place = group.sources.count == 1 ? first.addressText : "\(group.sources.count) addresses"
      let title = first.judgement.map { "\($0.cause.title) (\($0.certainty.rawValue))" } ?? ""
      line(
        Span("\(place)  \(group.organization)", .bold),
        Span("  \(title), \(group.messages.failing) of \(group.messages.total) fail"), indent: 2)
      if let words = first.explanation { paragraph(words, indent: 4) }
      if let remedy = first.remedy(in: picture) {
        paragraph(remedy, label: Span("Do", .bold), labelWidth: 4, indent: 4)
      }
    }
    if !isWhole, groups.count > 8 {
      paragraph("\(groups.count - 8) more: --verbose shows all.", indent: 2, paint: .dim)
    }
  }
}
