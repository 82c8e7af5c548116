extension SQLiteDatabase {
  /// Runs `work` as a whole or not at all. The right to write is taken at the beginning, so that two processes wait for
  /// each other there and nowhere else.
  public func transaction<Value>(
    _ work: () throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> Value {
    try run("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let value = try work()
      try run("COMMIT")
      return value
    } catch {
      // A full disk has rolled back already: then there is nothing to do.
      try? run("ROLLBACK")
      throw error
    }
  }
}

/// How a database is laid out.
public struct SQLiteLayout: Sendable {
  /// Marks the files of one program (`PRAGMA application_id`).
  public let mark: Int
  /// Each step is a list of statements that makes version n + 1 of version n; none is ever changed.
  public let steps: [[String]]

  /// Makes a layout of its parts.
  public init(mark: Int, steps: [[String]]) {
    self.mark = mark
    self.steps = steps
  }
}

extension SQLiteDatabase {
  /// Brings the layout up to date, as a whole or not at all. A file of another program, or of a later version, is left
  /// alone. From then on readers see whole transactions while another process writes (WAL).
  public func adopt(_ layout: SQLiteLayout) throws(SQLiteError) {
    let version = try settledVersion(layout)
    try writeAhead()
    if version == layout.steps.count { return }
    try transaction { () throws(SQLiteError) in
      // Another process may have done it in between.
      for statement in layout.steps[try checkedVersion(layout)...].joined() { try run(statement) }
      // A pragma takes no bound value; these are numbers of ours.
      try run("PRAGMA user_version = \(layout.steps.count)")
      try run("PRAGMA application_id = \(layout.mark)")
    }
  }

  /// The version as of one moment: another process may be laying out the file.
  private func settledVersion(_ layout: SQLiteLayout) throws(SQLiteError) -> Int {
    try run("BEGIN")
    do throws(SQLiteError) {
      let version = try checkedVersion(layout)
      try run("COMMIT")
      return version
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// The version of the file, if it is one of ours or empty.
  private func checkedVersion(_ layout: SQLiteLayout) throws(SQLiteError) -> Int {
    let version = try number("PRAGMA user_version")
    let mark = try number("PRAGMA application_id")
    if mark != layout.mark {
      let isEmpty = try number("SELECT count(*) FROM sqlite_schema") == 0 && version == 0 && mark == 0
      if !isEmpty { throw SQLiteError(.foreign) }
    }
    guard (0...layout.steps.count).contains(version) else { throw SQLiteError(.tooNew(version)) }
    return version
  }

  private func writeAhead() throws(SQLiteError) {
    do throws(SQLiteError) {
      try run("PRAGMA journal_mode = WAL")
    } catch  where error.kind == .busy {
      // Another process is turning it on, or uses the file as it was: transactions are whole either way.
    }
    // With WAL the file stays whole even when the power fails.
    try run("PRAGMA synchronous = NORMAL")
  }
}
