public import AuditModel
public import SQLiteKit

/// The runs of the past in a file: one thread at a time, any number of processes.
public final class History {
  let database: SQLiteDatabase

  /// Opens a history; one that is not there is made unless `place` says otherwise.
  public init(_ place: SQLiteDatabase.Place) throws(SQLiteError) {
    database = try SQLiteDatabase(place)
    try database.adopt(.history)
  }

  /// Keeps a run, whole or not at all, and gives its number.
  @discardableResult
  public func record(_ report: AuditReport) throws(SQLiteError) -> Int {
    try database.transaction { () throws(SQLiteError) in
      let outcomes = try outcomeNumbers(report.outcomes)
      let facts = try factNumbers(report.facts)
      let cost = report.statistics
      try database.run(
        """
        INSERT INTO run
          (target, time, tool, catalogue, goal, grade, questions, failures, milliseconds, outcomes, facts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(report.target), .number(report.time), .text(report.toolVersion), .text(report.catalogueVersion),
          .text(report.goal.rawValue), .text(report.overallGrade.description), .number(cost.questions),
          .number(cost.failures), .number(cost.duration.wholeMilliseconds), .text(list(outcomes)), .text(list(facts))
        ])
      return database.lastInserted
    }
  }

  private func list(_ numbers: [Int]) -> String { "[" + numbers.map(String.init).joined(separator: ",") + "]" }

  private func outcomeNumbers(_ outcomes: [CheckOutcome]) throws(SQLiteError) -> [Int] {
    let find = try database.prepare(
      "SELECT id FROM outcome WHERE digest = ? AND check_id = ? AND verdict = ? AND level IS ? AND findings = ?")
    let insert = try database.prepare(
      "INSERT INTO outcome (digest, check_id, verdict, level, findings) VALUES (?, ?, ?, ?, ?)")
    var numbers: [Int] = []
    for outcome in outcomes.map(PastOutcome.init) {
      let (check, verdict, level) = (outcome.check.rawValue, outcome.verdict.rawValue, outcome.level?.name)
      let findings = FindingsText.of(outcome.findings)
      let digest = TextDigest.of(check, verdict, level ?? "", findings)
      numbers.append(
        try number(find, insert, [.number(digest), .text(check), .text(verdict), SQLiteValue(level), .text(findings)]))
    }
    return numbers
  }

  private func factNumbers(_ facts: [AuditFact]) throws(SQLiteError) -> [Int] {
    let find = try database.prepare("SELECT id FROM fact WHERE digest = ? AND kind = ? AND subject = ? AND value = ?")
    let insert = try database.prepare("INSERT INTO fact (digest, kind, subject, value) VALUES (?, ?, ?, ?)")
    var numbers: [Int] = []
    for fact in facts {
      let digest = TextDigest.of(fact.kind.rawValue, fact.subject, fact.value)
      numbers.append(
        try number(
          find, insert, [.number(digest), .text(fact.kind.rawValue), .text(fact.subject), .text(fact.value)]))
    }
    return numbers
  }

  /// The number of a row that is there, or else of one that is made.
  private func number(
    _ find: SQLiteStatement, _ insert: SQLiteStatement, _ values: [SQLiteValue]
  ) throws(SQLiteError) -> Int {
    if let number = try find.rows(values, { $0.number(0) }).first { return number }
    try insert.run(values)
    return database.lastInserted
  }

  /// Removes the runs before a time, and what only they said. Gives how many they were.
  public func prune(before time: Int) throws(SQLiteError) -> Int {
    try database.transaction { () throws(SQLiteError) in
      try database.run("DELETE FROM run WHERE time < ?", [.number(time)])
      let removed = database.changes
      if removed == 0 { return 0 }
      for (table, column) in [("outcome", "outcomes"), ("fact", "facts")] {
        try database.run(
          "DELETE FROM \(table) WHERE id NOT IN (SELECT value FROM run, json_each(run.\(column)))")
      }
      return removed
    }
  }
}
