public import AuditModel
public import SQLiteKit

extension History {
  private static let columns =
    "id, target, time, tool, catalogue, goal, grade, questions, failures, milliseconds"

  private static func summary(_ row: SQLiteRow) -> RunSummary {
    RunSummary(
      number: row.number(0), target: row.text(1), time: row.number(2), toolVersion: row.text(3),
      catalogueVersion: row.text(4), goal: row.text(5), grade: row.text(6), questions: row.number(7),
      failures: row.number(8), milliseconds: row.number(9))
  }

  /// The last runs of a target, or of all, the latest first.
  public func runs(of target: String? = nil, limit: Int = .max) throws(SQLiteError) -> [RunSummary] {
    let condition = target == nil ? "" : "WHERE target = ?"
    let statement = try database.prepare(
      "SELECT \(Self.columns) FROM run \(condition) ORDER BY time DESC, id DESC LIMIT ?")
    return try statement.rows((target.map { [.text($0)] } ?? []) + [.number(limit)], Self.summary)
  }

  /// How many runs of a target, or of all, there are.
  public func count(of target: String? = nil) throws(SQLiteError) -> Int {
    guard let target else { return try database.number("SELECT count(*) FROM run") }
    return try database.number("SELECT count(*) FROM run WHERE target = ?", [.text(target)])
  }

  /// The latest run of a target, no later than `time` and other than `number`.
  public func last(of target: String, until time: Int = .max, before number: Int = .max) throws(SQLiteError)
    -> RunSummary?
  {
    try database.prepare(
      "SELECT \(Self.columns) FROM run WHERE target = ? AND time <= ? AND id < ? ORDER BY time DESC, id DESC LIMIT 1"
    ).rows([.text(target), .number(time), .number(number)], Self.summary).first
  }

  /// The run of a number; nil when there is none of this target.
  public func run(_ number: Int, of target: String) throws(SQLiteError) -> RunSummary? {
    try database.prepare("SELECT \(Self.columns) FROM run WHERE id = ? AND target = ?")
      .rows([.number(number), .text(target)], Self.summary).first
  }

  /// A run with all that it saw.
  public func whole(_ run: RunSummary) throws(SQLiteError) -> PastRun {
    let outcomes = try database.prepare(
      """
      SELECT check_id, verdict, level, findings FROM run, json_each(run.outcomes) AS entry
      JOIN outcome ON outcome.id = entry.value WHERE run.id = ? ORDER BY entry.key
      """
    ).rows([.number(run.number)], Self.outcome)
    let facts = try database.prepare(
      """
      SELECT kind, subject, fact.value FROM run, json_each(run.facts) AS entry
      JOIN fact ON fact.id = entry.value WHERE run.id = ? ORDER BY entry.key
      """
    ).rows([.number(run.number)], Self.fact)
    guard !outcomes.contains(where: { $0 == nil }) else {
      throw SQLiteError(.corrupt, words: "run \(run.number) cannot be read")
    }
    return PastRun(summary: run, outcomes: outcomes.compactMap(\.self), facts: facts.compactMap(\.self))
  }

  private static func outcome(_ row: SQLiteRow) -> PastOutcome? {
    guard let verdict = Verdict(rawValue: row.text(1)), let findings = FindingsText.findings(row.text(3)) else {
      return nil
    }
    return PastOutcome(
      check: CheckID(rawValue: row.text(0)), verdict: verdict, level: Severity(name: row.text(2)), findings: findings)
  }

  /// A fact; nil for a kind that is no longer known.
  private static func fact(_ row: SQLiteRow) -> AuditFact? {
    AuditFact.Kind(rawValue: row.text(0)).map { AuditFact($0, of: row.text(1), row.text(2)) }
  }

  /// What was seen of a target, and from when to when, in the order in which it was first seen.
  public func spans(of target: String, kinds: [AuditFact.Kind]) throws(SQLiteError) -> [FactSpan] {
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.prepare(
      """
      SELECT kind, subject, fact.value, min(time), max(time) FROM run, json_each(run.facts) AS entry
      JOIN fact ON fact.id = entry.value WHERE target = ? AND kind IN (\(marks))
      GROUP BY fact.id ORDER BY min(time), min(run.id), fact.id
      """)
    let rows = try statement.rows([.text(target)] + kinds.map { .text($0.rawValue) }) { row in
      Self.fact(row).map { FactSpan($0, first: row.number(3), last: row.number(4)) }
    }
    return rows.compactMap(\.self)
  }
}

extension History {
  /// The id and the policy of MTA-STS that the last run saw which could see both.
  public func lastPolicy(of target: String) throws(SQLiteError) -> (id: String, digest: String, time: Int)? {
    let statement = try database.prepare(
      """
      SELECT id.value, policy.value, run.time FROM run
      JOIN json_each(run.facts) AS first JOIN fact AS id ON id.id = first.value AND id.kind = ?
      JOIN json_each(run.facts) AS second JOIN fact AS policy ON policy.id = second.value AND policy.kind = ?
      WHERE run.target = ? ORDER BY run.time DESC, run.id DESC LIMIT 1
      """)
    let kinds = [AuditFact.Kind.mtaSTSID, .mtaSTSPolicy].map { SQLiteValue.text($0.rawValue) }
    return try statement.rows(kinds + [.text(target)]) { ($0.text(0), $0.text(1), $0.number(2)) }.first
  }
}

extension History {
  /// The grades of a target over time: the first run, and each run whose grade is not that of the run before.
  public func gradeChanges(of target: String) throws(SQLiteError) -> [(time: Int, grade: String)] {
    let statement = try database.prepare(
      """
      SELECT time, grade FROM (
        SELECT time, id, grade, lag(grade) OVER (ORDER BY time, id) AS former FROM run WHERE target = ?)
      WHERE former IS NOT grade ORDER BY time, id
      """)
    return try statement.rows([.text(target)]) { ($0.number(0), $0.text(1)) }
  }
}
