import SMTPSubmission
import Survey
import Testing

@testable import CommandLine

/// How servers are written on the command line.
@Suite struct SubmissionPlaceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let target: String
    let security: SMTPClient.Plan.Security
    var chosen: SMTPClient.Plan.Security?
    var testDescription: String { text }
  }

  static let rows: [Row] = [
    Row(text: "smtp.example.org", target: "smtp.example.org:587", security: .offered),
    Row(text: "smtp.example.org:465", target: "smtp.example.org:465", security: .implicit),
    Row(text: "smtp.example.org:25", target: "smtp.example.org:25", security: .offered),
    Row(text: "smtp.example.org", target: "smtp.example.org:465", security: .implicit, chosen: .implicit),
    Row(text: "smtp.example.org:465", target: "smtp.example.org:465", security: .offered, chosen: .offered),
    Row(text: "ssl://smtp.example.org", target: "smtp.example.org:465", security: .implicit),
    Row(text: "ssl://smtp.example.org:587", target: "smtp.example.org:587", security: .implicit),
    Row(text: "tls://smtp.example.org/", target: "smtp.example.org:587", security: .offered),
    Row(text: "192.0.2.25:2525", target: "192.0.2.25:2525", security: .offered),
    Row(text: "2001:db8::25", target: "[2001:db8::25]:587", security: .offered),
    Row(text: "[2001:db8::25]:465", target: "[2001:db8::25]:465", security: .implicit),
    Row(text: "localhost:25", target: "localhost:25", security: .none, chosen: SMTPClient.Plan.Security.none),
    Row(text: "smtp.müller.example", target: "smtp.xn--mller-kva.example:587", security: .offered)
  ]

  @Test(arguments: rows)
  func isRead(row: Row) throws {
    let target = try SubmissionPlace.parse(row.text).target(row.chosen)
    #expect("\(target)" == row.target)
    #expect(target.security == row.security)
  }

  @Test(arguments: [
    "", "smtp.example.org:0", "smtp.example.org:65536", "smtp.example.org:", "http://smtp.example.org", "[2001:db8::25",
    "smtp..example.org", "a b"
  ])
  func isRefused(text: String) {
    #expect(throws: ErrorLine.self) { try SubmissionPlace.parse(text) }
  }

  @Test(arguments: [("90s", 90), ("5m", 300), ("1h", 3_600), ("7", 7)])
  func waitingTimes(text: String, seconds: Int) {
    #expect(WaitingTime(argument: text)?.duration == .seconds(seconds))
  }

  @Test(arguments: ["", "s", "-5s", "0", "5d", "99999h", "1.5h"])
  func noWaitingTimes(text: String) { #expect(WaitingTime(argument: text) == nil) }

  @Test func theTestMessageIsWellFormed() throws {
    let message = TestMessage(from: "wiki@example.org", to: ["a@example.net"], time: 1_795_000_000, token: 35)
    #expect(message.messageID == "<mailaudit.1795000000.z@example.org>")
    let text = String(decoding: message.octets, as: UTF8.self)
    #expect(text.contains("\r\nDate: Wed, 18 Nov 2026 11:06:40 +0000\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }
}
