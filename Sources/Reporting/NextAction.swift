import AuditModel

/// One of the first things to do: what a report opens with, in the words and lines that can be carried over.
struct NextAction {
  /// The thing to fix.
  let cause: RootCause
  /// What is the case; nil when the check says it all.
  let statement: String?
  /// What to do.
  let remedy: String
  /// Lines of the owner's files that do it.
  let corrections: [Correction]
  /// Records that do it.
  let proposals: [Proposal]

  /// How many a report opens with.
  private static let count = 3

  /// The first of `causes` that count for the goal, in order of effect.
  static func first(of causes: [RootCause], in report: AuditReport) -> [NextAction] {
    causes.filter { $0.countsForGoal && $0.level > .info }.prefix(count).map { NextAction($0, in: report) }
  }

  private init(_ cause: RootCause, in report: AuditReport) {
    let fact = cause.outcome.findings.first { $0.verdict == .fail || $0.verdict == .warn }
    self.cause = cause
    statement = fact?.shortStatement
    remedy = fact?.remedy ?? cause.outcome.description.remedy
    corrections = report.corrections.filter { $0.check == cause.outcome.check.rawValue }
    proposals = report.proposals(for: cause.outcome.check)
  }
}

extension TextPage {
  /// The first things to do, each with the lines that do it.
  mutating func actions(_ actions: [NextAction]) {
    guard !actions.isEmpty else { return }
    line()
    line(Span("Do this next", .bold))
    for (index, action) in actions.enumerated() { self.action(action, number: index + 1) }
  }

  private mutating func action(_ action: NextAction, number: Int) {
    let check = action.cause.outcome.check
    paragraph(
      "\(action.remedy) (\(check), \(action.cause.level.name))", label: Span("\(number)", .bold), labelWidth: 3)
    for proposal in action.proposals where proposal.isProven { deeds(of: proposal) }
    for correction in action.corrections { self.correction(correction) }
  }

  private mutating func correction(_ correction: Correction) {
    line(Span("In \(VisibleText.of(correction.file))", .bold), indent: 3)
    for text in correction.lines.prefix(TextLimits.correctedLines) { line(Span(VisibleText.of(text)), indent: 5) }
    let left = correction.lines.count - TextLimits.correctedLines
    if left > 0 { line(Span("and \(left) lines more (\"mailaudit settings --diff\" shows them)", .dim), indent: 5) }
  }
}
