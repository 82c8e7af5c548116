import AuditModel

extension TextPage {
  /// What could not be looked at, and what would make it visible, the gravest first.
  mutating func undecided(_ outcomes: [CheckOutcome], isWhole: Bool) {
    guard !outcomes.isEmpty else { return }
    line()
    line(Span("What could not be looked at", .bold))
    let questions = OpenQuestion.all(of: outcomes)
    let shown = isWhole ? questions[...] : questions.prefix(TextLimits.openQuestions)
    for question in shown {
      let fact = question.fact
      line()
      paragraph(isWhole ? fact.statement : fact.shortStatement, label: Span("?", .blue), labelWidth: 3)
      evidence(of: fact, isWhole: isWhole)
      if let remedy = fact.remedy { paragraph(remedy, label: Span("Do", .bold), labelWidth: 6, indent: 3) }
      open(question.outcomes, isWhole: isWhole)
    }
    if questions.count > shown.count {
      line()
      paragraph("and \(questions.count - shown.count) more (--verbose shows them)", indent: 3, paint: .dim)
    }
  }

  /// The checks that something leaves open.
  mutating func open(_ outcomes: [CheckOutcome], isWhole: Bool) {
    paragraph(Self.list(outcomes, isWhole: isWhole), label: Span("Open", .bold), labelWidth: 6, indent: 3)
  }

  /// The checks that a fact leaves open, the gravest first.
  private static func list(_ outcomes: [CheckOutcome], isWhole: Bool) -> String {
    let sorted = outcomes.enumerated().sorted { left, right in
      let (a, b) = (left.element.description.severity, right.element.description.severity)
      return a == b ? left.offset < right.offset : a > b
    }.map { "\($0.element.check) (\($0.element.description.severity.name))" }
    let shown = isWhole ? sorted[...] : sorted.prefix(TextLimits.openChecks)
    let more = sorted.count > shown.count ? " and \(sorted.count - shown.count) more" : ""
    return shown.joined(separator: ", ") + more
  }

  /// Facts worth knowing, one line each.
  mutating func remarks(_ outcomes: [CheckOutcome]) {
    let remarks = outcomes.remarks
    guard !remarks.isEmpty else { return }
    line()
    line(Span("Worth knowing", .bold))
    let width = (remarks.map(\.check.rawValue.utf8.count).max() ?? 0) + 2
    for (check, fact) in remarks {
      paragraph(fact.shortStatement, label: Span(check.rawValue, .dim), labelWidth: width, indent: 3)
      if let remedy = fact.remedy { paragraph(remedy, labelWidth: width, indent: 3, paint: .dim) }
    }
  }

  /// The data that an answer may be wrong by.
  mutating func agedData(_ data: [AgedData]) {
    guard !data.isEmpty else { return }
    line()
    line(Span("Old data", .bold))
    for entry in data {
      paragraph("\(entry.name) of \(entry.date), \(entry.days) days old. \(entry.remedy)", indent: 3)
    }
  }

  /// The checks that pass and those without a meaning here: their number, or all of them.
  mutating func passes(_ outcomes: [CheckOutcome], isListed: Bool) {
    let passing = outcomes.filter { $0.verdict == .pass }
    let idle = outcomes.filter { $0.verdict == .notApplicable }
    line()
    guard isListed else {
      return paragraph(
        "\(passing.count) of \(outcomes.count) checks pass, \(idle.count) do not apply (--verbose lists them).",
        paint: .dim)
    }
    list("In order", passing, \.description.title)
    list("Does not apply", idle) { $0.inapplicability ?? "" }
  }

  private mutating func list(_ title: String, _ outcomes: [CheckOutcome], _ words: (CheckOutcome) -> String) {
    guard !outcomes.isEmpty else { return }
    line(Span(title, .bold))
    let width = (outcomes.map(\.check.rawValue.utf8.count).max() ?? 0) + 2
    for outcome in outcomes {
      paragraph(words(outcome), label: Span(outcome.check.rawValue, .dim), labelWidth: width, indent: 3)
    }
  }
}
