import AuditModel
import History
import Reporting

/// News as a page of HTML for a mail: no picture, no script, nothing from elsewhere.
struct NewsHTML {
  private(set) var text = ""

  init(_ news: [DomainNews], title: String) {
    text += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    text += "<title>\(MarkupText.of(title))</title>\n</head>\n<body>\n"
    for item in news { domain(item) }
    text += "<p>mailaudit wrote this by itself.</p>\n</body>\n</html>\n"
  }

  private mutating func domain(_ news: DomainNews) {
    element("h1", "\(news.target): \(news.inShort)")
    guard let before = news.before else {
      element("p", news.firstWords)
      return dates(news)
    }
    element(
      "p", "\(Timestamp.rfc3339(news.time)), since \(Timestamp.rfc3339(before.time)), grade \(before.grade) then.")
    for kind in RunSeries.Kind.allCases {
      let items = news.news.filter { $0.kind == kind }
      if items.isEmpty { continue }
      element("h2", news.title(of: kind))
      for item in items { self.item(item) }
    }
    records(news.records)
    dates(news)
    if !news.ended.isEmpty {
      element("h2", "Acceptances that have ended")
      list(news.ended.map { "\($0.acceptance.title): \($0.sentence ?? "")" })
    }
  }

  private mutating func dates(_ news: DomainNews) {
    if news.deadlines.isEmpty { return }
    element("h2", news.titleOfDates)
    list(news.deadlines.map { news.words(of: $0) })
  }

  private mutating func item(_ item: RunSeries.News) {
    let subject = (item.after ?? item.before)?.subject ?? ""
    element("h3", item.check.rawValue + (subject.isEmpty ? "" : "  \(subject)"))
    for (finding, when) in [(item.before, "Before"), (item.after, "Now")] {
      guard let finding else { continue }
      element("p", "\(when): \(finding.verdict.rawValue): \(finding.statement)")
      for evidence in finding.evidence.prefix(TextLimits.evidence) {
        element("pre", "\(evidence.source): \(evidence.excerpt)")
      }
    }
    if let remedy = item.remedy { element("p", "Do: \(remedy)") }
  }

  private mutating func records(_ records: [RunComparison.RecordChange]) {
    if records.isEmpty { return }
    element("h2", "Records")
    for record in records {
      element("h3", record.question)
      let (old, new) = (TextPage.lines(record.before), TextPage.lines(record.after))
      let rows = old.filter { !new.contains($0) }.map { "- \($0)" } + new.filter { !old.contains($0) }.map { "+ \($0)" }
      text += "<pre>" + rows.map(MarkupText.of).joined(separator: "\n") + "</pre>\n"
    }
  }

  private mutating func list(_ items: [String]) {
    text += "<ul>\n" + items.map { "<li>\(MarkupText.of($0))</li>\n" }.joined() + "</ul>\n"
  }

  private mutating func element(_ name: String, _ words: String) {
    text += "<\(name)>\(MarkupText.of(words))</\(name)>\n"
  }
}
