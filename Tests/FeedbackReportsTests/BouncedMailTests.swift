import FailureCatalogue
import FeedbackReports
import Testing

@Suite struct BouncedMailTests {
  private static let header = """
    Return-Path: <>
    From: MAILER-DAEMON@mx.example.net
    Date: Thu, 1 Jan 2026 01:00:00 +0100
    Subject: Returned mail
    Message-ID: <1@mx.example.net>

    """

  private func read(_ text: String) throws -> BouncedMail { try BouncedMail.read(Array(text.utf8)) }

  private func report(_ fields: String, words: String = "It did not work.") throws -> BouncedMail {
    try read(
      """
      \(Self.header)Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      \(words)
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.net
      Arrival-Date: Thu, 1 Jan 2026 01:00:00 +0100

      \(fields)

      --b
      Content-Type: message/rfc822

      Subject: very secret

      mailbox full
      --b--
      """)
  }

  private static let unknown = """
    Final-Recipient: rfc822; jane.doe@example.org
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mx.example.org
    Diagnostic-Code: smtp; 550 5.1.1 user unknown
    """
  private static let full = """
    Final-Recipient: rfc822;<jim@example.com>
    Action: delayed
    Status: 4.2.2
    Diagnostic-Code: smtp; 452 4.2.2 mailbox full
    """

  @Test func everyRecipientHasItsOwnReason() throws {
    let bounce = try report(Self.unknown + "\n\n" + Self.full)
    #expect(bounce.recipients.map(\.address) == ["…@example.org", "…@example.com"])
    #expect(bounce.recipients.map(\.action) == ["failed", "delayed"])
    #expect(bounce.recipients.map(\.explanation?.cause) == [.userUnknown, .mailboxFull])
    #expect(bounce.recipients.first?.remoteMTA == "mx.example.org")
    #expect(bounce.reportingMTA == "mx.example.net" && bounce.arrival == 1_767_225_600)
  }

  @Test func whoGotItHasNoReason() throws {
    let delivered = "Final-Recipient: rfc822; a@example.org\nAction: relayed\nStatus: 2.0.0"
    let bounce = try report(Self.full + "\n\n" + delivered)
    #expect(bounce.recipients.map(\.explanation?.cause) == [.mailboxFull, nil])
    #expect(try report(delivered).recipients.map(\.action) == ["relayed"])
  }

  /// The words above the fields are taken where the fields are vague, and only for whom they are about.
  @Test func vagueFieldsGiveWayToWords() throws {
    let vague = "Final-Recipient: rfc822; jim@example.com\nAction: failed\nStatus: 5.0.0"
    let words = "<jim@example.com>: host mx.example.com said: 552 mailbox is full\n"
    #expect(try report(vague, words: words).recipients.map(\.explanation?.cause) == [.mailboxFull])
    #expect(
      try report(Self.unknown + "\n\n" + vague, words: words).recipients.map(\.explanation?.cause)
        == [.userUnknown, .mailboxFull])
    let other = "<jane.doe@example.org>: host mx.example.org said: 550 5.1.1 user unknown\n"
    #expect(
      try report(Self.unknown + "\n\n" + vague, words: other).recipients.last?.explanation?.cause != .userUnknown)
  }

  @Test(
    arguments: [
      (
        "<jane@example.org>:\nSorry, no mailbox here by that name.\n\n<jim@example.com>:\n452 4.2.2 mailbox full\n",
        ["…@example.org", "…@example.com"], [FailureCause.userUnknown, .mailboxFull]
      ),
      (
        "  jane@example.org\n    host mx.example.org [192.0.2.1]\n    550 5.1.1 user unknown\n", ["…@example.org"],
        [.userUnknown]
      ),
      ("550 5.1.1 user unknown\n", [nil], [.userUnknown])
    ] as [(String, [String?], [FailureCause])])
  func wordsAreReadByRecipient(words: String, addresses: [String?], causes: [FailureCause]) throws {
    let bounce = try read("\(Self.header)\nYour message was not delivered.\n\n\(words)")
    #expect(bounce.recipients.map(\.address) == addresses)
    #expect(bounce.recipients.map(\.explanation?.cause) == causes)
  }

  @Test(arguments: [
    "hello",
    "From: a@example.org\nTo: b@example.org\nSubject: lunch\nDate: now\nMessage-ID: <1@a>\n\nMy mailbox full of cake\n",
    "Return-Path: <>\nFrom: a@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\nDate: now\n\nI am on leave\n"
  ])
  func whatIsNoBounceIsRefused(text: String) {
    #expect(throws: ReportFault.self) { try read(text) }
  }
}
