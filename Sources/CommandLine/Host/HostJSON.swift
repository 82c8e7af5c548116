import AuditModel
import Reporting
import Survey

/// A machine for programs.
enum HostJSON {
  /// What was seen, and what every check said.
  static func of(_ survey: HostSurvey, root: String?, _ outcomes: [CheckOutcome]) -> JSON {
    [
      "schema": "mailaudit-host-1",
      "root": JSON(root),
      "seen": .array(
        survey.rows.map { row in
          ["key": .string(row.key), "text": .string(row.text), "place": JSON(row.place)]
        }),
      "checks": .array(outcomes.map(OutcomeJSON.of))
    ]
  }
}
