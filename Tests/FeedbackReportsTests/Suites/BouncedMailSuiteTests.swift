import FailureCatalogue
import FeedbackReports
import Foundation
import Testing

/// The bounces of Sisimai on the way of reports: the same reasons that the catalogue of failures gives for a paste.
@Suite(ReportSuites.available) struct BouncedMailSuiteTests {
  private struct Suite: Decodable { let cases: [Case] }

  private struct Case: Decodable {
    let file: String
    let expect: [Row]?
  }

  private struct Row: Decodable { let reason: String }

  @Test func sameReasons() throws {
    let suite = try JSONDecoder().decode(Suite.self, from: ReportSuites.data("bounces-sisimai/expected.json"))
    for item in suite.cases {
      guard let rows = item.expect, !rows.isEmpty else { continue }
      let octets = Array(try ReportSuites.data("bounces-sisimai/\(item.file)"))
      let report = FailureCatalogue.shipped.explain(pasted: octets)
      guard !report.isOther else {
        #expect(throws: ReportFault.self, "\(item.file)") { try BouncedMail.read(octets) }
        continue
      }
      do {
        let bounce = try BouncedMail.read(octets)
        let told = Set(bounce.recipients.compactMap(\.explanation?.cause))
        let known = Set(report.explanations.map(\.cause))
        #expect(told.isSubset(of: known), "\(item.file): \(told), not \(known)")
        #expect(
          told.isEmpty ? report.isAccepted : told.contains(report.cause), "\(item.file): \(told), not \(report.cause)")
      } catch { Issue.record("\(item.file): \(error.cause), \(report.cause) \(rows.map(\.reason))") }
    }
  }
}
