import AuditModel
import Foundation
import SQLiteKit

@testable import History

/// Reports for tests.
enum Example {
  static func report(
    time: Int, _ judgements: [CheckID: Judgement], facts: [AuditFact] = [], catalogue: String = "2026-11-26"
  ) -> AuditReport {
    let outcomes = judgements.sorted { $0.key < $1.key }.map { check, judgement in
      CheckOutcome(description: description(check), judgement: judgement)
    }
    return AuditReport(
      target: "example.org", time: time, toolVersion: "0.1.0", catalogueVersion: catalogue, goal: .send,
      outcomes: outcomes, facts: facts, statistics: AuditStatistics(questions: 9, failures: 1, duration: .seconds(2)))
  }

  private static func description(_ check: CheckID) -> CheckDescription {
    CheckDescription(
      id: check, area: .spf, title: "", severity: .high, severityReason: "", appliesWhen: "", rule: "",
      whyItMatters: "", remedy: "", standards: [])
  }
}

extension History {
  /// A disk that holds so many pages more.
  func limitPages(to more: Int) throws {
    let pages = try database.number("PRAGMA page_count")
    try database.run("PRAGMA max_page_count = \(pages + more)")
  }

  /// Copies the runs until there are so many.
  func multiply(to count: Int) throws {
    while try self.count() < count {
      try database.run(
        """
        INSERT INTO run (target, time, tool, catalogue, goal, grade, questions, failures, milliseconds, outcomes, facts)
        SELECT target, time + 1, tool, catalogue, goal, grade, questions, failures, milliseconds, outcomes, facts FROM run
        """)
    }
  }
}

/// A file for one test.
enum TemporaryFile {
  static func use(_ work: (String) throws -> Void) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.appending(path: "history.db").path)
  }

  static func use(_ work: (String) async throws -> Void) async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder.appending(path: "history.db").path)
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
