import AuditModel
import Foundation
import Testing

@testable import CommandLine

/// What lies in `reports/` is what the code says.
@Suite struct GeneratedPagesTests {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  @Test func pagesAreFresh() async throws {
    for page in try await GeneratedPages.all(of: Self.project.path) {
      let file = try? Data(contentsOf: Self.project.appending(path: page.path))
      #expect(file == Data(page.octets), "\(page.path) is not what the code says: run script/generate")
    }
  }

  @Test(
    arguments: [
      ("/// RFC 7208 §4.6.4: a limit.", ["RFC 7208 §4.6.4"]),
      (
        "RFC 6376 §3.6.1, §3.5 and RFC 8301.",
        [
          "RFC 6376 §3.6.1", "RFC 6376 §3.5"
        ]
      ), ("RFC 9989 §A.6 and §4", ["RFC 9989 §A.6", "RFC 9989 §4"]), ("RFC §1, RFC 12", []), ("RFC ", [])
    ])
  func referencesAreFound(text: String, references: [String]) {
    #expect(Set(StandardsIndex.references(in: Array(text.utf8)).map(\.description)) == Set(references))
  }

  @Test func theDemoHasDefectsInSeveralAreas() async throws {
    let report = try await DemoCommand.report()
    #expect(Set(report.outcomes.filter { $0.verdict == .fail }.map(\.description.area)).count >= 3)
    #expect(report.outcomes.contains { $0.verdict == .pass })
  }
}
