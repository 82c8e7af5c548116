import AuditModel
import History
import Reporting

extension RunComparison {
  /// The comparison for programs.
  var json: JSON {
    [
      "schema": "mailaudit-diff-1", "target": .string(after.target), "from": before.json, "to": after.json,
      "different": .boolean(isDifferent), "changes": .array(changes.map(Self.json)),
      "records": .array(
        records.map {
          [
            "question": .string($0.question), "before": Self.lines($0.before), "after": Self.lines($0.after)
          ]
        }), "uncompared": JSON(uncompared.map(\.rawValue))
    ]
  }

  private static func lines(_ text: String) -> JSON { JSON(text.split(separator: "\n").map(String.init)) }

  private static func json(_ change: Change) -> JSON {
    [
      "check": .string(change.check.rawValue), "kind": .string(change.kind.rawValue),
      "before": change.before.map(json) ?? .null, "after": change.after.map(json) ?? .null
    ]
  }

  private static func json(_ finding: Finding) -> JSON {
    [
      "verdict": .string(finding.verdict.rawValue), "subject": .string(finding.subject),
      "statement": .string(finding.statement),
      "evidence": .array(
        finding.evidence.map { ["source": .string($0.source), "excerpt": .string($0.excerpt)] })
    ]
  }
}
