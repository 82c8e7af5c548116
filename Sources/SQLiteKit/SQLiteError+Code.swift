import CSQLite

extension SQLiteError {
  /// The error of a result code; the low eight bits are the primary one.
  init(code: Int32, words: String) {
    let kind: Kind =
      switch code & 0xFF {
      case SQLITE_CANTOPEN: .cannotOpen
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_CORRUPT: .corrupt
      case SQLITE_FULL: .full
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
      case SQLITE_IOERR: .inputOutput
      default: .other
      }
    self.init(kind, words: words)
  }
}
