import CSQLite

/// A database in a file, for one thread at a time.
@safe public final class SQLiteDatabase {
  /// How long to wait for another process that writes; a transaction of ours takes milliseconds.
  public static let busyMilliseconds: Int32 = 10_000
  /// The longest text or row, in octets: none of ours comes near, and a damaged file cannot ask for more memory.
  static let longestValue: Int32 = 64 << 20

  let handle: OpaquePointer

  /// Where a database lies.
  public enum Place: Sendable, Hashable {
    /// In memory, for as long as it is open.
    case memory
    /// In a file, which is made when it is not there.
    case file(String)
    /// In a file that must be there.
    case existing(String)
  }

  /// Opens a database; nothing is read yet.
  public init(_ place: Place) throws(SQLiteError) {
    guard late_sqlite_is_there() != 0 else { throw SQLiteError(.libraryMissing) }
    unsafe handle = try unsafe Self.open(place)
    _ = unsafe late_sqlite3_busy_timeout(handle, Self.busyMilliseconds)
    _ = unsafe late_sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestValue)
    try run("PRAGMA foreign_keys = ON")
    try run("PRAGMA trusted_schema = OFF")
  }

  deinit { _ = unsafe late_sqlite3_close_v2(handle) }

  private static func open(_ place: Place) throws(SQLiteError) -> OpaquePointer {
    let (name, creates) =
      switch place {
      case .memory: (":memory:", true)
      // A name that begins with "file:" or ":" would mean something else.
      case .file(let path): (path.hasPrefix("/") ? path : "./" + path, true)
      case .existing(let path): (path.hasPrefix("/") ? path : "./" + path, false)
      }
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (creates ? SQLITE_OPEN_CREATE : 0)
    var handle: OpaquePointer?
    let status = unsafe late_sqlite3_open_v2(name, &handle, flags, nil)
    guard status == SQLITE_OK, let opened = unsafe handle else {
      let error = unsafe SQLiteError(code: status, words: String(cString: late_sqlite3_errstr(status)))
      if let failed = unsafe handle { _ = unsafe late_sqlite3_close_v2(failed) }
      throw error
    }
    return unsafe opened
  }

  /// The error behind a result code, with the words of SQLite.
  func error(_ status: Int32) -> SQLiteError {
    unsafe SQLiteError(code: status, words: String(cString: late_sqlite3_errmsg(handle)))
  }

  /// Prepares one statement.
  public func prepare(_ text: String) throws(SQLiteError) -> SQLiteStatement {
    try SQLiteStatement(text, of: self)
  }

  /// Prepares one statement and runs it.
  public func run(_ text: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
    try prepare(text).run(values)
  }

  /// The first number of the first row; 0 without a row.
  public func number(_ text: String, _ values: [SQLiteValue] = []) throws(SQLiteError) -> Int {
    try prepare(text).rows(values) { $0.number(0) }.first ?? 0
  }

  /// The row that was inserted last.
  public var lastInserted: Int { Int(unsafe late_sqlite3_last_insert_rowid(handle)) }

  /// How many rows the last statement changed.
  public var changes: Int { Int(unsafe late_sqlite3_changes(handle)) }
}
