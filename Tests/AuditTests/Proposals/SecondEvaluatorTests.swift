import AuditModel
import AuditTesting
import DNS
import Foundation
import MailAuthentication
import Survey
import Testing

@testable import Audit

/// Shortened records say the same to pyspf, an evaluator that shares no line with ours.
@Suite(.enabled(if: PySPF.path != nil, "MAILAUDIT_PYSPF names no Python with pyspf"))
struct SecondEvaluatorTests {
  private static let checks: [CheckID] = ["SPF-INCLUDE-TARGET", "SPF-VOID-LIMIT", "SPF-REDUNDANT", "SPF-LOOKUP-LIMIT"]

  @Test(arguments: ProposalRow.all.filter { checks.contains($0.check) && $0.isProven && $0.added != nil })
  func agrees(row: ProposalRow) async throws {
    let proposal = try #require(await row.proposal())
    guard case .proven(let trial) = proposal.proof else { return #expect(Bool(false), "\(proposal.proof)") }
    let edits = proposal.changes.flatMap { change in change.added.map(\.zoneText) }
    let text = ProposalRow.prefix + row.zone
    let new = text.split(separator: "\n").filter { !$0.hasPrefix("@ TXT") }.joined(separator: "\n")
    let (old, changed) = (text, new + "\n@ TXT " + edits.joined())
    let domain: DomainName = "example.org"
    let trees = [
      await SPFTree.explore(domain, using: World(old + "\n")),
      await SPFTree.explore(domain, using: World(changed + "\n"))
    ]
    let addresses = SPFEquivalence.addresses(of: trees)
    let before = try await PySPF.results(trees[0], addresses)
    let after = try await PySPF.results(trees[1], addresses)
    #expect(before.count == addresses.count && after.count == addresses.count)
    #expect(Set(after).isSubset(of: ["pass", "fail", "softfail", "neutral"]), "\(Set(after))")
    let told = zip(before, after).filter { $0.0 != "permerror" }
    #expect(told.allSatisfy { $0.0 == $0.1 }, "\(told)")
    let comparison = Proposal.SPFComparison(same: told.count, errors: before.count - told.count)
    #expect(trial.spf == comparison)
  }
}

/// Runs pyspf.
enum PySPF {
  static let path = ProcessInfo.processInfo.environment["MAILAUDIT_PYSPF"]

  private struct Job: Encodable {
    let domain: String
    let addresses: [String]
    let records: [Record]
  }

  private struct Record: Encodable {
    let answer: DNSAnswer

    func encode(to encoder: any Encoder) throws {
      var row = encoder.unkeyedContainer()
      try row.encode(answer.question.name.description)
      try row.encode(answer.question.type.description)
      var data = row.nestedUnkeyedContainer()
      for record in answer.records {
        switch record.data {
        case .txt(let strings): try data.encode(strings.text)
        case .address(let address): try data.encode(address.description)
        case .mx(let preference, let exchange):
          var pair = data.nestedUnkeyedContainer()
          try pair.encode(preference)
          try pair.encode(exchange.description)
        default: continue
        }
      }
    }
  }

  /// The results for the addresses, in their order. No thread waits for the process.
  static func results(_ tree: SPFTree, _ addresses: [IPAddress]) async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "job.json"), folder.appending(path: "results"))
    let answers = tree.nodes.flatMap { node in
      [node.publication.answer] + node.terms.flatMap { $0.answers + $0.exchangeAnswers }
    }
    let job = Job(
      domain: tree.domain.description, addresses: addresses.map(\.description), records: answers.map(Record.init))
    try JSONEncoder().encode(job).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/false")
    process.arguments = [
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "pyspf.py").path, input.path,
      output.path
    ]
    let _: Void = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
