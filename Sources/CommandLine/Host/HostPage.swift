import AuditModel
import Reporting
import Survey

extension TextPage {
  /// What was seen of a machine, and what checks say of it.
  mutating func host(_ survey: HostSurvey, root: String?, _ outcomes: [CheckOutcome], isShort: Bool, isWhole: Bool) {
    let rows = survey.rows
    if isShort { return line(Span(Self.inShort(rows, outcomes))) }
    line(Span(rows[0].text, .bold), Span(root.map { "  files below \($0)" } ?? "  this machine", .dim))
    line()
    line(Span("Seen", .bold))
    for row in rows {
      paragraph(row.text, label: Span(row.name), labelWidth: 16, indent: 2)
      if let place = row.place { paragraph(place, indent: 18, paint: .dim) }
    }
    for outcome in Self.ordered(outcomes) where isWhole || outcome.verdict != .pass { facts(of: outcome) }
    let passed = outcomes.filter { $0.verdict == .pass }.map(\.check.rawValue)
    if !passed.isEmpty {
      line()
      paragraph(passed.joined(separator: ", "), label: Span("In order", .bold), labelWidth: 10)
    }
    if isWhole { others(outcomes) }
  }

  /// The checks that have no meaning here, each with its reason.
  private mutating func others(_ outcomes: [CheckOutcome]) {
    line()
    line(Span("Not asked", .bold))
    for outcome in outcomes {
      guard case .notApplicable(let reason) = outcome.judgement else { continue }
      paragraph(reason, label: Span(outcome.check.rawValue), labelWidth: 20, indent: 2)
    }
  }

  /// What matters most comes first; within a level the order of the catalogue stays.
  private static func ordered(_ outcomes: [CheckOutcome]) -> [CheckOutcome] {
    let levels: [Severity?] = Severity.allCases.sorted(by: >) + [nil]
    let byLevel = levels.flatMap { level in outcomes.filter { $0.effectiveLevel == level } }
    let defects = byLevel.filter { $0.effectiveLevel != nil }
    let rest = byLevel.filter { $0.effectiveLevel == nil }
    return defects + rest.filter { $0.verdict == .unknown } + rest.filter { $0.verdict != .unknown }
  }

  private static func inShort(_ rows: [HostSurvey.Row], _ outcomes: [CheckOutcome]) -> String {
    let texts = Dictionary(rows.map { ($0.key, $0.text) }) { first, _ in first }
    let found = outcomes.filter { $0.effectiveLevel != nil }.map(\.check.rawValue)
    let facts = ["name", "fullName", "mailProgram", "delivery"].compactMap { texts[$0] }
    return facts.joined(separator: ", ") + ": " + (found.isEmpty ? "no defect found" : found.joined(separator: ", "))
  }
}
