import AuditModel
import History
import Reporting

extension TextPage {
  /// What is different between two runs.
  mutating func comparison(_ comparison: RunComparison, isShort: Bool, isWhole: Bool) {
    let (before, after) = (comparison.before, comparison.after)
    if isShort { return line(Span("\(after.target): \(comparison.inShort)")) }
    line(Span(after.target, .bold), "  \(comparison.inShort)")
    line("  run \(before.number)  \(Timestamp.rfc3339(before.time))  ", Span(before.grade, .bold))
    line("  run \(after.number)  \(Timestamp.rfc3339(after.time))  ", Span(after.grade, .bold))
    for kind in RunComparison.Kind.allCases {
      let changes = comparison.changes.filter { $0.kind == kind }
      if changes.isEmpty { continue }
      line()
      line(Span(kind.title, .bold))
      for change in changes { self.change(change, isWhole: isWhole) }
    }
    records(comparison.records)
    if !comparison.uncompared.isEmpty {
      line()
      paragraph(
        comparison.uncompared.map(\.rawValue).joined(separator: ", "), label: Span("Made by one run only", .dim),
        labelWidth: 22)
    }
  }

  private mutating func change(_ change: RunComparison.Change, isWhole: Bool) {
    line(Span(change.check.rawValue, .bold), Span((change.after ?? change.before).map(Self.about) ?? ""), indent: 2)
    finding(change.before, "before", isWhole: isWhole)
    finding(change.after, "now", isWhole: isWhole)
  }

  private static func about(_ finding: Finding) -> String { finding.subject.isEmpty ? "" : "  \(finding.subject)" }

  private mutating func finding(_ finding: Finding?, _ when: String, isWhole: Bool) {
    guard let finding else { return }
    paragraph("\(finding.verdict.rawValue): \(finding.statement)", label: Span(when, .dim), labelWidth: 8, indent: 4)
    for evidence in finding.evidence { self.evidence(evidence, indent: 12, isWhole: isWhole) }
  }

  /// Records before and after: only the lines that differ.
  mutating func records(_ records: [RunComparison.RecordChange]) {
    if records.isEmpty { return }
    line()
    line(Span("Records", .bold))
    for record in records {
      line(Span(record.question, .bold), indent: 2)
      let (old, new) = (Self.lines(record.before), Self.lines(record.after))
      for line in old where !new.contains(line) { paragraph(line, label: Span("-", .red), labelWidth: 2, indent: 4) }
      for line in new where !old.contains(line) { paragraph(line, label: Span("+", .green), labelWidth: 2, indent: 4) }
    }
  }

  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension RunComparison {
  /// The change in a few words.
  fileprivate var inShort: String {
    var parts = Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    if !records.isEmpty { parts.append("\(records.count) \(records.count == 1 ? "record" : "records") changed") }
    return parts.isEmpty ? "nothing has changed" : parts.joined(separator: ", ")
  }
}

extension RunComparison.Kind {
  fileprivate var title: String {
    switch self {
    case .new: "New"
    case .changed: "Changed"
    case .gone: "Gone"
    case .unseen: "Cannot be looked at"
    }
  }
}
