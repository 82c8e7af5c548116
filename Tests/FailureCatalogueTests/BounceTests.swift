import Syntax
import Testing

@testable import FailureCatalogue

/// Bounces in the forms of programs.
@Suite struct BounceTests {
  private static let header = """
    Return-Path: <>
    From: MAILER-DAEMON@mx.example.net
    Date: Thu, 29 Apr 2021 23:34:45 +0900
    Subject: Returned mail
    Message-ID: <1@mx.example.net>

    """

  private static func report(_ header: String, _ body: String) -> FailureReport {
    FailureCatalogue.shipped.explain(pasted: Array("\(Self.header)\(header)\n\(body)\n".utf8))
  }

  /// Header fields beside the usual ones, the body, and what it means.
  @Test(arguments: [
    ("", "\"a@example.net\":\nhost: mx.example.net\n5.2.2 <a@example.net>... Mailbox Full", FailureCause.mailboxFull),
    (
      "", "The reason for the problem:\n5.1.0 - Unknown address error 550-'5.7.1 <b@example.org>... Access denied'",
      .policyRejected
    ),
    (
      "", "a@example.net: Network error on destination MXs\n\nA message is delayed for more than 4 hours.",
      .connectionFailed
    ),
    (
      "", "Bonjour,\n\nSi vous avez des questions sur ce groupe, https://groups.google.com/support/.",
      .recipientRestricted
    ),
    (
      "", "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; a@example.net\nAction: failed\nStatus: 5.2.2",
      .mailboxFull
    ),
    (
      "", "<<< 550 5.7.1 IP address blacklisted by recipient\n550 5.1.1 <a@example.net>... User unknown", .listedInDNSBL
    ),
    (
      "Content-Type: multipart/mixed; boundary=\"b\"\n", "Error message below:\n550 - no such user here", .userUnknown
    ),
    (
      "Content-Type: text/plain; charset=iso-2022-jp\n",
      "\u{1B}$B08@h$N%f!<%6!<$,8+$D$+$j$^$;$s$G$7$?!#\u{1B}(B", .userUnknown
    ),
    ("Content-Type: text/plain; charset=iso-8859-1\n", "Das Postfach des Empf\u{E4}ngers ist voll", .mailboxFull)
  ])
  func formsAreRead(header: String, body: String, cause: FailureCause) {
    let octets = "\(Self.header)\(header)\n\(body)\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(FailureCatalogue.shipped.explain(pasted: octets).cause == cause)
  }

  @Test func aMailboxOfBouncesIsReadWhole() {
    let bounce = { (text: String) in
      "From MAILER-DAEMON  Thu Apr 29 23:34:45 2021\n\(Self.header)\n\(text)\n\n"
    }
    let mailbox = bounce("<a@example.net>: 550 5.1.1 user unknown") + bounce("<b@example.net>: 552 5.2.2 mailbox full")
    let report = FailureCatalogue.shipped.explain(pasted: Array(mailbox.utf8))
    #expect(Set(report.explanations.map(\.cause)) == [.userUnknown, .mailboxFull])
    #expect(report.explanations.map(\.place.line).sorted() == [8, 17])
  }

  /// The copy of the message that bounced is not read, also where it begins as a mailbox does.
  @Test func theMessageItselfIsNotRead() {
    let report = Self.report(
      "",
      "550 5.1.1 user unknown\n\n--- Unsent message follows ---\nFrom b@example.org  Thu Apr 29 23:34:45 2021\n"
        + "From: b@example.org\nDate: now\nSubject: x\nMessage-ID: <2@example.org>\n\nmailbox full")
    #expect(report.explanations.map(\.cause) == [.userUnknown])
  }

  @Test func aReportOfSuccessIsNoFailure() {
    let report = Self.report(
      "",
      "Final-Recipient: rfc822; a@example.net\nAction: deliverable\nStatus: 2.1.5\nDiagnostic-Code: smtp; 250 2.1.5 Ok")
    #expect(report.isAccepted)
    #expect(report.acceptance.code == 250)
  }

  @Test(arguments: [
    ("abuse", "called it spam"), ("auth-failure", "your domain in From"), ("opt-out", "no more mail")
  ])
  func feedbackIsNoBounce(type: String, words: String) {
    let report = Self.report(
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n",
      "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: \(type)\nVersion: 1\n\n--b--")
    #expect(report.explanations.isEmpty)
    #expect(report.notes.map(\.id) == ["feedback-report"])
    #expect(report.notes.first?.text.contains(words) == true)
  }

