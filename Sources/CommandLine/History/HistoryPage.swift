import AuditModel
import History
import Reporting

extension TextPage {
  /// The trends of a domain, and the runs.
  mutating func history(_ view: HistoryView, isShort: Bool) {
    let runs = "\(view.count) \(view.count == 1 ? "run" : "runs")"
    let inShort =
      "\(view.target ?? "all domains"): \(runs)" + (view.runs.first.map { ", last grade \($0.grade)" } ?? "")
    if isShort { return line(Span(view.target == nil ? "all domains: \(runs)" : inShort)) }
    line(Span(view.target ?? "All domains", .bold), Span("  \(runs)", .dim))
    if view.target != nil { trends(view) }
    line()
    line(Span("Runs", .bold))
    for run in view.runs { self.run(run, named: view.target == nil) }
    let hidden = view.count - view.runs.count
    if hidden > 0 { paragraph("\(hidden) earlier: --limit shows more.", indent: 2, paint: .dim) }
  }

  private mutating func run(_ run: RunSummary, named: Bool) {
    let number = String(run.number)
    let blanks = String(repeating: " ", count: max(1, 6 - number.utf8.count))
    line(
      "\(blanks)\(number)  \(Timestamp.rfc3339(run.time))  ", Span(run.grade, .bold), "  \(run.goal)",
      Span(named ? "  \(run.target)" : "", .plain),
      Span(run.failures == 0 ? "" : "  \(run.failures) of \(run.questions) questions failed", .blue))
  }

  private mutating func trends(_ view: HistoryView) {
    line()
    line(Span("Trends", .bold))
    trend("Grade", view.grades.map { "\($0.grade) since \(Self.day($0.time))" }.joined(separator: ", "))
    lookups(view)
    for certificate in view.certificates {
      guard let left = view.daysLeft(certificate) else { continue }
      let words = left < 0 ? "ended \(-left) days ago" : "\(left) days left"
      trend("Certificate", "\(certificate.fact.subject): \(words)", left < 14 ? .yellow : .plain)
    }
    for key in view.keys {
      let end = view.isCurrent(key) ? "" : ", last seen \(Self.day(key.last))"
      trend("DKIM key", "\(key.fact.subject) (\(key.fact.value.prefix(8))): first seen \(Self.day(key.first))\(end)")
    }
  }

  private mutating func lookups(_ view: HistoryView) {
    guard let trend = view.lookupTrend else { return }
    let before = trend.first == trend.last ? "" : ", \(trend.first) at first"
    self.trend("SPF look-ups", "\(trend.last) of 10\(before)", trend.last > 8 ? .yellow : .plain)
  }

  private mutating func trend(_ name: String, _ words: String, _ paint: Paint = .plain) {
    paragraph(words, label: Span(name), labelWidth: 14, indent: 2, paint: paint)
  }

  static func day(_ time: Int) -> String { String(Timestamp.rfc3339(time).prefix { $0 != "T" }) }
}
