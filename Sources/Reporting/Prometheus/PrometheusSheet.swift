public import AuditModel

/// Reports as metrics in the text format of Prometheus, for the textfile collector of node_exporter: samples of one
/// metric stand together, so all is written at the end.
public struct PrometheusSheet: ReportSheet {
  private let showsDuration: Bool
  private var families: [PrometheusFamily] = [
    .init("mailaudit_grade", "The grade of an area: 0 A, 1 B, 2 C, 3 D, 4 F. Areas without a grade have no sample."),
    .init("mailaudit_grade_possible", "The grade of an area if all that could not be looked at failed."),
    .init("mailaudit_defects", "Root causes that count for the goal, by the worst level that they cause."),
    .init("mailaudit_undecided", "Checks that could not be decided, by their severity."),
    .init("mailaudit_check", "Checks that fail, warn or are undecided, with their verdict; always 1."),
    .init(
      "mailaudit_receiver_answer",
      "What a receiver would make of the mail: 0 no known obstacle, 1 not enough data, 2 at risk, 3 refused."),
    .init(
      "mailaudit_deadline_timestamp_seconds",
      "When something ends or is due: certificates, signatures of zones, keys, registrations."),
    .init("mailaudit_questions", "Questions asked of the resolver by the last audit."),
    .init("mailaudit_failed_questions", "Questions of the last audit without an answer."),
    .init("mailaudit_last_run_timestamp_seconds", "When the last audit began."),
    .init("mailaudit_last_run_duration_seconds", "How long the last audit took.")
  ]

  /// Makes an empty sheet.
  public init(showsDuration: Bool = true) {
    self.showsDuration = showsDuration
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    let target = ("target", report.target)
    for (area, grade) in report.grades {
      let labels = [target, ("area", area.rawValue)]
      if let letter = grade.letter { sample("mailaudit_grade", labels, letter.rawValue) }
      if let letter = grade.possible { sample("mailaudit_grade_possible", labels, letter.rawValue) }
    }
    let summary = ReportSummary(report)
    for level in Severity.allCases.reversed() {
      let labels = [target, ("severity", level.name)]
      sample("mailaudit_defects", labels, summary.causes.count { $0.countsForGoal && $0.level == level })
      sample("mailaudit_undecided", labels, summary.undecided.count { $0.possibleLevel == level })
    }
    for outcome in report.outcomes where outcome.verdict >= .unknown { add(outcome, target) }
    for answer in report.receivers {
      sample(
        "mailaudit_receiver_answer", [target, ("receiver", answer.receiver.id)],
        ReceiverAnswer.Word.allCases.firstIndex(of: answer.word) ?? 0)
    }
    for deadline in report.deadlines {
      let labels = [target, ("kind", deadline.kind.rawValue), ("subject", deadline.subject)]
      sample("mailaudit_deadline_timestamp_seconds", labels, deadline.time)
    }
    addCost(of: report, [target])
    return []
  }

  /// Gives all metrics.
  public func finish() -> [UInt8] { families.filter { !$0.samples.isEmpty }.flatMap(\.octets) }

  private mutating func add(_ outcome: CheckOutcome, _ target: (String, String)) {
    let check = outcome.description
    let labels = [
      target, ("check", check.id.rawValue), ("area", check.area.rawValue), ("severity", check.severity.name),
      ("verdict", outcome.verdict.rawValue)
    ]
    sample("mailaudit_check", labels, 1)
  }

  private mutating func addCost(of report: AuditReport, _ labels: [(String, String)]) {
    sample("mailaudit_questions", labels, report.statistics.questions)
    sample("mailaudit_failed_questions", labels, report.statistics.failures)
    sample("mailaudit_last_run_timestamp_seconds", labels, report.time)
    if showsDuration {
      families[families.count - 1].add(labels, report.statistics.duration.decimalSeconds)
    }
  }

  private mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Int) {
    guard let index = families.firstIndex(where: { $0.name == name }) else { return }
    families[index].add(labels, String(value))
  }
}

/// One metric with its samples. All are gauges: they tell of the last audit.
private struct PrometheusFamily {
  let name: String
  private let help: String
  private(set) var samples: [String] = []

  init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  mutating func add(_ labels: [(String, String)], _ value: String) {
    let text = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    samples.append("\(name){\(text)} \(value)\n")
  }

  var octets: [UInt8] {
    Array("# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(samples.joined())".utf8)
  }

  /// Within a label a backslash, a quote and a line feed are escaped; other control characters were spelled out.
  private static func escaped(_ text: String) -> String {
    VisibleText.of(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
