import AuditModel

extension TextPage {
  /// Whether the profiles are kept: a line for each, and the checks that decide it.
  mutating func profiles(_ results: [ProfileResult], isWhole: Bool) {
    guard !results.isEmpty else { return }
    line()
    line(Span("Profiles", .bold))
    for result in results {
      line(Span(result.name + ": "), Span(result.answer.title, result.answer.paint), indent: 3)
      list("Fail", result.failing, isWhole: isWhole)
      list("Open", result.undecided, isWhole: isWhole)
      list("Note", result.remarks, isWhole: isWhole)
      for blindSpot in result.blindSpots { paragraph(blindSpot, label: Span("Note", .dim), labelWidth: 6, indent: 6) }
    }
  }

  private mutating func list(_ name: String, _ items: [ProfileResult.Item], isWhole: Bool) {
    if isWhole {
      for item in items {
        paragraph("\(item.check): \(item.statement)", label: Span(name, .bold), labelWidth: 6, indent: 6)
      }
    } else if !items.isEmpty {
      paragraph(
        items.map(\.check.rawValue).joined(separator: ", "), label: Span(name, .bold), labelWidth: 6, indent: 6)
    }
  }
}

extension ProfileResult.Answer {
  /// The colour of the answer.
  fileprivate var paint: Paint {
    switch self {
    case .pass, .passWithRemarks: .green
    case .undecided: .blue
    case .fail: .red
    }
  }
}
