import AuditModel

extension TextPage {
  /// The steps, a line each; the dialogue behind them when everything is wanted.
  mutating func proceedings(_ proceedings: Proceedings?, isWhole: Bool, showsDuration: Bool) {
    guard let proceedings else { return }
    line()
    let width = proceedings.steps.map(\.name.columns).max() ?? 0
    var place = ""
    for step in proceedings.steps {
      if step.place != place, !step.place.isEmpty { paragraph(step.place, indent: 2, paint: .dim) }
      place = step.place
      let time = showsDuration ? step.duration.map { " (\($0.wholeMilliseconds) ms)" } ?? "" : ""
      paragraph(
        step.result + time, label: Span("\(step.verdict.letter) \(step.name)", step.verdict.paint),
        labelWidth: width + 4,
        indent: 2)
    }
    guard isWhole else { return }
    line()
    for spoken in proceedings.transcript { paragraph(spoken, indent: 4, paint: .dim) }
  }
}

extension Proceedings {
  /// The steps and the dialogue as members of a report.
  func write(to writer: inout JSONWriter, showsDuration: Bool) {
    writer.member("steps", steps) { writer, step in
      writer.object { object in
        object.member("place", step.place)
        object.member("step", step.name)
        object.member("verdict", word: step.verdict.rawValue)
        object.member("result", step.result)
        if showsDuration, let duration = step.duration {
          object.name("milliseconds")
          object.literal("\(duration.wholeMilliseconds)")
        }
      }
    }
    writer.member("transcript", transcript) { $0.text($1) }
  }
}

extension Verdict {
  /// One sign for a step.
  fileprivate var letter: String {
    switch self {
    case .pass: "+"
    case .fail: "x"
    case .warn: "!"
    case .info: "i"
    case .unknown: "?"
    case .notApplicable: "-"
    }
  }

  fileprivate var paint: Paint {
    switch self {
    case .pass: .green
    case .fail: .red
    case .warn: .yellow
    case .unknown: .blue
    case .info, .notApplicable: .plain
    }
  }
}
