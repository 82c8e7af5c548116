import AuditModel
import AuditTesting
import Checks
import MailMessage
import Survey
import Testing

/// What a survey of a message tells of its way and of the other messages of the run.
@Suite struct MessageWayTests {
  @Test func timelineGoesFromTheFirstHopToTheLast() async throws {
    let timeline = try await Self.survey(
      """
      Received: from mx.example.net by store.example.net with LMTP id 3; Wed, 25 Nov 2026 12:00:02 +0000
      Received: from mail.example.org (mail.example.org [192.0.2.25]) by mx.example.net with ESMTPS id 2;
        Wed, 25 Nov 2026 12:00:05 +0000
      Received: unreadable
      Received: from app (app [10.0.0.1]) by mail.example.org with ESMTP id 1; Wed, 25 Nov 2026 12:00:00 +0000

      """
    ).trace.timeline
    #expect(timeline.steps.map(\.hop) == [3, 2, 1, 0])
    #expect(timeline.steps.map(\.delay) == [nil, nil, 5, -3])
    #expect(timeline.steps.map(\.isEncrypted) == [false, nil, true, false])
    #expect(timeline.steps.first?.from == "app [10.0.0.1]")
    #expect(timeline.duration == 2)
  }

  @Test(arguments: [
    ("the same", "From: a@b\nSubject: s\nDate: d\nTo: x@y\n", "text", 1),
    ("to another recipient", "From: a@b\nSubject: s\nDate: d\nTo: z@y\n", "text", 1),
    ("with a footer", "From: a@b\nSubject: s\nDate: d\nTo: x@y\n", "text\nfooter", 1),
    ("another text to another recipient", "From: a@b\nSubject: s\nDate: d\nTo: z@y\n", "other", 2),
    ("later", "From: a@b\nSubject: s\nDate: e\nTo: x@y\n", "text", 2)
  ])
  func copiesCountOnce(name: String, header: String, body: String, count: Int) throws {
    var batch = MessageBatch()
    try batch.add(Self.message("From: a@b\nSubject: s\nDate: d\nTo: x@y\n", "text"))
    try batch.add(Self.message(header, body))
    #expect(batch.differentMessages(with: "<1@a>") == count, "\(name)")
    #expect(batch.counts["<1@a>"] == 2)
  }

  @Test func messagesOfWhichNothingIsKnownAreDifferent() {
    var batch = MessageBatch()
    batch.add("<1@a>")
    batch.add("<1@a>")
    #expect(batch.differentMessages(with: "<1@a>") == 2)
    #expect(batch.differentMessages(with: "<2@a>") == 0)
  }

  private static func message(_ header: String, _ body: String) -> Message {
    Message(Array("Message-ID: <1@a>\n\(header)\n\(body)\n".utf8))
  }

  private static func survey(_ header: String) async throws -> MessageSurvey {
    let check = try #require(Catalogue.messageChecks.first)
    return try await MessageExampleRun(check, MessageExample(.pass, "a way", message: header + "\na\n")).survey()
  }
}
