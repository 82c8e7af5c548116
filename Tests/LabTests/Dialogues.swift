import AuditModel
import AuditTesting
import Checks
import DNS
import Foundation
import Testing

/// The submission servers that go wrong.
enum Dialogues {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Submission/Dialogues")

  /// All of them, by name.
  static let all: [DialogueScenario] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".dialogue") }.sorted().compactMap { name in
      do {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try DialogueScenario(name: String(name.dropLast(9)), text: text)
      } catch {
        Issue.record(error)
        return nil
      }
    }
  }()
}

/// What a report of a probe says, from the value or from its JSON.
struct ProbeFacts: Sendable {
  /// Check and verdict.
  var verdicts: [(check: String, verdict: Verdict)] = []
  /// Step and verdict.
  var steps: [(name: String, verdict: Verdict)] = []
  /// The whole text, to look for words in.
  var text = ""
  /// The transcript.
  var transcript: [String] = []
  /// What the steps came to.
  var results: [String: String] = [:]
}

extension DialogueScenario {
  /// Expects what the scenario demands.
  func expect(of facts: ProbeFacts) {
    for demand in mandatory where !facts.verdicts.contains(where: { demand.fits($0.check, $0.verdict) }) {
      let said = facts.verdicts.filter { $0.check == demand.pattern }.map(\.verdict.rawValue)
      Issue.record("\(name) lacks \(demand); the report says \(said)\n\(steps(facts))")
    }
    for (check, verdict) in facts.verdicts {
      for demand in forbidden where demand.fits(check, verdict) {
        Issue.record("\(name) forbids \(demand); the report says \(check) \(verdict.rawValue)\n\(steps(facts))")
      }
    }
    for demand in steps where !facts.steps.contains(where: { demand.fits($0.name, $0.verdict) }) {
      Issue.record("\(name) lacks the step \(demand)\n\(steps(facts))")
    }
    for word in words where !facts.text.contains(word) {
      Issue.record("\(name) does not say \"\(word)\"\n\(steps(facts))")
    }
  }

  private func steps(_ facts: ProbeFacts) -> String {
    facts.steps.map { "\($0.name) \($0.verdict.rawValue): \(facts.results[$0.name] ?? "")" }.joined(separator: "\n")
  }
}

extension LabScenario.Demand {
  /// Whether a name and a verdict are meant.
  func fits(_ name: String, _ verdict: Verdict) -> Bool {
    verdicts.contains(verdict) && (pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern)
  }
}
