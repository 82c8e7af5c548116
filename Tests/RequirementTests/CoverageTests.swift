import Foundation
import Testing

/// The page of the coverage is made from the rows that ran, and no requirement is missing from it.
@Suite struct CoverageTests {
  @Test func noNumberIsMissingAndNoneStandsTwice() {
    let shown = Coverage.tables.flatMap { $0.rows.map(\.number) }
    #expect(Set(shown).count == shown.count, "a number stands in two rows")
    let waiting = Waiting.all.flatMap { Array($0.numbers) }
    #expect(Set(waiting).count == waiting.count, "a number waits twice")
    let missing = Set(1...Coverage.last).subtracting(shown).subtracting(waiting)
    #expect(missing.isEmpty, "no test runs \(missing.sorted().map { "R\($0)" }.joined(separator: ", "))")
    #expect((shown + waiting).allSatisfy((1...Coverage.last).contains))
  }

  @Test func everyRowShowsSomething() {
    for row in Coverage.tables.flatMap({ $0.rows }) {
      #expect(!row.showings.isEmpty && !row.behaviour.isEmpty, "R\(row.number)")
    }
  }

  /// With MAILAUDIT_RECORD=1 the page is written, as `script/generate` does.
  @Test func thePageIsFresh() async throws {
    var met: [CoveragePage.Met] = []
    for table in Coverage.tables {
      for row in table.rows where Waiting.reason(row.number) == nil {
        let faults = await Coverage.faults(of: row)
        #expect(faults.isEmpty, "R\(row.number) is not met")
        if faults.isEmpty { met.append(CoveragePage.Met(row: row, test: "\(table)")) }
      }
    }
    met.sort { $0.row.number < $1.row.number }
    let page = CoveragePage(met: met, waiting: Waiting.all.sorted { $0.numbers.lowerBound < $1.numbers.lowerBound })
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../reports/application-coverage.md").standardizedFileURL
    if ProcessInfo.processInfo.environment["MAILAUDIT_RECORD"] != nil {
      return try Data(page.text.utf8).write(to: file)
    }
    let current = try? String(contentsOf: file, encoding: .utf8)
    #expect(current == page.text, "reports/application-coverage.md is not what the tests show: run script/generate")
  }
}
