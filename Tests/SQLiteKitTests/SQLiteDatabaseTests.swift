import Foundation
import SQLiteKit
import Testing

@Suite struct SQLiteDatabaseTests {
  static let layout = SQLiteLayout(mark: 7, steps: [["CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)"]])

  @Test(arguments: ["", "plain", "it's \"quoted\"; DROP TABLE word", "a\u{0}b", "grün 🟢", "[1]"])
  func valuesComeBackAsTheyWere(text: String) throws {
    let database = try SQLiteDatabase(.memory)
    try database.adopt(Self.layout)
    try database.run("INSERT INTO word (text) VALUES (?)", [.text(text)])
    #expect(try database.prepare("SELECT text FROM word").rows { $0.text(0) } == [text])
    #expect(database.lastInserted == 1)
  }

  @Test func nullIsNoText() throws {
    let database = try SQLiteDatabase(.memory)
    let rows = try database.prepare("SELECT ?, ?").rows([.null, -3]) { ($0.isNull(0), $0.number(1)) }
    #expect(rows.first?.0 == true)
    #expect(rows.first?.1 == -3)
  }

  @Test func aTransactionIsWholeOrNothing() throws {
    let database = try SQLiteDatabase(.memory)
    try database.adopt(Self.layout)
    #expect(throws: SQLiteError.self) {
      try database.transaction { () throws(SQLiteError) in
        try database.run("INSERT INTO word (text) VALUES ('one')")
        try database.run("INSERT INTO nowhere VALUES (1)")
      }
    }
    #expect(try database.number("SELECT count(*) FROM word") == 0)
    try database.transaction { () throws(SQLiteError) in try database.run("INSERT INTO word (text) VALUES ('two')") }
    #expect(try database.number("SELECT count(*) FROM word") == 1)
  }

  @Test func layoutsGrowStepByStep() throws {
    try TemporaryFile.use { file in
      do { try SQLiteDatabase(.file(file)).adopt(Self.layout) }
      let second = SQLiteLayout(mark: 7, steps: Self.layout.steps + [["ALTER TABLE word ADD COLUMN kind TEXT"]])
      let database = try SQLiteDatabase(.file(file))
      try database.adopt(second)
      try database.adopt(second)
      try database.run("INSERT INTO word (kind) VALUES ('noun')")
      #expect(throws: SQLiteError(.tooNew(2))) { try database.adopt(Self.layout) }
    }
  }

  @Test func aDatabaseOfOthersIsLeftAlone() throws {
    try TemporaryFile.use { file in
      do { try SQLiteDatabase(.file(file)).run("CREATE TABLE theirs (a)") }
      let before = try Data(contentsOf: URL(filePath: file))
      let database = try SQLiteDatabase(.file(file))
      #expect(throws: SQLiteError(.foreign)) { try database.adopt(Self.layout) }
      #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }
  }

  @Test func whatIsNoDatabaseIsLeftAlone() throws {
    try TemporaryFile.use { file in
      let text = Data(String(repeating: "These are the notes of somebody.\n", count: 100).utf8)
      try text.write(to: URL(filePath: file))
      let error = #expect(throws: SQLiteError.self) { try SQLiteDatabase(.file(file)).adopt(Self.layout) }
      #expect(error?.kind == .notADatabase)
      #expect(try Data(contentsOf: URL(filePath: file)) == text)
    }
  }

  @Test func whatIsNotThereIsNotMade() throws {
    let error = #expect(throws: SQLiteError.self) { try SQLiteDatabase(.existing("/nowhere/at/all.db")) }
    #expect(error?.kind == .cannotOpen)
  }
}

/// A file for one test.
enum TemporaryFile {
  static func use(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.appending(path: "history.db").path)
  }
}
