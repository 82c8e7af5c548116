/// Why a database did not do what was asked of it.
public struct SQLiteError: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no SQLite on this machine.
    case libraryMissing
    /// The file, or its folder, cannot be opened.
    case cannotOpen
    /// The file is no database.
    case notADatabase
    /// The file is a database of another program.
    case foreign
    /// The file is damaged.
    case corrupt
    /// The disk has no room.
    case full
    /// Another process writes, and has not ended in time.
    case busy
    /// The file may not be written.
    case readOnly
    /// The medium failed.
    case inputOutput
    /// The database was made by a later version.
    case tooNew(Int)
    /// Anything else, which is a fault of this program.
    case other
  }

  /// What went wrong.
  public let kind: Kind
  /// The words of SQLite; empty when there are none.
  public let words: String

  /// Makes an error of its parts.
  public init(_ kind: Kind, words: String = "") {
    self.kind = kind
    self.words = words
  }
}

extension SQLiteError: CustomStringConvertible {
  /// The cause as a phrase that can be acted on.
  public var description: String {
    switch kind {
    case .libraryMissing: "libsqlite3.so.0 is not on this machine: install libsqlite3-0"
    case .cannotOpen: "cannot be opened: the folder must exist, and file and folder must be yours to write"
    case .notADatabase: "is no SQLite database; it was left as it is"
    case .foreign: "is a database of another program; it was left as it is"
    case .corrupt: "is damaged (\(words)); it was left as it is: move it away, or try sqlite3 FILE .recover"
    case .full: "the disk is full"
    case .busy: "another process has been writing for too long"
    case .readOnly: "may not be written"
    case .inputOutput: "the medium failed (\(words))"
    case .tooNew(let version): "was written by a later version of mailaudit (layout \(version))"
    case .other: words
    }
  }
}
