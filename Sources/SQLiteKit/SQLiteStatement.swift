import CSQLite

/// A statement that is prepared once and run many times. Values are bound, never written into the text.
@safe public final class SQLiteStatement {
  private let statement: OpaquePointer
  /// Lives as long as its statements.
  private let database: SQLiteDatabase

  init(_ text: String, of database: SQLiteDatabase) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let status = unsafe late_sqlite3_prepare_v3(
      database.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let prepared = unsafe prepared else { throw database.error(status) }
    unsafe statement = prepared
    self.database = database
  }

  deinit { _ = unsafe late_sqlite3_finalize(statement) }

  /// Runs the statement to its end, and gives each row to `take`.
  public func run(_ values: [SQLiteValue] = [], _ take: (SQLiteRow) -> Void = { _ in }) throws(SQLiteError) {
    defer {
      _ = unsafe late_sqlite3_reset(statement)
      _ = unsafe late_sqlite3_clear_bindings(statement)
    }
    try bind(values)
    while true {
      let status = unsafe late_sqlite3_step(statement)
      switch status {
      case SQLITE_ROW: take(unsafe SQLiteRow(statement))
      case SQLITE_DONE: return
      default: throw database.error(status)
      }
    }
  }

  /// The rows, each made to a value.
  public func rows<Value>(
    _ values: [SQLiteValue] = [], _ make: (SQLiteRow) -> Value
  ) throws(SQLiteError) -> [Value] {
    var result: [Value] = []
    try run(values) { result.append(make($0)) }
    return result
  }

  private func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    for (index, value) in zip(Int32(1)..., values) {
      let status = bind(value, at: index)
      guard status == SQLITE_OK else { throw database.error(status) }
    }
  }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return unsafe late_sqlite3_bind_null(statement, index)
    case .number(let number): return unsafe late_sqlite3_bind_int64(statement, index, Int64(number))
    case .text(let text): return unsafe late_bind_text(statement, index, text, UInt64(text.utf8.count))
    }
  }
}

/// The row that a statement stands at; good for as long as it stands there.
@safe public struct SQLiteRow {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { unsafe self.statement = unsafe statement }

  /// The number in a column; 0 for `NULL`.
  public func number(_ column: Int32) -> Int { Int(unsafe late_sqlite3_column_int64(statement, column)) }

  /// The text in a column, which need not be well-formed when somebody else wrote the file; empty for `NULL`.
  public func text(_ column: Int32) -> String {
    guard let octets = unsafe late_sqlite3_column_text(statement, column) else { return "" }
    let count = Int(unsafe late_sqlite3_column_bytes(statement, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: octets, count: count), as: UTF8.self)
  }

  /// Whether a column is `NULL`.
  public func isNull(_ column: Int32) -> Bool {
    unsafe late_sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
