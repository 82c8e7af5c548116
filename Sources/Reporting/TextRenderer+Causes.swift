import AuditModel

extension TextPage {
  /// What to do, in order of effect.
  mutating func causes(_ causes: [RootCause], of report: AuditReport, isWhole: Bool) {
    guard !causes.isEmpty else { return }
    line()
    line(Span("What to do next", .bold))
    var saysBeside = false
    for (index, cause) in causes.enumerated() {
      if !cause.countsForGoal, !saysBeside {
        saysBeside = true
        line()
        line(Span("Beside the goal \"\(report.goal.rawValue)\"", .bold))
      }
      self.cause(cause, number: index + 1, isWhole: isWhole)
    }
  }

  private mutating func cause(_ cause: RootCause, number: Int, isWhole: Bool) {
    let (check, level) = (cause.outcome.description, cause.outcome.effectiveLevel ?? .info)
    line()
    line(
      Span("\(number)".padded(to: 3), .bold), Span(level.name.uppercased(), level.paint), "  ",
      Span(check.id.rawValue, .bold), Span("  " + check.area.title, .dim))
    let facts = cause.outcome.findings.filter { $0.verdict == .fail || $0.verdict == .warn }
    let shown = isWhole ? facts[...] : facts.prefix(TextLimits.findings)
    let shared = Self.sharedRemedy(of: facts, check)
    for fact in shown { self.fact(fact, saysRemedy: shared == nil, isWhole: isWhole) }
    if facts.count > shown.count {
      paragraph("and \(facts.count - shown.count) more of this kind (--verbose shows them)", indent: 3, paint: .dim)
    }
    field("Why", check.whyItMatters)
    if let remedy = shared ?? (facts.contains { $0.remedy == nil } ? check.remedy : nil) { field("Do", remedy) }
    field("Rule", "\(check.title) (\(check.standards.inShort))")
    if !cause.consequences.isEmpty { field("Also", "explains " + Self.list(cause.consequences)) }
  }

  /// What to do about all facts alike; nil when they differ in that.
  private static func sharedRemedy(of facts: [Finding], _ check: CheckDescription) -> String? {
    let remedies = Set(facts.map { $0.remedy ?? check.remedy })
    return remedies.count == 1 ? remedies.first : nil
  }

  /// One fact: what is the case, what was seen, and what to do about this very thing.
  private mutating func fact(_ fact: Finding, saysRemedy: Bool, isWhole: Bool) {
    paragraph(fact.statement, indent: 3)
    for item in fact.evidence { evidence(item, indent: 3, isWhole: isWhole) }
    if saysRemedy, let remedy = fact.remedy { field("Do", remedy) }
  }

  private mutating func field(_ name: String, _ words: String) {
    paragraph(words, label: Span(name, .bold), labelWidth: 6, indent: 3)
  }

  private static func list(_ outcomes: [CheckOutcome]) -> String {
    outcomes.map { outcome in
      let level = outcome.effectiveLevel.map(\.name) ?? "undecided"
      return "\(outcome.check) (\(level))"
    }.joined(separator: ", ")
  }
}

extension Severity {
  /// The colour of the level.
  var paint: Paint {
    switch self {
    case .critical, .high: .red
    case .medium: .yellow
    case .low, .info: .plain
    }
  }
}
