import AuditModel
import Requirements
import Testing

/// What an answer says beside its word.
@Suite struct ReceiverReasonTests {
  static func answer(_ exceptions: String) throws -> ReceiverAnswer {
    try ReceiverAnswerTests.answer("gmail", ReceiverAnswerTests.bulk, exceptions)
  }

  @Test func aReasonHasAllThatOneNeeds() throws {
    let answer = try Self.answer("DMARC-PRESENT fail, HDR-SIZE warn, TLS-OUTBOUND -")
    #expect(answer.reasons.map(\.check) == ["DMARC-PRESENT", "HDR-SIZE", "TLS-OUTBOUND"])
    #expect(answer.deciding.map(\.check) == ["DMARC-PRESENT"])
    let first = try #require(answer.reasons.first)
    #expect(first.statement == "DMARC-PRESENT says fail.")
    #expect(first.evidence?.excerpt == "DMARC-PRESENT")
    #expect(first.remedy == "Mend DMARC-PRESENT.")
    #expect(first.rule.codes.contains("550 5.7.40"))
    #expect(
      first.rule.source == .receiver(document: "Google, Email sender guidelines FAQ", edition: "2026-03-11"))
    #expect(first.afterRemedy == .atRisk)
    #expect(answer.afterRemedies == .notEnoughData)
  }

  @Test(
    arguments: [
      ("DMARC-PRESENT fail", "DMARC-PRESENT", .noKnownObstacle),
      ("DMARC-PRESENT fail, RDNS-PTR fail", "DMARC-PRESENT", .refused),
      ("DMARC-PRESENT fail, RDNS-PTR warn", "DMARC-PRESENT", .atRisk),
      ("DMARC-PRESENT fail, RDNS-PTR unknown", "DMARC-PRESENT", .notEnoughData),
      ("DMARC-PRESENT fail, RDNS-PTR unknown", "RDNS-PTR", .refused),
      // What it alone explains is mended with it.
      (
        "SPF-IP-AUTHORISED fail, BULK-SPF-AND-DKIM fail < SPF-IP-AUTHORISED", "SPF-IP-AUTHORISED", .noKnownObstacle
      ),
      (
        "SPF-IP-AUTHORISED fail, DKIM-SIG-VALID fail, BULK-SPF-AND-DKIM fail < SPF-IP-AUTHORISED DKIM-SIG-VALID",
        "SPF-IP-AUTHORISED", .refused
      )
    ] as [(String, CheckID, ReceiverAnswer.Word)])
  func afterTheRemedy(exceptions: String, check: CheckID, word: ReceiverAnswer.Word) throws {
    #expect(try Self.answer(exceptions).reasons.first { $0.check == check }?.afterRemedy == word)
  }

  @Test func theRemedyIsThatOfTheCause() throws {
    let answer = try Self.answer("DMARC-PRESENT fail < DMARC-MULTIPLE, DMARC-MULTIPLE fail")
    let reason = try #require(answer.reasons.first)
    #expect(reason.causedBy == "DMARC-MULTIPLE" && reason.remedy == "Mend DMARC-MULTIPLE.")
  }

  @Test func whatDidNotRunSaysWhy() throws {
    let gmail = try #require(ReceiverDirectory.receiver(named: "googlemail.com"))
    let answer = ReceiverJudge(gmail, mailClass: ReceiverAnswerTests.single, outcomes: []) { "\($0) is on holiday" }
      .answer
    #expect(answer.word == .notEnoughData)
    #expect(answer.reasons.allSatisfy { $0.statement.hasSuffix("\($0.check) is on holiday.") })
    let ptr = answer.reasons.first { $0.check == "RDNS-PTR" }
    #expect(ptr?.remedy == "Name the address that the mail comes from (--ip).")
  }

  @Test func whatKeepsACheckOpenIsToBeSettled() throws {
    let reason = try #require(try Self.answer("RDNS-PTR unknown").reasons.first)
    #expect(reason.remedy == "Settle what keeps it open: RDNS-PTR says unknown.")
    let other = try #require(
      try Self.answer("SPF-IP-AUTHORISED not_applicable").reasons.first { $0.check == "RDNS-PTR" })
    #expect(other.statement == "RDNS-PTR says nothing: nobody told which address sends.")
    #expect(other.remedy == "Name the address that the mail comes from (--ip).")
    let mailClass = MailClass(isBulk: true)
    let kind = try ReceiverAnswerTests.answer("gmail", mailClass, "BULK-UNSUB-SIGNED not_applicable").reasons.first
    #expect(kind?.remedy.contains("--kind") == true)
  }

  @Test func remarksDecideNothing() throws {
    let answer = try ReceiverAnswerTests.answer(
      "laposte", ReceiverAnswerTests.bulk, "RDNS-PTR fail, DKIM-SIG-VALID fail")
    #expect(answer.word == .noKnownObstacle)
    #expect(answer.remarks.map(\.check) == ["DKIM-SIG-VALID", "RDNS-PTR"])
    #expect(answer.remarks.last?.rule.role(for: ReceiverAnswerTests.bulk) == .notStated)
  }

  @Test func theWorstIsNamed() throws {
    let answers = try ["gmail", "yahoo", "microsoft"].map {
      try ReceiverAnswerTests.answer($0, ReceiverAnswerTests.bulk, "DMARC-PRESENT fail")
    }
    #expect(answers.map(\.word) == [.refused, .atRisk, .refused])
    #expect(answers.worst?.word == .refused)
    #expect(answers.worst?.receivers.map(\.id) == ["gmail", "microsoft"])
    #expect(answers[..<0].worst == nil)
  }
}
