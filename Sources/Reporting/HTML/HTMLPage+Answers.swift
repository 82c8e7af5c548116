import AuditModel

extension HTMLPage {
  /// Whether mail will arrive, receiver by receiver.
  mutating func receivers(_ answers: [ReceiverAnswer]) {
    guard let first = answers.first else { return }
    section("Will it arrive?") { page in
      page.element("p", "Judged as: \(first.mailClass.words).", class: "dim")
      page.open("div", class: "cards")
      for answer in answers { page.card(answer) }
      page.close("div")
    }
  }

  private mutating func card(_ answer: ReceiverAnswer) {
    open("div", class: "card \(answer.word.rawValue)")
    element("h3", "\(answer.receiver.name): \(answer.word.title)")
    let deciding = answer.deciding
    if answer.word == .noKnownObstacle {
      element("p", "Nothing that can be seen from outside stands in the way; reputation and content decide.")
    }
    if !deciding.isEmpty {
      open("ul")
      for reason in deciding.prefix(TextLimits.deciding) {
        raw("<li>\(Self.inline("code", reason.check.rawValue)) \(MarkupText.of(reason.statement))</li>\n")
      }
      if deciding.count > TextLimits.deciding { element("li", "and \(deciding.count - TextLimits.deciding) more") }
      close("ul")
    }
    if answer.afterRemedies != answer.word { element("p", "All mended: \(answer.afterRemedies.title).") }
    element("p", "Rules read \(answer.receiver.lastRead).", class: "dim")
    close("div")
  }

  /// The first things to do, each with the lines that do it.
  mutating func actions(_ actions: [NextAction]) {
    guard !actions.isEmpty else { return }
    section("Do this next") { page in
      page.open("ol", class: "actions")
      for action in actions {
        page.open("li")
        page.raw("<p>\(Self.tag(action.cause.level)) \(Self.inline("strong", action.remedy))</p>\n")
        for correction in action.corrections {
          page.element("p", "In \(correction.file):")
          page.element("pre", correction.lines.map(VisibleText.of).joined(separator: "\n"))
        }
        for proposal in action.proposals { page.proposal(proposal) }
        if let statement = action.statement { page.element("p", statement) }
        page.raw("<p class=\"dim\">\(page.link(to: action.cause.outcome.check))</p>\n")
        page.close("li")
      }
      page.close("ol")
    }
  }

  /// A link to the finding of a check on this page.
  private func link(to check: CheckID) -> String {
    "<a href=\"#\(prefix)\(MarkupText.of(check.rawValue))\">\(MarkupText.of(check.rawValue))</a>"
  }

  /// The grade of each area, with the checks that make it.
  mutating func grades(_ report: AuditReport) {
    section("Grades") { page in
      let counted = Set(report.outcomesOfGoal.map(\.description.area))
      let outcomes = Dictionary(grouping: report.outcomes, by: \.description.area)
      page.table(
        ["Area", "Grade", "Because"],
        report.grades.map { area, grade in
          let note = counted.contains(area) ? "" : " <span class=\"dim\">(not counted for this goal)</span>"
          return [MarkupText.of(area.title), Self.badge(grade), page.reasons(grade, outcomes[area] ?? []) + note]
        }, class: "grades")
    }
  }

  private func reasons(_ grade: Grade, _ outcomes: [CheckOutcome]) -> String {
    let open = outcomes.open(at: grade).count
    let links = outcomes.worst.map { link(to: $0.check) }
    return (links + (open == 0 ? [] : ["\(open) undecided"])).joined(separator: ", ")
  }

  mutating func profiles(_ results: [ProfileResult]) {
    guard !results.isEmpty else { return }
    section("Profiles") { page in
      page.table(
        ["Profile", "Answer", "Failing", "Undecided", "Remarks"],
        results.map { result in
          [MarkupText.of(result.name), MarkupText.of(result.answer.title)]
            + [result.failing, result.undecided, result.remarks].map { items in
              items.map { MarkupText.of($0.check.rawValue) }.joined(separator: ", ")
            }
        })
    }
  }
}
