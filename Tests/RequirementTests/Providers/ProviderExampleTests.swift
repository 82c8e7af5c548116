import ApplicationSettings
import AuditModel
import AuditTesting
import Checks
import Foundation
import Testing

/// The examples that manuals print for providers give the findings that are written beside them, and no others.
@Suite struct ProviderExampleTests: RequirementTable {
  /// Blocks that are right as they stand.
  static let clean: Set<Int> = [194, 197, 199, 223]

  @Test func allAreThere() {
    #expect(ProviderExample.all.map(\.number) == Array(160...248))
    let bare = ProviderExample.all.filter { $0.wanted.isEmpty }.map(\.number)
    // 240 is about the name of the machine, which no settings hold.
    #expect(Set(bare) == Self.clean.union([240]))
  }

  /// A row for each; 240 is about the name of the machine, and stands elsewhere.
  static let rows = ProviderExample.all.filter { $0.number != 240 }.map { example in
    var showings = [
      Showing((example.wanted.isEmpty ? ["nothing found"] : example.checks).joined(separator: ", ")) {
        fault(of: example)
      }
    ]
    if example.number == 243 { showings.append(relay) }
    return Requirement(example.number, example.application.title, example.title, showings)
  }

  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  /// All findings that are written beside an example are there, and no others.
  private static func fault(of example: ProviderExample) -> String? {
    var found = findings(example.settings)
    for row in example.wanted + example.others {
      let place = found.firstIndex {
        $0.check == row.check && $0.level == row.level && $0.finding.statement.contains(row.words)
      }
      guard let place else { return "missing: \(row); left are: \(found.map(\.line))" }
      found.remove(at: place)
    }
    if !found.isEmpty { return "not expected: \(found.map(\.line))" }
    return example.others.allSatisfy { $0.level < .high } ? nil : "something else is as bad as high"
  }

  @Test func the240thIsClean() {
    for example in ProviderExample.all where example.number == 240 { #expect(Self.fault(of: example) == nil) }
  }

  @Test(arguments: ProviderExample.all.filter { clean.contains($0.number) })
  func isClean(example: ProviderExample) {
    #expect(Self.findings(example.settings).allSatisfy { $0.check == "APP-PLACEHOLDER" && $0.level == .info })
  }

  /// Every finding that a setting causes tells its place, as the file has it.
  @Test(arguments: ProviderExample.all)
  func tellsThePlace(example: ProviderExample) {
    for found in Self.findings(example.settings) {
      let sources = found.finding.evidence.map(\.source)
      #expect(
        sources.contains { $0.hasPrefix(example.application.exampleFile + ":") || $0 == "settings" }, "\(found.line)")
    }
  }

  /// The hop of the submission is seen in the message.
  private static let relay = Showing.message(
    "HDR-RECEIVED", .warn,
    """
    Received: from localhost (web.example.org [192.0.2.7]) by smtp.mailgun.org with ESMTP id 1; Thu, 26 Nov 2026 08:00:00 +0000
    From: wiki@example.org
    Date: Thu, 26 Nov 2026 08:00:00 +0000
    Message-ID: <1@example.org>

    Hello
    """, "localhost")

  private static func findings(_ settings: SubmissionSettings) -> [Found] {
    Catalogue.settingsChecks.flatMap { check -> [Found] in
      guard case .findings(let findings) = check.judge(settings) else { return [] }
      return findings.compactMap { Found($0, of: check.description) }
    }
  }
}

/// A finding with the level that it has.
private struct Found {
  let check: String
  let level: Severity
  let finding: Finding

  init?(_ finding: Finding, of check: CheckDescription) {
    self.check = check.id.rawValue
    self.finding = finding
    switch finding.verdict {
    case .fail: level = check.severity
    case .warn: level = check.severity.lowered
    case .info: level = .info
    case .unknown, .pass, .notApplicable: return nil
    }
  }

  var line: String { "\(check) \(level.name) \(finding.statement)" }
}
