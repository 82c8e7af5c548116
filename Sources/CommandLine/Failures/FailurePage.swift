import AuditModel
import FailureCatalogue
import Reporting
import Syntax

extension TextPage {
  /// Failures that were explained, the most telling one first; the others in short, unless `isWhole`.
  mutating func failures(_ report: FailureReport, isWhole: Bool, isShort: Bool) {
    if isShort { return line(Span(report.inShort)) }
    if report.isAccepted { accepted(report) }
    if report.explanations.isEmpty, !report.isAccepted, !report.isOther { nothing() }
    for (index, explanation) in report.explanations.enumerated() {
      if index > 0 { line() }
      if index == 0 || isWhole { failure(explanation) } else { brief(explanation) }
    }
    if report.dropped > 0 { paragraph("\(report.dropped) more are not shown.") }
    notes(report)
  }

  private mutating func accepted(_ report: FailureReport) {
    let code = report.acceptance.code.map { " (\($0))" } ?? ""
    paragraph(
      "The mail was accepted\(code): nothing failed up to here. Whether it reaches the mailbox is not known yet.")
  }

  private mutating func nothing() {
    paragraph("No entry of the catalogue matches this text, and it has no code of a failure.")
    line()
    paragraph(
      "Look for the lines around it that hold a reply of the server, a number such as 550 with its text, and try again with "
        + "those.", label: Span("Do", .bold), labelWidth: 6)
  }

  private mutating func failure(_ explanation: FailureExplanation) {
    let title = explanation.entry == nil ? "Not in the catalogue" : explanation.cause.title
    line(Span(title, .bold), Span(explanation.entry.map { "  \($0.id)" } ?? "", .dim))
    paragraph(explanation.facts)
    evidence(
      Evidence(
        source: "line \(explanation.place.line), column \(explanation.place.column)", excerpt: explanation.excerpt,
        highlight: explanation.match))
    for (index, sentence) in explanation.meaning.enumerated() {
      paragraph(sentence, label: Span(index == 0 ? "Why" : "", .bold), labelWidth: 6)
    }
    for (index, advice) in explanation.advice.enumerated() {
      paragraph(advice, label: Span(index == 0 ? "Do" : "", .bold), labelWidth: 6)
    }
    if let passes = explanation.passesWords { paragraph(passes, label: Span("Later", .bold), labelWidth: 6) }
    let others = explanation.others.filter { $0.cause != explanation.cause && !$0.isWrapper }.prefix(3)
    if !others.isEmpty {
      paragraph(
        others.map { "\($0.cause.title) (\($0.id))" }.joined(separator: "; "), label: Span("Also", .bold), labelWidth: 6
      )
    }
  }

  private mutating func brief(_ explanation: FailureExplanation) {
    let times = explanation.count > 1 ? ", \(explanation.count) times" : ""
    let title = explanation.entry == nil ? "Not in the catalogue" : explanation.cause.title
    let server = explanation.host.map { ", \($0)" } ?? ""
    paragraph("\(title) (line \(explanation.place.line)\(server)\(times)): \(explanation.meaning.first ?? "")")
  }

  private mutating func notes(_ report: FailureReport) {
    if report.isCut {
      line()
      paragraph("The text is longer than what is read, \(FailureLimits.pasteOctets) octets; the rest was left out.")
    }
    for (index, note) in report.notes.enumerated() {
      if index > 0 || !report.isOther || report.isCut { line() }
      paragraph(note.text, label: Span("Note", .bold), labelWidth: 6)
    }
  }
}

extension FailureReport {
  /// The answer in one line.
  var inShort: String {
    guard let first = explanations.first else {
      return isAccepted ? "accepted" : isOther ? "no failure: \(notes.first?.text ?? "")" : "no entry matches"
    }
    return "\(first.entry == nil ? "no entry matches" : first.cause.rawValue): \(first.meaning.first ?? "")"
  }
}

extension FailureExplanation {
  /// The step, the codes and the server, in a sentence.
  var facts: String {
    var parts: [String] = []
    if let stage { parts.append("\(isStageTold ? "Failed" : "Usually met"): \(stage.phrase)") }
    if let code {
      parts.append("reply \(code)" + (enhanced.map { " \($0)" } ?? ""))
    } else if let enhanced {
      parts.append("status \(enhanced)")
    }
    if let host { parts.append("server \(host)") }
    if count > 1 { parts.append("\(count) times") }
    switch certainty {
    case .known, .none: break
    case .phrase: parts.append("told by a common phrase")
    case .code: parts.append("told by the enhanced status code alone")
    }
    if stage == nil { parts.insert("Step not told", at: 0) }
    return parts.joined(separator: "; ") + "."
  }

  /// Whether waiting helps; nil where nothing tells.
  var passesWords: String? {
    guard let mayPass else { return nil }
    if !mayPass { return "The code says that the same will be refused again." }
    return entry?.kind == .configuration
      ? "The code says to try again, but this does not pass by itself."
      : "The code says that the same may be taken later."
  }
}
