public import AuditModel

/// Reports for Nagios and Icinga: one line that says the state, performance data behind a bar, and the things to fix
/// below (Monitoring Plugins Development Guidelines, "Plugin Output"). Several reports have the worst of their states.
public struct NagiosSheet: ReportSheet {
  /// The four states, their numbers being exit statuses.
  public enum State: Int32, Sendable, Comparable {
    /// Nothing to fix from the level below `failOn` on.
    case ok = 0
    /// Something to fix, but below `failOn`.
    case warning = 1
    /// Something at `failOn` or above.
    case critical = 2
    /// Nobody could look at something that might be critical.
    case unknown = 3

    /// OK, warning, unknown, critical: what is known to be critical goes before what is not known.
    public static func < (left: State, right: State) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .critical ? 4 : Int(rawValue) }

    var word: String {
      switch self {
      case .ok: "OK"
      case .warning: "WARNING"
      case .critical: "CRITICAL"
      case .unknown: "UNKNOWN"
      }
    }
  }

  private let failOn: Severity
  private let showsDuration: Bool
  private var lines: [String] = []
  private var things: [String] = []
  private var performance: [String] = []
  /// The worst state so far; unknown while there is no report.
  public private(set) var state: State = .unknown

  /// Makes an empty sheet; `failOn` is the lowest level that is critical.
  public init(failOn: Severity, showsDuration: Bool = true) {
    self.failOn = failOn
    self.showsDuration = showsDuration
  }

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    let summary = ReportSummary(report)
    let state = Self.state(of: report, failOn: failOn)
    self.state = lines.isEmpty ? state : max(self.state, state)
    lines.append("\(report.target): \(report.overallGrade), \(summary.headline(goal: report.goal))")
    for cause in summary.causes where cause.countsForGoal {
      let words = "\(cause.outcome.check) (\(cause.level.name)): \(cause.outcome.findings.first?.shortStatement ?? "")"
      things.append("\(report.target): \(words)")
    }
    performance += performance(of: report, among: summary)
    return []
  }

  /// Gives the line, and what stands below it.
  public func finish() -> [UInt8] {
    let first = lines.isEmpty ? "nothing was audited" : lines.joined(separator: "; ")
    let data = performance.isEmpty ? "" : " | " + performance.joined(separator: " ")
    let rest = things.map { Self.harmless($0) + "\n" }.joined()
    return Array("MAILAUDIT \(state.word) - \(Self.harmless(first))\(data)\n\(rest)".utf8)
  }

  /// The state that a report asks for.
  public static func state(of report: AuditReport, failOn: Severity) -> State {
    switch report.exitStatus(failOn: failOn) {
    case .clean: report.exitStatus(failOn: max(.low, failOn.lowered)) == .found ? .warning : .ok
    case .undecided: .unknown
    default: .critical
    }
  }

  /// `'label'=value;warn;crit;min;max`, the numbers being counts.
  private func performance(of report: AuditReport, among summary: ReportSummary) -> [String] {
    let label = { (name: String) in "'\(report.target.filter { $0 != "'" && $0 != "=" && $0 != "|" }) \(name)'" }
    let counts = [Severity.critical, .high, .medium, .low].map { level in
      "\(label(level.name))=\(summary.causes.count { $0.countsForGoal && $0.level == level });;;0"
    }
    let time = "\(label("time"))=\(report.statistics.duration.decimalSeconds)s;;;0"
    return
      (counts + [
        "\(label("undecided"))=\(summary.undecided.count);;;0",
        "\(label("questions"))=\(report.statistics.questions);;;0"
      ] + (showsDuration ? [time] : [])).map(Self.harmless)
  }

  /// A bar would begin the performance data.
  private static func harmless(_ text: String) -> String { VisibleText.of(text).replacing("|", with: "/") }
}
