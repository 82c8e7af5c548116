import AuditModel
import Requirements
import Testing

/// The four words, receiver by receiver.
@Suite struct ReceiverAnswerTests {
  static let bulk = MailClass(isBulk: true, isListMail: true)
  static let single = MailClass(isBulk: false, isListMail: false)

  static func answer(_ receiver: String, _ mailClass: MailClass, _ exceptions: String) throws -> ReceiverAnswer {
    let receiver = try #require(ReceiverDirectory.receiver(named: receiver))
    let outcomes = Verdicts(exceptions, over: receiver.checks).outcomes
    return ReceiverJudge(receiver, mailClass: mailClass, outcomes: outcomes).answer
  }

  @Test(arguments: ReceiverDirectory.all.map(\.id))
  func nothingStandsInTheWayWhenAllPasses(receiver: String) throws {
    for mailClass in [Self.bulk, Self.single, MailClass(isBulk: true), MailClass(isBulk: false, failurePolicy: .reject)]
    {
      let answer = try Self.answer(receiver, mailClass, "")
      #expect(answer.word == .noKnownObstacle && answer.reasons.isEmpty && answer.remarks.isEmpty)
    }
  }

  @Test(
    arguments: [
      // A documented refusal.
      ("gmail", "DMARC-PRESENT fail", .refused), ("gmail", "RDNS-PTR fail", .refused),
      ("gmail", "TLS-OUTBOUND fail", .refused), ("gmail", "DMARC-MSG-PASS fail", .refused),
      ("microsoft", "BULK-SPF-AND-DKIM fail", .refused), ("microsoft", "DNSBL-IP fail", .refused),
      ("yahoo", "MX-NULL-SENDER fail", .refused), ("yahoo", "HDR-DATE fail", .refused),
      ("apple", "RDNS-PTR fail", .refused), ("orange", "DMARC-PRESENT fail", .refused),
      // The same rule elsewhere costs less, or nothing is stated.
      ("yahoo", "DMARC-PRESENT fail", .atRisk), ("laposte", "DMARC-PRESENT fail", .atRisk),
      ("laposte", "RDNS-PTR fail", .noKnownObstacle), ("yahoo", "TLS-OUTBOUND fail", .noKnownObstacle),
      // A warning is a risk, an unknown is open, and the worst wins.
      ("gmail", "SPF-IP-AUTHORISED warn", .atRisk), ("gmail", "SPF-IP-AUTHORISED unknown", .notEnoughData),
      ("gmail", "TLS-OUTBOUND -", .notEnoughData), ("gmail", "TLS-OUTBOUND -, RDNS-PTR warn", .atRisk),
      ("gmail", "TLS-OUTBOUND -, RDNS-PTR warn, HDR-FROM fail", .refused),
      ("gmail", "TLS-OUTBOUND info, RDNS-IPV6 not_applicable", .noKnownObstacle),
      // Advised checks decide nothing.
      ("gmail", "DMARC-RUA fail, HTML-LINKS fail", .noKnownObstacle), ("gmail", "BULK-STREAMS -", .noKnownObstacle),
      // Block lists and complaints count everywhere once they fail.
      ("gmail", "DNSBL-IP fail", .atRisk), ("gmail", "DNSBL-IP warn", .noKnownObstacle),
      ("mail.ru", "BULK-SPAM-RATE fail", .atRisk), ("mail.ru", "BULK-SPAM-RATE -", .noKnownObstacle),
      // What one receiver takes mildly.
      ("gmail", "DKIM-KEY-LENGTH warn", .noKnownObstacle), ("gmail", "DKIM-KEY-LENGTH fail", .atRisk),
      ("yahoo", "BULK-UNSUB-HEADERS warn", .noKnownObstacle), ("gmail", "BULK-UNSUB-HEADERS warn", .atRisk),
      ("gmx", "SPF-IP-AUTHORISED warn", .noKnownObstacle), ("gmx", "SPF-IP-AUTHORISED fail", .refused),
      ("gmx", "SPF-IP-AUTHORISED fail < SPF-PRESENT, SPF-PRESENT fail", .atRisk),
      ("microsoft", "BULK-UNSUB-HEADERS fail", .noKnownObstacle),
      // Identifiers that may repeat have not done so.
      ("gmail", "MSGID-UNIQUE warn", .noKnownObstacle), ("gmail", "MSGID-UNIQUE fail", .atRisk),
      // A greeting that is no host name is a risk; SPF without a pass is one where it is asked for.
      ("gmail", "HELO-FQDN fail", .atRisk), ("orange", "SPF-IP-AUTHORISED warn", .atRisk),
      ("orange", "SPF-IP-AUTHORISED fail", .refused), ("yahoo", "HDR-NONASCII fail", .atRisk),
      // What is known of other hosts says nothing of the one that sends.
      ("t-online", "SPF-IP-AUTHORISED not_applicable", .notEnoughData),
      ("t-online", "SPF-IP-AUTHORISED not_applicable, RDNS-PTR info", .notEnoughData),
      // Fields that are missing cannot be signed: that they are missing is said already.
      ("gmail", "BULK-UNSUB-SIGNED not_applicable", .noKnownObstacle),
      // Nobody named the address, nobody asked the lists: that is open, not in order.
      ("gmail", "SPF-IP-AUTHORISED not_applicable", .notEnoughData),
      ("yahoo", "DNSBL-IP not_applicable", .notEnoughData), ("gmail", "DNSBL-IP not_applicable", .noKnownObstacle)
    ] as [(String, String, ReceiverAnswer.Word)])
  func bulk(receiver: String, exceptions: String, word: ReceiverAnswer.Word) throws {
    #expect(try Self.answer(receiver, Self.bulk, exceptions).word == word)
  }