  /// Amazon SES tells of complaints in JSON; the link behind it is no secret.
  @Test(arguments: ["notificationType", "eventType"]) func aComplaintInJSONIsNoBounce(name: String) {
    let report = Self.report(
      "",
      "{\"\(name)\": \"Complaint\",\"complaint\":{\"complaintFeedbackType\":\"not-spam\"},\"to\":\"a@sim!\n ulator.example\"}\n\n"
        + "--\nhttps://example.org/unsubscribe.html?topic=arn:aws:sns&Endpoint=a@example.org")
    #expect(report.explanations.isEmpty)
    #expect(report.notes.map(\.id) == ["feedback-report"])
    #expect(report.notes.first?.text.contains("was no spam") == true)
  }

  /// A queue that waits says nothing of the mailbox.
  @Test(arguments: [
    ("delivery temporarily suspended: connect to mx[192.0.2.1]: server refused to talk to me: 421 no", false),
    ("delivery temporarily suspended: lost connection with mx[192.0.2.1] while sending RCPT TO", false),
    ("550 Your account has been suspended", false), ("550 a@example.net has been suspended", true),
    ("550 5.2.1 <a@example.net> temporarily suspended", true), ("550 a@example.net is temporarily locked", true)
  ])
  func aWaitingQueueIsNoMailboxThatIsGone(text: String, isGone: Bool) {
    #expect((FailureCatalogue.shipped.explain(Failure(text: text)).cause == .mailboxDisabled) == isGone)
  }

  /// Each is a sentence of a server in another language than English.
  @Test(arguments: [
    ("550 El usuario no existe", FailureCause.userUnknown), ("552 La boîte du destinataire est pleine", .mailboxFull),
    ("550 Пользователь не найден", .userUnknown), ("550 用户不存在", .userUnknown), ("552 邮箱已满", .mailboxFull),
    ("550 宛先のアドレスは存在しません", .userUnknown), ("550 Odbiorca nie istnieje", .userUnknown),
    ("550 La casella è piena", .mailboxFull), ("550 Der Benutzer existiert nicht", .userUnknown),
    ("550 사용자를 찾을 수 없습니다", .userUnknown), ("550 De gebruiker is onbekend", .userUnknown),
    ("552 A caixa do destinatário está cheia", .mailboxFull)
  ])
  func otherLanguagesAreRead(text: String, cause: FailureCause) {
    #expect(FailureCatalogue.shipped.explain(Failure(text: text)).cause == cause)
  }
}

/// Which of several things that a paste says is told.
@Suite struct TellingTests {
  /// A paste, the entry that is told, and the step.
  @Test(arguments: [
    (
      "Error sending mail: authentication failure [SMTP: STARTTLS failed (code: 220, response: 2.0.0 Ready to start TLS)]",
      "pear-starttls-220", FailureStage.starttls
    ),
    (
      "Nov 20 09:12:44 mx sm-mta[1]: 3A: relay=mx.example.net., stat=Deferred: 450 4.7.1 <a.local>: Helo command rejected: "
        + "Host not found", "pf-helo-notfound", .rcpt
    ),
    ("Failed to connect socket: fsockopen(): unable to connect to ssl://x:465 (Unknown error)", "php-connect", .connect)
  ])
  func theReasonIsTold(text: String, id: String, stage: FailureStage) {
    let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
    #expect(report.primary?.entry?.id == id)
    #expect(report.stage == stage)
    #expect(report.primary?.enhanced?.classDigit != 2)
  }

  @Test func aRecordHasItsOwnServer() {
    let log = """
      Nov 20 09:00:04 web1 postfix/smtp[1]: A4: to=<d@example.com>, relay=mx.example.com[198.51.100.8]:25, dsn=5.1.1, \
      status=bounced (host mx.example.com said: 550 5.1.1 user unknown)
      Nov 20 09:00:05 web1 postfix/error[1]: A5: to=<e@x.example>, relay=none, dsn=5.4.4, status=bounced (Host or domain \
      name not found. Name service error for name=x.example type=A: Host not found)
      """
    let report = FailureCatalogue.shipped.explain(pasted: Array(log.utf8))
    #expect(report.explanations.map(\.host) == ["mx.example.com", nil])
  }

  /// DokuWiki writes the error first and the server behind it.
  @Test func theServerIsNamed() {
    let text = "Could not open SMTP Port.\nSet: the server\nConnecting to smtp.exmaple.org at 587\n"
    #expect(FailureCatalogue.shipped.explain(pasted: Array(text.utf8)).primary?.host == "smtp.exmaple.org")
  }
}
