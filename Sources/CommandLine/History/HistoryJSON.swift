import AuditModel
import History
import Reporting

extension HistoryView {
  /// The history for programs.
  var json: JSON {
    let all: JSON = [
      "schema": "mailaudit-history-1", "target": JSON(target), "count": .number(count),
      "runs": .array(runs.map(\.json))
    ]
    guard target != nil else { return all }
    return all.adding([
      JSON.Member(
        "grades",
        .array(grades.map { ["since": .string(Timestamp.rfc3339($0.time)), "grade": .string($0.grade)] })),
      JSON.Member(
        "spfLookups", .array(lookups.map { $0.json("lookups", Int($0.fact.value).map(JSON.number) ?? .null) })),
      JSON.Member("certificates", .array(certificates.map(certificate))),
      JSON.Member("dkimKeys", .array(keys.map { $0.json("sha256", .string($0.fact.value), "selector") }))
    ])
  }

  private func certificate(_ span: FactSpan) -> JSON {
    let end = Int(span.fact.value).map { JSON.string(Timestamp.rfc3339($0)) } ?? .null
    return span.json("notAfter", end, "host").adding([
      JSON.Member("daysLeft", daysLeft(span).map(JSON.number) ?? .null)
    ])
  }
}

extension FactSpan {
  fileprivate func json(_ name: String, _ value: JSON, _ subject: String? = nil) -> JSON {
    let about = subject.map { [JSON.Member($0, .string(fact.subject))] } ?? []
    return .object(
      about + [
        JSON.Member(name, value), JSON.Member("firstSeen", .string(Timestamp.rfc3339(first))),
        JSON.Member("lastSeen", .string(Timestamp.rfc3339(last)))
      ])
  }
}

extension RunSummary {
  /// The run for programs.
  var json: JSON {
    [
      "run": .number(number), "target": .string(target), "time": .string(Timestamp.rfc3339(time)),
      "tool": .string(toolVersion), "catalogue": .string(catalogueVersion), "goal": .string(goal),
      "grade": .string(grade), "questions": .number(questions), "failures": .number(failures),
      "milliseconds": .number(milliseconds)
    ]
  }
}
