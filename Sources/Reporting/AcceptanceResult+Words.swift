public import AuditModel

extension AcceptanceResult {
  /// How it stands, one sentence; nil where there is nothing to tell.
  public var sentence: String? {
    let until = acceptance.lastDay
    let place = acceptance.place.map { " (\($0.file):\($0.line))" } ?? ""
    switch state {
    case .accepted: return "Accepted by \(acceptance.owner) until \(until): \(acceptance.reason)."
    case .ended:
      let what = findings.isEmpty ? "There is no such finding any more: remove the entry" : "It counts again: mend it"
      let other = findings.isEmpty ? "" : ", or have it accepted anew"
      return
        "The acceptance by \(acceptance.owner) ended with \(until) (\(acceptance.reason)). \(what)\(other)\(place)."
    case .idle: return "Accepted by \(acceptance.owner), but there is no such finding: remove the entry\(place)."
    case .unknown: return nil
    }
  }
}

extension [AcceptanceResult] {
  /// Those that there is something to tell of, what has ended first.
  var told: [AcceptanceResult] {
    let order: [AcceptanceResult.State] = [.ended, .idle, .accepted]
    return order.flatMap { state in filter { $0.state == state } }
  }
}

extension TextPage {
  /// What the owner accepts: who, why, until when.
  mutating func acceptances(_ results: [AcceptanceResult]) {
    let told = results.told
    guard !told.isEmpty else { return }
    line()
    line(Span("Accepted findings", .bold))
    for result in told {
      line(Span(result.acceptance.title, result.state == .ended ? .yellow : .dim), indent: 3)
      for finding in result.findings.prefix(TextLimits.findings) {
        paragraph("\(finding.verdict.rawValue): \(finding.statement)", indent: 6)
      }
      if let sentence = result.sentence { paragraph(sentence, indent: 6) }
    }
  }
}

extension HTMLPage {
  /// What the owner accepts: who, why, until when.
  mutating func acceptances(_ results: [AcceptanceResult]) {
    let told = results.told
    guard !told.isEmpty else { return }
    section("Accepted findings") { page in
      page.open("ul")
      for result in told {
        let facts = result.findings.map { MarkupText.of("\($0.verdict.rawValue): \($0.statement)") + "<br>" }.joined()
        page.raw(
          "<li>\(Self.inline("code", result.acceptance.title)) \(facts)\(MarkupText.of(result.sentence ?? ""))</li>\n")
      }
      page.close("ul")
    }
  }
}
