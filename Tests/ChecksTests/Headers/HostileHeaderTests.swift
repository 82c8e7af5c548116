import AuditModel
import AuditTesting
import Checks
import Testing

/// Headers that are written to cost time.
@Suite struct HostileHeaderTests {
  /// Two thousand mailboxes, each at a domain of its own: what is said of one of them may not copy all.
  @Test(arguments: ["From", "Reply-To", "To", "Sender"])
  func manyMailboxesTakeNoTime(field: String) async throws {
    let list = (0..<2000).map { "u\($0)@d\($0).acme.net" }.joined(separator: ",\n ")
    let example = MessageExample(.pass, field, message: "\(field): \(list)\n" + .with("", without: field))
    let check = try #require(Catalogue.messageChecks.first)
    let survey = try await MessageExampleRun(check, example).survey()
    let time = ContinuousClock().measure {
      for check in Catalogue.messageChecks { _ = check.judge(survey) }
    }
    #expect(time < .seconds(10))
  }
}