  @Test(
    arguments: [
      // One of SPF and DKIM is enough.
      ("gmail", "SPF-IP-AUTHORISED fail", .noKnownObstacle), ("gmail", "DKIM-SIG-VALID fail", .noKnownObstacle),
      ("gmail", "SPF-IP-AUTHORISED fail, DKIM-SIG-VALID fail", .refused),
      ("gmail", "SPF-IP-AUTHORISED warn, DKIM-SIG-VALID fail", .refused),
      ("gmail", "SPF-IP-AUTHORISED fail, DKIM-SIG-PRESENT fail, DKIM-SIG-VALID not_applicable", .refused),
      ("gmail", "SPF-IP-AUTHORISED fail, DKIM-SIG-VALID unknown", .notEnoughData),
      ("gmail", "SPF-IP-AUTHORISED unknown, DKIM-SIG-VALID fail", .notEnoughData),
      ("yahoo", "SPF-IP-AUTHORISED fail, DKIM-SIG-VALID fail", .refused),
      // DMARC and both mechanisms are advised.
      ("gmail", "DMARC-PRESENT fail, BULK-SPF-AND-DKIM fail", .noKnownObstacle),
      ("microsoft", "SPF-IP-AUTHORISED fail", .noKnownObstacle),
      // What holds for all senders.
      ("gmail", "RDNS-FCRDNS fail", .refused), ("gmail", "HDR-DUPLICATES fail", .refused),
      ("microsoft", "DNSBL-IP fail", .refused),
      // One click concerns lists only.
      ("gmail", "BULK-UNSUB-HEADERS fail", .noKnownObstacle)
    ] as [(String, String, ReceiverAnswer.Word)])
  func single(receiver: String, exceptions: String, word: ReceiverAnswer.Word) throws {
    #expect(try Self.answer(receiver, Self.single, exceptions).word == word)
  }

  @Test(
    arguments: [
      ("gmail", .reject, .refused), ("gmail", .quarantine, .atRisk), ("gmail", MailClass.FailurePolicy.none, .atRisk),
      ("gmail", nil, .atRisk), ("microsoft", .reject, .refused), ("qq", .reject, .refused),
      ("qq", .quarantine, .atRisk), ("apple", .reject, .atRisk), ("t-online", .reject, .atRisk)
    ] as [(String, MailClass.FailurePolicy?, ReceiverAnswer.Word)])
  func failingDMARC(receiver: String, policy: MailClass.FailurePolicy?, word: ReceiverAnswer.Word) throws {
    let mailClass = MailClass(isBulk: false, isListMail: false, failurePolicy: policy)
    #expect(try Self.answer(receiver, mailClass, "DMARC-MSG-PASS fail").word == word)
  }

  @Test(arguments: [(true, .atRisk), (nil, .atRisk), (false, .noKnownObstacle)] as [(Bool?, ReceiverAnswer.Word)])
  func unsubscribingConcernsListsOnly(isListMail: Bool?, word: ReceiverAnswer.Word) throws {
    let answer = try Self.answer("gmail", MailClass(isBulk: true, isListMail: isListMail), "BULK-UNSUB-HEADERS fail")
    #expect(answer.word == word)
    let open = try Self.answer("gmail", MailClass(isBulk: true, isListMail: isListMail), "BULK-UNSUB-HEADERS -")
    #expect(open.word == (isListMail == false ? .noKnownObstacle : .notEnoughData))
    if isListMail == nil { #expect(open.reasons.first?.remedy.contains("--kind") == true) }
  }
}
