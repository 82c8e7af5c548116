import Foundation
import Testing

@testable import FailureCatalogue

/// Lines of logs that tell of no failure meet none.
@Suite struct NeutralLineTests {
  static let lines: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "neutral.log")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }()

  @Test func thereAreEnough() { #expect(Self.lines.count >= 200) }

  @Test func noneTellsOfAFailure() {
    for line in Self.lines {
      let report = FailureCatalogue.shipped.explain(pasted: Array(line.utf8))
      let failures = report.explanations.filter { $0.cause != .remark && $0.cause != .accepted }
      #expect(failures.isEmpty, "\(line): \(failures.map { $0.entry?.id ?? "none" })")
    }
  }

  @Test func noneTellsOfAFailureTogether() {
    let report = FailureCatalogue.shipped.explain(pasted: Array(Self.lines.joined(separator: "\n\n").utf8))
    let failures = report.explanations.filter { $0.cause != .remark && $0.cause != .accepted }
    #expect(failures.isEmpty, "\(failures.map(\.excerpt))")
  }
}
