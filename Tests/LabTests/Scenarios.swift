import AuditModel
import AuditTesting
import Checks
import DNS
import Foundation
import LDNSKit
import Testing

/// The domains of the lab.
enum Scenarios {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  /// All scenarios, by name.
  static let all: [LabScenario] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".zone") }.sorted().compactMap { name in
      do {
        return try LabScenario(path: folder.appendingPathComponent(name).path)
      } catch {
        Issue.record(error)
        return nil
      }
    }
  }()
}

extension LabScenario {
  /// When the scenario is looked at: certificates have dates.
  var time: Int { mailServers.isEmpty ? 0 : ExampleCertificates.time }

  /// Whether a name server does not answer.
  var keepsSilent: Bool { zone.outcomes.contains { $0.outcome == .failure(.timeout) } }

  /// Expects what the scenario demands of a report.
  func expect(of report: AuditReport) {
    for demand in mandatory where !report.outcomes.contains(where: demand.matches) {
      let said = report.outcomes.filter { $0.check.rawValue == demand.pattern }.map(Self.words)
      Issue.record("\(name) lacks \(demand); the report says: \(said.first ?? "nothing of it")")
    }
    for outcome in report.outcomes {
      for demand in forbidden where demand.matches(outcome) {
        Issue.record("\(name) forbids \(demand); the report says: \(Self.words(outcome))")
      }
    }
  }

  private static func words(_ outcome: CheckOutcome) -> String {
    let facts = outcome.findings.map(\.statement)
    return "\(outcome.check) \(outcome.verdict.rawValue) \(facts.joined(separator: " / "))"
  }
}
