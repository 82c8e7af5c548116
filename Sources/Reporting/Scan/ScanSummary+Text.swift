import AuditModel
import Scan

extension ScanSummary {
  /// The summary for a terminal: what one wants to see when a scan ends.
  public func write(to page: inout TextPage) {
    page.paragraph(headline, paint: .bold)
    if let unfinished { page.paragraph("Not finished: \(unfinished)", paint: .yellow) }
    if uncounted > 0 { page.paragraph("\(uncounted) earlier results are in a table, and not counted below.") }
    page.paragraph(cost + "; " + validation + ".")
    if tally.domains == 0 { return }
    row("Grades", tally.grades, &page)
    for (kind, counts) in policies { row(kind, counts, &page) }
    if !frequent.isEmpty { page.line(Span("Most frequent", .bold)) }
    for check in frequent.prefix(Self.inShort) {
      let title = descriptions[check.check]?.title ?? ""
      page.paragraph(
        "\(check.defects) (\(Self.percent(check.defects, of: tally.domains))) not: \(title)",
        label: Span(check.check), labelWidth: Self.labelWidth, indent: 2)
    }
    let worst = tally.worst.prefix(Self.inShort).map { "\($0.domain) \($0.grade)" }
    if !worst.isEmpty { page.paragraph(worst.joined(separator: ", "), label: Span("Worst", .bold), labelWidth: 10) }
  }

  /// How many lines a list has that is to be seen at a glance.
  private static let inShort = 10
  private static let labelWidth = 26

  /// What was done.
  var headline: String {
    let parts = [
      Self.count(tally.domains, "domain"), Self.count(tally.faultyLines, "line", " without a domain", least: 1),
      Self.count(duplicates, "duplicate", " left out", least: 1),
      Self.count(earlier, "earlier result", least: 1)
    ]
    return parts.compactMap(\.self).joined(separator: ", ") + "."
  }

  private static func count(_ number: Int, _ word: String, _ rest: String = "", least: Int = 0) -> String? {
    number < least ? nil : "\(number) \(word)\(number == 1 ? "" : "s")\(rest)"
  }

  /// What it cost.
  var cost: String {
    let seen = tally.undecided == 0 ? "" : "; \(tally.undecided) domains could not be looked at in full"
    let again = tally.retried == 0 ? "" : "; \(tally.retried) were looked at again"
    let time = duration.map { " in \($0.components.seconds) s" } ?? ""
    return "\(tally.questions) questions, \(tally.failures) failed\(time)\(again)\(seen)"
  }

  private func row(_ name: String, _ counts: WordCount, _ page: inout TextPage) {
    let words = counts.ordered.map { "\($0.word) \($0.count) (\(Self.percent($0.count, of: counts.total)))" }
    page.paragraph(words.joined(separator: ", "), label: Span(name, .bold), labelWidth: 10)
  }
}
