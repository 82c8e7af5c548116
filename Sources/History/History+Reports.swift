public import FeedbackReports
public import SQLiteKit

extension History {
  /// The latest end of a report that is kept, no later than `time`; nil without one.
  public func lastReportEnd(until time: Int) throws(SQLiteError) -> Int? {
    try database.prepare("SELECT ends FROM report WHERE ends <= ? ORDER BY ends DESC LIMIT 1")
      .rows([.number(time)]) { $0.number(0) }.first
  }

  /// How many reports are kept.
  public func reportCount() throws(SQLiteError) -> Int { try database.number("SELECT count(*) FROM report") }

  /// Tells of the reports that are kept and do not end before `time`, in the order in which they were read: as reading
  /// them did, some at a time.
  public func recall(since time: Int, _ give: (FeedbackEvent) -> Void) throws(SQLiteError) {
    let find = try database.prepare(
      """
      SELECT id, kind, is_whole, head FROM report WHERE id > ? AND (ends IS NULL OR ends >= ?) ORDER BY id LIMIT 500
      """)
    var results = RecalledResults(
      records: try database.prepare(
        """
        SELECT address, result, messages FROM record JOIN source ON source.id = record.source
        WHERE report = ? ORDER BY place
        """), texts: try database.prepare("SELECT text FROM result WHERE id = ?"))
    var last = 0
    while true {
      let rows = try find.rows([.number(last), .number(time)]) {
        (number: $0.number(0), kind: $0.text(1), isWhole: $0.number(2) != 0, head: $0.text(3))
      }
      for row in rows {
        last = row.number
        if row.kind == "tls" {
          guard let report = TLSReport(head: row.head) else { throw Self.broken(row.number) }
          give(.tls(report, Self.source))
        } else {
          guard let report = AggregateReport(head: row.head) else { throw Self.broken(row.number) }
          try recall(report, row.number, isWhole: row.isWhole, &results, give)
        }
      }
      if rows.isEmpty { return }
    }
  }

  private func recall(
    _ report: AggregateReport, _ number: Int, isWhole: Bool, _ results: inout RecalledResults,
    _ give: (FeedbackEvent) -> Void
  ) throws(SQLiteError) {
    give(.aggregateBegan(report, Self.source))
    var report = report
    for row in try results.rows(of: number) {
      let record = try results.record(row, of: number)
      report.recordCount += 1
      report.messageCount += record.count
      give(.record(record))
    }
    if !isWhole { report.fault = ReportFault(.incomplete("the end")) }
    give(.aggregateEnded(report))
  }

  fileprivate static func broken(_ number: Int) -> SQLiteError {
    SQLiteError(.corrupt, words: "report \(number) cannot be read")
  }

  private static let source = ReportSource(file: "history")

  /// Removes the reports that ended before a time, and what only they said; reports without a time stay. Gives how many
  /// they were.
  public func pruneReports(before time: Int) throws(SQLiteError) -> Int {
    try database.transaction { () throws(SQLiteError) in
      let count = try database.number("SELECT count(*) FROM report WHERE ends < ?", [.number(time)])
      if count == 0 { return 0 }
      try database.run("DELETE FROM report WHERE ends < ?", [.number(time)])
      for table in ["source", "result"] {
        try database.run("DELETE FROM \(table) WHERE id NOT IN (SELECT \(table) FROM record)")
      }
      return count
    }
  }
}

/// Records as they come back, each result read once.
private struct RecalledResults {
  let records: SQLiteStatement
  let texts: SQLiteStatement
  private var known: [Int: AggregateRecord] = [:]
  /// So many results are remembered.
  private static let most = 5_000

  init(records: SQLiteStatement, texts: SQLiteStatement) {
    self.records = records
    self.texts = texts
  }

  /// A record as it is stored.
  struct Row {
    let address: String
    let result: Int
    let messages: Int
  }

  func rows(of report: Int) throws(SQLiteError) -> [Row] {
    try records.rows([.number(report)]) { Row(address: $0.text(0), result: $0.number(1), messages: $0.number(2)) }
  }

  mutating func record(_ row: Row, of report: Int) throws(SQLiteError) -> AggregateRecord {
    var record = try result(row.result, of: report)
    record.sourceIP = row.address
    record.count = row.messages
    return record
  }

  private mutating func result(_ number: Int, of report: Int) throws(SQLiteError) -> AggregateRecord {
    if let record = known[number] { return record }
    let text = try texts.rows([.number(number)]) { $0.text(0) }.first
    guard let record = text.flatMap(AggregateRecord.init(result:)) else { throw History.broken(report) }
    if known.count >= Self.most { known.removeAll() }
    known[number] = record
    return record
  }
}
