public import FeedbackReports
public import SQLiteKit

/// Keeps reports as they are read, each once, whole or not at all: a transaction is open from the begin of a report to its
/// end. Failure reports and bounces are not kept: they speak of persons.
public final class ReportKeeper {
  private let history: History
  private let statements: Statements
  /// The aggregate report that is being kept; nil while none is.
  private var open: OpenReport?
  private var numbers = KeptNumbers()

  private struct OpenReport {
    let number: Int
    /// How many records an earlier copy had that ended too soon.
    let former: Int?
    var records = 0
  }

  /// Keeps reports in a history.
  public init(_ history: History) throws(SQLiteError) {
    self.history = history
    statements = try Statements(history.database)
  }

  /// Takes what reading yields next. After an error nothing of the report is kept.
  public func take(_ event: FeedbackEvent) throws(SQLiteError) {
    do throws(SQLiteError) {
      switch event {
      case .aggregateBegan(let report, _): try begin(report)
      case .record(let record): try keep(record)
      case .aggregateEnded(let report): try end(report)
      case .tls(let report, _): try keep(report)
      case .failure, .bounce, .unreadable: break
      }
    } catch {
      if open != nil { cancel() }
      throw error
    }
  }

  private func begin(_ report: AggregateReport) throws(SQLiteError) {
    let mark = report.mark
    // Most of what is given again is whole: nobody has to wait for that.
    if let known = try kept(mark), known.isWhole { return }
    try history.database.run("BEGIN IMMEDIATE")
    open = OpenReport(number: 0, former: nil)
    // Another run may have kept it in between.
    let copy = try kept(mark)
    if let copy, copy.isWhole { return cancel() }
    if let copy { try statements.removeReport.run([.number(copy.number)]) }
    try statements.addReport.run(
      ["dmarc", .text(mark), report.metadata.end.map(SQLiteValue.number) ?? .null, .text(report.head)])
    open = OpenReport(number: history.database.lastInserted, former: copy?.records)
  }

  private func kept(_ mark: String) throws(SQLiteError) -> (number: Int, isWhole: Bool, records: Int)? {
    try statements.findReport.rows([.text(mark)]) { ($0.number(0), $0.number(1) != 0, $0.number(2)) }.first
  }

  private func keep(_ record: AggregateRecord) throws(SQLiteError) {
    guard let report = open else { return }
    let source = try number(of: record.sourceIP, among: \.sources) { () throws(SQLiteError) in
      try find(statements.findSource, statements.addSource, [.text(record.sourceIP)])
    }
    let text = record.result
    let result = try number(of: text, among: \.results) { () throws(SQLiteError) in
      try find(statements.findResult, statements.addResult, [.number(TextDigest.of(text)), .text(text)])
    }
    try statements.addRecord.run(
      [.number(report.number), .number(report.records), .number(source), .number(result), .number(record.count)])
    open?.records += 1
  }

  private func end(_ report: AggregateReport) throws(SQLiteError) {
    guard let kept = open else { return }
    // A further copy that ends too soon replaces the first only when it has more.
    if let former = kept.former, report.fault != nil, kept.records <= former { return cancel() }
    try statements.endReport.run(
      [.number(report.fault == nil ? 1 : 0), .number(kept.records), .number(kept.number)])
    try history.database.run("COMMIT")
    open = nil
  }

  private func cancel() {
    open = nil
    // What was numbered since the begin is gone.
    numbers = KeptNumbers()
    // A full disk has rolled back already: then there is nothing to do.
    try? history.database.run("ROLLBACK")
  }

  private func keep(_ report: TLSReport) throws(SQLiteError) {
    guard let mark = report.mark else { return }
    try statements.addTLSReport.run(
      ["tls", .text(mark), report.end.map(SQLiteValue.number) ?? .null, .text(report.head)])
  }

  // MARK: What repeats

  private func number(
    of text: String, among numbers: WritableKeyPath<KeptNumbers, [String: Int]>,
    _ find: () throws(SQLiteError) -> Int
  ) throws(SQLiteError) -> Int {
    if let number = self.numbers[keyPath: numbers][text] { return number }
    let number = try find()
    if self.numbers[keyPath: numbers].count >= KeptNumbers.most { self.numbers[keyPath: numbers].removeAll() }
    self.numbers[keyPath: numbers][text] = number
    return number
  }

  /// The number of a row that is there, or else of one that is made.
  private func find(
    _ find: SQLiteStatement, _ insert: SQLiteStatement, _ values: [SQLiteValue]
  ) throws(SQLiteError) -> Int {
    if let number = try find.rows(values, { $0.number(0) }).first { return number }
    try insert.run(values)
    return history.database.lastInserted
  }
}

/// The numbers of rows that were met of late.
private struct KeptNumbers {
  /// So many of each are remembered: some megabytes.
  static let most = 5_000
  var sources: [String: Int] = [:]
  var results: [String: Int] = [:]
}

/// The statements, each prepared once.
private struct Statements {
  let findReport, addReport, addTLSReport, removeReport, endReport, findSource, addSource, findResult, addResult,
    addRecord: SQLiteStatement

  init(_ database: SQLiteDatabase) throws(SQLiteError) {
    findReport = try database.prepare("SELECT id, is_whole, records FROM report WHERE mark = ?")
    addReport = try database.prepare(
      "INSERT INTO report (kind, mark, ends, head, is_whole, records) VALUES (?, ?, ?, ?, 0, 0)")
    addTLSReport = try database.prepare(
      "INSERT INTO report (kind, mark, ends, head, is_whole, records) VALUES (?, ?, ?, ?, 1, 0) ON CONFLICT DO NOTHING")
    removeReport = try database.prepare("DELETE FROM report WHERE id = ?")
    endReport = try database.prepare("UPDATE report SET is_whole = ?, records = ? WHERE id = ?")
    findSource = try database.prepare("SELECT id FROM source WHERE address = ?")
    addSource = try database.prepare("INSERT INTO source (address) VALUES (?)")
    findResult = try database.prepare("SELECT id FROM result WHERE digest = ? AND text = ?")
    addResult = try database.prepare("INSERT INTO result (digest, text) VALUES (?, ?)")
    addRecord = try database.prepare(
      "INSERT INTO record (report, place, source, result, messages) VALUES (?, ?, ?, ?, ?)")
  }
}
