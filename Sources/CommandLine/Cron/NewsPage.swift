import AuditModel
import History
import Reporting

extension TextPage {
  /// What is news of a domain.
  mutating func news(_ news: DomainNews) {
    line(Span(news.target, .bold), "  \(news.inShort)")
    guard let before = news.before else {
      paragraph(news.firstWords, indent: 2)
      return dates(news)
    }
    let grades = before.grade == news.grade.description ? "" : "; the grade was \(before.grade)"
    line("  \(Timestamp.rfc3339(news.time)), since \(Timestamp.rfc3339(before.time))\(grades)")
    for kind in RunSeries.Kind.allCases { section(news.news.filter { $0.kind == kind }, news.title(of: kind)) }
    records(news.records)
    dates(news)
    ended(news.ended)
  }

  private mutating func section(_ items: [RunSeries.News], _ title: String) {
    if items.isEmpty { return }
    line()
    line(Span(title, .bold))
    for item in items {
      let subject = (item.after ?? item.before)?.subject ?? ""
      line(Span(item.check.rawValue, .bold), Span(subject.isEmpty ? "" : "  \(subject)"), indent: 2)
      fact(item.before, "before")
      fact(item.after, "now")
      if let remedy = item.remedy { paragraph(remedy, label: Span("Do", .bold), labelWidth: 8, indent: 4) }
    }
  }

  private mutating func fact(_ finding: Finding?, _ when: String) {
    guard let finding else { return }
    paragraph("\(finding.verdict.rawValue): \(finding.statement)", label: Span(when, .dim), labelWidth: 8, indent: 4)
    for evidence in finding.evidence.prefix(TextLimits.evidence) { self.evidence(evidence, indent: 12) }
  }

  private mutating func dates(_ news: DomainNews) {
    if news.deadlines.isEmpty { return }
    line()
    line(Span(news.titleOfDates, .bold))
    for deadline in news.deadlines { line(Span(news.words(of: deadline)), indent: 2) }
  }

  private mutating func ended(_ results: [AcceptanceResult]) {
    if results.isEmpty { return }
    line()
    line(Span("Acceptances that have ended", .bold))
    for result in results {
      line(Span(result.acceptance.title, .bold), indent: 2)
      for finding in result.findings { fact(finding, "now") }
      if let sentence = result.sentence { paragraph(sentence, indent: 4) }
    }
  }
}

extension DomainNews {
  /// The news in a few words.
  var inShort: String {
    guard before != nil else { return "grade \(grade): the first run, recorded" }
    var parts = RunSeries.Kind.allCases.compactMap { kind in
      let count = news.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.inShort)"
    }
    if !records.isEmpty { parts.append("\(records.count) \(records.count == 1 ? "record" : "records") changed") }
    if !deadlines.isEmpty { parts.append("\(deadlines.count) \(deadlines.count == 1 ? "date" : "dates") near") }
    if !ended.isEmpty {
      parts.append("\(ended.count) \(ended.count == 1 ? "acceptance" : "acceptances") ended")
    }
    return "grade \(grade): " + parts.joined(separator: ", ")
  }

  /// What the first run says.
  var firstWords: String {
    let count = faults == 0 ? "nothing" : faults == 1 ? "1 check" : "\(faults) checks"
    return
      "\(count) to fix. From now on only what changes is told; 'mailaudit audit --project' shows all that is known."
  }

  /// The heading of the dates.
  var titleOfDates: String { before == nil ? "Dates that are near" : "Dates that came near" }

  /// The heading of a kind.
  func title(of kind: RunSeries.Kind) -> String {
    switch kind {
    case .new: "New"
    case .changed: "Changed"
    case .gone: "Gone"
    case .blind: "Could not be looked at for \(patience) \(patience == 1 ? "run" : "runs")"
    case .seenAgain: "Can be looked at again"
    }
  }

  /// A date, one line.
  func words(of deadline: Deadline) -> String {
    let day = String(Timestamp.rfc3339(deadline.time).prefix(10))
    let days = (deadline.time - time) / 86_400
    let left = deadline.time <= time ? "past" : days == 0 ? "today" : "in \(days) \(days == 1 ? "day" : "days")"
    return "\(day)  \(left)  \(deadline.kind.title)  \(deadline.subject)"
  }
}

extension RunSeries.Kind {
  fileprivate var inShort: String {
    switch self {
    case .new: "new"
    case .changed: "changed"
    case .gone: "gone"
    case .blind: "not seen"
    case .seenAgain: "seen again"
    }
  }
}
