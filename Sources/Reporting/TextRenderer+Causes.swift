import AuditModel

extension TextPage {
  /// Everything that there is to fix, in order of effect.
  mutating func causes(_ causes: [RootCause], of report: AuditReport, isWhole: Bool) {
    guard !causes.isEmpty else { return }
    line()
    line(Span("What was found", .bold))
    var saysBeside = false
    for (index, cause) in causes.enumerated() {
      if !cause.countsForGoal, !saysBeside {
        saysBeside = true
        line()
        line(Span("Beside the goal \"\(report.goal.rawValue)\"", .bold))
      }
      self.cause(cause, number: index + 1, isWhole: isWhole)
      for proposal in report.proposals(for: cause.outcome.check) { self.proposal(proposal) }
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
    paragraph(isWhole ? fact.statement : fact.shortStatement, indent: 3)
    evidence(of: fact, isWhole: isWhole)
    if saysRemedy, let remedy = fact.remedy { field("Do", remedy) }
  }

  /// What was seen, each piece on its own.
  mutating func evidence(of fact: Finding, isWhole: Bool) {
    let shown = isWhole ? fact.evidence[...] : fact.evidence.prefix(TextLimits.evidence)
    for item in shown { evidence(item, indent: 3, isWhole: isWhole) }
    let left = fact.evidence.count - shown.count
    if left > 0 { line(Span("| and \(left) more (--verbose shows them)", .dim), indent: 3) }
  }

  private mutating func field(_ name: String, _ words: String) {
    paragraph(words, label: Span(name, .bold), labelWidth: 6, indent: 3)
  }

  /// The failing checks with their level, then the undecided ones; the number of those if they are many.
  private static func list(_ outcomes: [CheckOutcome]) -> String {
    var names = outcomes.compactMap { outcome in
      outcome.effectiveLevel.map { "\(outcome.check) (\($0.name))" }
    }
    let open = outcomes.filter { $0.effectiveLevel == nil }
    if open.count > TextLimits.openChecks {
      names.append("why \(open.count) checks are undecided")
    } else {
      names += open.map { "\($0.check) (undecided)" }
    }
    return names.joined(separator: ", ")
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

extension Finding {
  /// The statement, cut in its middle when it quotes somebody at length.
  var shortStatement: String { statement.cut(at: TextLimits.statement) }
}

extension String {
  /// The text, cut in its middle when it has more scalars than `limit`.
  func cut(at limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    let scalars = Array(unicodeScalars)
    let parts = [scalars.prefix(limit / 2), scalars.suffix(limit / 2)]
    return parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: " … ")
  }
}
