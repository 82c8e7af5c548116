import AuditModel

extension TextPage {
  /// What the proposed records change: a line for each check whose verdict differs.
  mutating func comparison(_ comparison: AuditComparison?) {
    guard let comparison else { return }
    line()
    line(Span("What the proposed records change", .bold))
    let grades = (comparison.gradeBefore, comparison.gradeAfter)
    paragraph(
      grades.0 == grades.1 ? "The grade stays \(grades.0)." : "The grade goes from \(grades.0) to \(grades.1).",
      indent: 3)
    if comparison.changes.isEmpty { paragraph("No check changes its verdict.", indent: 3) }
    for direction in [AuditComparison.Direction.worse, .better, .other] {
      for change in comparison.changes where change.direction == direction { self.change(change) }
    }
  }

  private mutating func change(_ change: AuditComparison.Change) {
    let words = "\(change.before.title) -> \(change.after.title)"
    let paint: Paint = change.direction == .worse ? .red : change.direction == .better ? .green : .blue
    line(Span(change.check.rawValue + ": "), Span(words, paint), indent: 3)
    // Of what is in order now, the fact before tells nothing new.
    if change.direction != .better, !change.statement.isEmpty { paragraph(change.statement, indent: 6) }
  }
}

extension Verdict? {
  /// The verdict for people.
  fileprivate var title: String {
    switch self {
    case .pass?: "pass"
    case .fail?: "fail"
    case .warn?: "warn"
    case .info?: "remark"
    case .unknown?: "open"
    case .notApplicable?: "does not apply"
    case nil: "not looked at"
    }
  }
}
