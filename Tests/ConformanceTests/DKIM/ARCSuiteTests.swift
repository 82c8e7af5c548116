import AuditTesting
import MailAuthentication
import MailMessage
import OpenSSLKit
import Testing

/// The suites of sealed messages.
@Suite struct ARCSuiteTests {
  private struct Suite: Decodable { let scenarios: [Scenario] }
  private struct Scenario: Decodable {
    let dns: SuiteZone
    let tests: [Item]
  }
  private struct Item: Decodable {
    let id: String
    let message: String
    let expect: String
  }

  /// Cases with another word, and why.
  static let deviations: [String: String] = [
    // Without c= a message signature is simple/simple, as in DKIM (RFC 8617 §4.1.2, RFC 6376 §3.5); the suite, of a
    // draft, signed it relaxed.
    "ams_fields_c_na": "fail"
  ]

  @Test(ConformanceSuites.available("ARC validation", cases: 171)) func validation() async throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "arc-valimail/validation.json")
    var count = 0
    for scenario in suite.scenarios {
      let world = try scenario.dns.world()
      for item in scenario.tests {
        let message = Message(Array(item.message.utf8))
        let found = try await MessageSignatures.verify(message, using: world, at: 1_500_000_000).arc
        let expected = Self.deviations[item.id] ?? item.expect
        #expect(found.result.rawValue == expected, "\(item.id): \(found.reasons.map(\.description))")
        count += 1
      }
    }
    #expect(count == 171)
  }

  @Test(ConformanceSuites.available("ARC messages", cases: 2)) func messages() async throws {
    let suite = try MessageSuite.read("arc-mail-auth")
    for item in suite.cases {
      let found = try await MessageSignatures.verify(
        MessageSuite.message("arc-mail-auth", item), using: suite.resolver(item), at: 1_667_843_664
      ).arc
      #expect(item.words == [found.result.rawValue], "\(item.id): \(found.reasons.map(\.description))")
    }
    #expect(suite.cases.count == 2)
  }
}
