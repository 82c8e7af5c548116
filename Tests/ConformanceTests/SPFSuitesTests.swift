import AuditTesting
import DNS
import Foundation
import MailAuthentication
import Syntax
import Testing

/// The published SPF suites, run through check_host().
@Suite struct SPFSuitesTests {
  /// One file of cases and how many it holds.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let cases: Int
    var testDescription: String { "\(path): \(cases) cases" }
  }

  private static let files = [
    File(path: "spf-openspf/rfc7208-tests.json", cases: 203), File(path: "spf-openspf/rfc4408-tests.json", cases: 191),
    File(path: "spf-openspf/pyspf-tests.json", cases: 16), File(path: "spf-mail-auth/a.json", cases: 16),
    File(path: "spf-mail-auth/all.json", cases: 6), File(path: "spf-mail-auth/basic.json", cases: 19),
    File(path: "spf-mail-auth/examples.json", cases: 35), File(path: "spf-mail-auth/exists.json", cases: 4),
    File(path: "spf-mail-auth/exp.json", cases: 4), File(path: "spf-mail-auth/include.json", cases: 29),
    File(path: "spf-mail-auth/ip.json", cases: 13), File(path: "spf-mail-auth/macro.json", cases: 6),
    File(path: "spf-mail-auth/mx.json", cases: 16), File(path: "spf-mail-auth/ptr.json", cases: 8),
    File(path: "spf-mail-auth/redirect.json", cases: 7), File(path: "spf-jspf/mailzone-tests.json", cases: 135),
    File(path: "spf-jspf/tests.json", cases: 20), File(path: "spf-jspf/pyspf-2009-tests.json", cases: 13)
  ]

  /// Cases whose explanation is not that of RFC 7208: the paragraph.
  private static let foreignExplanations: [String: String] = [
    "spf-jspf/tests.json test-#2": "RFC 7208 §6.2: without exp the text is the receiver's own; here that of jSPF",
    "spf-jspf/tests.json test-#11": "RFC 7208 §6.2: without exp the text is the receiver's own; here that of jSPF",
    "spf-jspf/tests.json test-#15": "RFC 7208 §6.2: without exp the text is the receiver's own; here that of jSPF"
  ]

  @Test(ConformanceSuites.available("the SPF suites", cases: 741), arguments: files)
  func passes(file: File) async throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: file.path)
    #expect(suite.scenarios.map(\.tests.count).reduce(0, +) == file.cases)
    for scenario in suite.scenarios {
      let world = try scenario.zone.world()
      for test in scenario.tests { await check(test, in: file, world) }
    }
  }

  private func check(_ test: Case, in file: File, _ world: World) async {
    guard let address = IPAddress(test.ip) else {
      Issue.record("\(test.id): no address: \(test.ip)")
      return
    }
    let identity = SPFIdentity(address: address, helo: test.helo, mailFrom: test.mailfrom)
    var evaluator = SPFEvaluator(resolver: world)
    evaluator.receiver = "localdomain.foo.bar"
    let evaluation = await evaluator.evaluate(identity)
    let problem = evaluation.problem?.description ?? ""
    #expect(test.expect.contains(evaluation.result.rawValue), "\(test.id): \(evaluation.result) \(problem)")
    // The suites write DEFAULT where the receiver's own text stands in: there is no explanation of the domain. The
    // case of hexadecimal digits is not laid down (RFC 7208 §7.3): texts are compared without it.
    let isForeign = Self.foreignExplanations["\(file.path) \(test.id)"] != nil
    if evaluation.result == .fail, let explanation = test.explanation, !isForeign {
      let found = evaluation.explanation ?? "DEFAULT"
      #expect(found.lowercased() == explanation.lowercased(), "\(test.id)")
    }
  }

  struct Suite: Decodable {
    let scenarios: [Scenario]
  }

  struct Scenario: Decodable {
    let zone: SuiteZone
    let tests: [Case]
  }

  struct Case: Decodable {
    let id: String
    let ip: String
    let helo: String
    let mailfrom: String
    let expect: [String]
    let explanation: String?
  }

  // MARK: Records

  /// One record of mox, whose parser is laxer than the grammar: RFC 7208 §7.1 asks for two labels in a domain-spec, so
  /// its `a:x`, `exists:x`, `exp=X` and so on are errors. Here its names get a second label.
  private static let laxRecord = "V=spf1 all Include:example.org a ?a"

  @Test(ConformanceSuites.available("the records of mox", cases: 27))
  func readsRecords() throws {
    struct Entry: Decodable {
      let kind: String
      let text: String
      let expect_valid: Bool
    }
    struct Records: Decodable {
      let cases: [Entry]
    }
    let entries = try ConformanceSuites.decode(Records.self, from: "records-mox/records.json").cases
      .filter { $0.kind == "spf" }
    #expect(entries.count == 27)
    for entry in entries {
      let parsed = SPFRecord.parse(Array(entry.text.utf8))
      let isLax = entry.text.hasPrefix(Self.laxRecord)
      #expect(!parsed.isPermanentError == (entry.expect_valid && !isLax), "\(entry.text) \(parsed.faults)")
      guard isLax else { continue }
      let whole = entry.text.replacing(":x", with: ":x.example").replacing("=x", with: "=x.example")
        .replacing("=X", with: "=X.example")
      #expect(SPFRecord.parse(Array(whole.utf8)).faults.allSatisfy { $0.gravity == .remark })
    }
  }
}
