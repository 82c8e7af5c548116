import AuditModel

extension HTMLPage {
  /// All that there is to fix or to consider, with buttons that narrow it down by severity; they need no script.
  mutating func findings(_ causes: [RootCause], of report: AuditReport) {
    guard !causes.isEmpty else { return }
    section("Findings", class: "findings") { page in
      page.filter()
      page.open("div", class: "list")
      for cause in causes { page.finding(cause, goal: report.goal) }
      page.close("div")
    }
  }

  /// Radio buttons that stand before the list, so that style sheets can follow them.
  private mutating func filter() {
    raw("<p class=\"dim\" id=\"\(prefix)filter\">Show from this severity on:</p>\n")
    for (index, level) in Severity.allCases.enumerated() {
      let id = "\(prefix)from-\(level.name)"
      let checked = index == 0 ? " checked" : ""
      raw(
        "<input type=\"radio\" name=\"\(prefix)from\" id=\"\(id)\" class=\"from-\(level.name)\"\(checked)>"
          + "<label for=\"\(id)\">\(index == 0 ? "all" : level.name)</label>\n")
    }
  }

  private mutating func finding(_ cause: RootCause, goal: Goal) {
    let check = cause.outcome.description
    raw("<details class=\"finding \(cause.level.name)\" id=\"\(prefix)\(MarkupText.of(check.id.rawValue))\" open>\n")
    raw(
      "<summary>\(Self.tag(cause.level)) \(Self.inline("code", check.id.rawValue)) "
        + "\(MarkupText.of(check.title)) \(Self.inline("span", check.area.title, class: "dim"))</summary>\n")
    for fact in cause.outcome.findings where fact.verdict >= .warn { self.fact(fact) }
    open("dl")
    field("Why", check.whyItMatters)
    field("Do", check.remedy)
    field("Rule", "\(check.rule) (\(check.standards.inShort))")
    if !cause.consequences.isEmpty {
      let names = cause.consequences.map { outcome in
        "<span id=\"\(prefix)\(MarkupText.of(outcome.check.rawValue))\">\(MarkupText.of(outcome.check.rawValue))</span>"
      }
      raw("<dt>Explains</dt><dd>\(names.joined(separator: ", "))</dd>\n")
    }
    if !cause.countsForGoal { field("Goal", "does not count for \"\(goal.rawValue)\"") }
    close("dl")
    close("details")
  }

  private mutating func fact(_ fact: Finding) {
    element("p", fact.statement)
    for item in fact.evidence { evidence(item) }
    if let remedy = fact.remedy { raw("<p><b>Do:</b> \(MarkupText.of(remedy))</p>\n") }
  }

  private mutating func field(_ name: String, _ words: String) {
    raw("<dt>\(MarkupText.of(name))</dt><dd>\(MarkupText.of(words))</dd>\n")
  }

  /// What could not be looked at, and what would make it visible.
  mutating func undecided(_ outcomes: [CheckOutcome]) {
    guard !outcomes.isEmpty else { return }
    section("What could not be looked at") { page in
      page.open("ul", class: "open")
      for question in OpenQuestion.all(of: outcomes) {
        page.raw("<li>\(MarkupText.of(question.fact.statement))")
        if let remedy = question.fact.remedy { page.raw(" <b>Do:</b> \(MarkupText.of(remedy))") }
        let checks = question.outcomes.map { Self.inline("code", $0.check.rawValue) }
        page.raw(" <span class=\"dim\">Open: \(checks.joined(separator: ", "))</span></li>\n")
      }
      page.close("ul")
    }
  }

  mutating func remarks(_ outcomes: [CheckOutcome]) {
    let remarks = outcomes.remarks
    guard !remarks.isEmpty else { return }
    section("Worth knowing") { page in
      page.open("ul")
      for (check, fact) in remarks {
        page.raw("<li>\(Self.inline("code", check.rawValue)) \(MarkupText.of(fact.statement))</li>\n")
      }
      page.close("ul")
    }
  }

  /// Every check with its verdict.
  mutating func everything(_ outcomes: [CheckOutcome]) {
    raw("<details class=\"everything\">\n<summary>Everything looked at: \(outcomes.count) checks</summary>\n")
    table(
      ["Check", "Verdict", "What is asked"],
      outcomes.map { outcome in
        let words = outcome.inapplicability ?? outcome.description.title
        return [
          Self.inline("code", outcome.check.rawValue),
          Self.inline("span", outcome.verdict.words, class: "verdict \(outcome.verdict.rawValue)"), MarkupText.of(words)
        ]
      })
    close("details")
  }
}

extension Verdict {
  /// The verdict for people.
  var words: String { self == .notApplicable ? "does not apply" : self == .unknown ? "could not look" : rawValue }
}
