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

  /// Where a message came from outside: the place among the hops, and whether that is certain.
  @Test(
    arguments: [
      ("a server", "mail.example.org (mail.example.org [192.0.2.25])", "ESMTPS", "", 0, false),
      ("confirmed", "mail.example.org (mail.example.org [192.0.2.25])", "ESMTPS", "client-ip=192.0.2.25;", 0, true),
      (
        "another address", "mail.example.org (mail.example.org [192.0.2.2])", "ESMTPS", "client-ip=192.0.2.25;", 0,
        false
      ),
      ("IPv6", "a (a [IPv6:2001:db8::1])", "ESMTPS", "client-ip=2001:DB8:0::1;", 0, true),
      ("a user", "laptop (dsl.example.org [192.0.2.25])", "ESMTPSA", "client-ip=192.0.2.25;", nil, false),
      ("a user, long ago", "laptop (dsl.example.org [192.0.2.25])", "ESMTPA", "", nil, false),
      ("the same machine", "localhost (localhost [127.0.0.1])", "ESMTP", "", nil, false)
    ] as [(String, String, String, String, Int?, Bool)])
  func whoLoggedInIsNotOutside(
    name: String, from: String, with: String, results: String, hop: Int?, isCertain: Bool
  ) async throws {
    let received = "Received: from \(from) by mx.example.net with \(with) id 1; Wed, 25 Nov 2026 12:00:02 +0000\n"
    let survey = try await Self.survey("Received-SPF: pass \(results)\n\(received)")
    #expect(survey.trace.boundary?.index == hop, "\(name)")
    #expect((survey.trace.boundary?.source.isCertain ?? false) == isCertain, "\(name)")
    #expect(survey.trace.cameFromOutside == (hop != nil), "\(name)")
  }

  /// A signature that ended behind the receipt stays good however late the message is audited.
  @Test(arguments: [("Wed, 25 Nov 2026 12:00:02 +0000", true), ("Fri, 27 Nov 2026 12:00:02 +0000", false)])
  func signaturesAreVerifiedAtTheTimeOfReceipt(time: String, isPassing: Bool) async throws {
    let stage = MessageStage.signed(by: "example.org") { $0.moreTags = "t=1795600000; x=1795700000" }
    let received = "Received: from a (a [192.0.2.25]) by mx.example.net with ESMTPS id 1; \(time)\n"
    let check = try #require(Catalogue.messageChecks.first { $0.description.id == "DKIM-SIG-VALID" })
    let example = MessageExample(
      isPassing ? .pass : .fail, "late",
      message: received + "From: a@example.org\nDate: d\nMessage-ID: <1@a>\n\na\n", stage: stage
    ) { $0.time = 1_800_000_000 }
    #expect(try await MessageExampleRun(check, example).judgement().verdict == example.verdict)
  }

  @Test func identifiersOfOneHostStandTogether() {
    var batch = MessageBatch()
    for id in ["<1@a>", "<2@b>", "3", "<4@a>"] { batch.add(id) }
    #expect(batch.messageIDs(like: "<9@a>") == ["<1@a>", "<4@a>"])
    #expect(batch.messageIDs(like: "9") == [])
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
