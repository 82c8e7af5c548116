import AuditModel

extension TextPage {
  /// Whether mail will arrive: receivers that answer alike together, then what decides it.
  mutating func receivers(_ answers: [ReceiverAnswer], isWhole: Bool) {
    guard let first = answers.first, let worst = answers.worst else { return }
    line()
    line(
      Span("Will it arrive? ", .bold), Span(worst.word.title, worst.word.paint),
      Span(" (\(worst.receivers.map(\.name).joined(separator: ", ")))"))
    paragraph("Judged as: \(first.mailClass.words).", indent: 3, paint: .dim)
    for alike in AlikeAnswers.all(of: answers) { self.answer(alike) }
    defects(ReceiverReason.all(of: answers).filter { $0.first.verdict > .unknown }, isWhole: isWhole)
  }

  /// What the answers of receivers leave open, and what decides nothing.
  mutating func openAnswers(_ answers: [ReceiverAnswer], isWhole: Bool) {
    missing(ReceiverReason.all(of: answers).filter { $0.first.verdict <= .unknown }, isWhole: isWhole)
    if isWhole { remarks(answers) }
  }

  private mutating func answer(_ alike: AlikeAnswers) {
    paragraph(
      alike.names + ": " + alike.words, label: Span(alike.word.title, alike.word.paint), labelWidth: 19, indent: 3)
  }

  /// The defects, each once with the rules that it breaks; one that another explains stands with that.
  private mutating func defects(_ reasons: [ReceiverReason], isWhole: Bool) {
    let roots = ReceiverReason.roots(of: reasons)
    let shown = isWhole ? roots[...] : roots.prefix(TextLimits.findings)
    for root in shown {
      defect(root.reason, as: root.word, isWhole: isWhole)
      for below in root.consequences { consequence(below, besides: root.reason) }
    }
    if roots.count > shown.count {
      line()
      paragraph("and \(roots.count - shown.count) more (--verbose shows them)", indent: 3, paint: .dim)
    }
  }

  private mutating func defect(_ reason: ReceiverReason, as word: ReceiverAnswer.Word, isWhole: Bool) {
    let first = reason.first
    line()
    line(
      Span(word.title, word.paint), Span("  \(first.check)", .bold), Span("  \(reason.names)", .dim),
      indent: 3)
    paragraph(first.statement, indent: 3)
    if let evidence = first.evidence { self.evidence(evidence, indent: 3, isWhole: isWhole) }
    for (answer, reason) in reason.places {
      field("Rule", "\(answer.receiver.name), \(reason.word.title): \(reason.rule.words)")
    }
    for cause in first.chain { field("Since", cause.words) }
    field("Do", first.causedBy.map { "See to \($0): " + first.remedy } ?? first.remedy)
    field(
      "Then",
      reason.places.map { "\($0.answer.receiver.name): \($0.reason.afterRemedy.title)" }.joined(separator: ", "))
  }

  /// What a defect explains, with the rules that make the answers of receivers.
  private mutating func consequence(_ below: ReceiverReason, besides root: ReceiverReason) {
    field("Also", "explains \(below.first.check)")
    for (answer, reason) in below.places where reason.word == answer.word {
      let own = root.places.first { $0.answer.receiver.id == answer.receiver.id }
      // What the defect itself makes of the answer has been said.
      if let own, own.reason.word == answer.word { continue }
      let then = own == nil ? "; then \(reason.afterRemedy.title)" : ""
      field("Rule", "\(answer.receiver.name), \(reason.word.title)\(then): \(reason.rule.words)")
    }
  }

  /// What the answers still lack, each way to get it once.
  private mutating func missing(_ reasons: [ReceiverReason], isWhole: Bool) {
    guard !reasons.isEmpty else { return }
    var remedies: [String] = []
    for reason in reasons where !remedies.contains(reason.first.remedy) { remedies.append(reason.first.remedy) }
    let shown = isWhole ? remedies[...] : remedies.prefix(TextLimits.openQuestions)
    line()
    line(Span("What the answers of receivers lack", .bold))
    for remedy in shown {
      let checks = reasons.filter { $0.first.remedy == remedy }.map { "\($0.first.check) (\($0.names))" }
      paragraph(
        "\(remedy) Open: \(checks.joined(separator: ", ")).", label: Span("Do", .bold), labelWidth: 6, indent: 3)
    }
    if remedies.count > shown.count {
      paragraph("and \(remedies.count - shown.count) more (--verbose shows them)", indent: 3, paint: .dim)
    }
  }

  /// What decides nothing: breaches of what is advised, or of what a receiver does not state.
  private mutating func remarks(_ answers: [ReceiverAnswer]) {
    for answer in answers {
      for remark in answer.remarks {
        let role = remark.rule.role(for: answer.mailClass) == .notStated ? "does not state" : "advises"
        paragraph(
          "\(answer.receiver.name) \(role): \(remark.rule.words). \(remark.check): \(remark.statement)",
          label: Span("Note", .dim), labelWidth: 6, indent: 3, paint: .dim)
      }
    }
  }

  private mutating func field(_ name: String, _ words: String) {
    paragraph(words, label: Span(name, .bold), labelWidth: 6, indent: 3)
  }
}
