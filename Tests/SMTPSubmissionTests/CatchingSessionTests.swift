import SMTPSubmission
import Testing

/// What applications do when all goes well, and what they do otherwise.
@Suite struct CatchingSessionTests {
  /// A greeting and EHLO with its reply.
  static let hello = """
    S 220 catch.example ESMTP
    C EHLO wiki.example
    S 250-catch.example
    S 250-PIPELINING
    S 250-SIZE 1000
    S 250-STARTTLS
    S 250-AUTH PLAIN LOGIN CRAM-MD5
    S 250-ENHANCEDSTATUSCODES
    S 250-8BITMIME
    S 250-SMTPUTF8
    S 250 CHUNKING

    """
  /// The same inside TLS.
  static let secureHello = hello.replacing("S 220 catch.example ESMTP\n", with: "")
    .replacing("S 250-STARTTLS\n", with: "")
  static let envelope = """
    C MAIL FROM:<wiki@example.org>
    S 250 2.1.0
    C RCPT TO:<reader@example.net>
    S 250 2.1.5

    """

  static let good: [CatchingDialogue] = [
    CatchingDialogue(
      "a message",
      hello + envelope + """
        C DATA
        S 354
        C Subject: hi
        C
        C ..a dot
        C .
        S 250 2.0.0 caught as message 1
        C QUIT
        S 221
        !
        """
    ) {
      $0.text == "Subject: hi\r\n\r\n.a dot\r\n" && $0.first?.reversePath == EnvelopePath("wiki@example.org")
        && $0.first?.recipients == [EnvelopePath("reader@example.net")] && $0.first?.conduct == ClientConduct()
        && $0.first?.greeting == ClientGreeting("wiki.example", isExtended: true) && $0.session.messages == 1
    },
    CatchingDialogue(
      "HELO, the null reverse-path, no bracket, blanks",
      """
      S 220
      C helo [192.0.2.1]
      S 250 catch.example
      C mail from: <>
      S 250
      C rcpt to: reader@example.net
      S 250
      C Rcpt To:<@relay.example,@b.example:"a > b"@example.net>
      S 250
      C data
      S 354
      C .
      S 250
      """
    ) {
      $0.text == "" && $0.first?.greeting?.isLiteral == true && $0.first?.greeting?.isExtended == false
        && $0.first?.reversePath?.address == ""
        && $0.first?.recipients.map(\.address) == ["reader@example.net", "\"a > b\"@example.net"]
        && $0.first?.recipients.map(\.lacksBrackets) == [true, false]
    },
    CatchingDialogue(
      "two messages, RSET between, parameters",
      hello + """
        C MAIL FROM:<a@example.org> SIZE=100 BODY=8bitmime SMTPUTF8 AUTH=<>
        S 250
        C RSET
        S 250
        C MAIL FROM:<b@example.org> size=20
        S 250
        C RCPT TO:<c@example.net>
        S 250
        C DATA
        S 354
        c one\\r\\n.\\r\\n
        S 250 2.0.0 caught as message 1
        C MAIL FROM:<d@example.org>
        S 250
        C RCPT TO:<e@example.net>
        S 250
        C DATA
        S 354
        C t\\xC3\\xBCo
        C .
        S 250 2.0.0 caught as message 2
        """
    ) {
      $0.messages.map(\.text) == ["one\r\n", "tüo\r\n"] && $0.first?.reversePath?.value(of: "SIZE") == "20"
        && $0.messages[1].session.conduct.octets.eightBitOctets == 2
        && $0.messages[1].session.transcript.contains { $0.text.contains("b@example.org") } == false
        && $0.messages[1].session.transcript.contains { $0.text == "EHLO wiki.example" }
    },
    CatchingDialogue(
      "PIPELINING, as announced",
      hello + """
        c MAIL FROM:<a@example.org>\\r\\nRCPT TO:<b@example.net>\\r\\nRCPT TO:<c@example.net>\\r\\nDATA\\r\\n
        S 250 2.1.0
        S 250 2.1.5
        S 250 2.1.5
        S 354
        c text\\r\\n.\\r\\nQUIT\\r\\n
        S 250 2.0.0
        S 221
        !
        """
    ) { $0.text == "text\r\n" && $0.first?.conduct == ClientConduct() },
    CatchingDialogue(
      "STARTTLS",
      hello + """
        C STARTTLS
        S 220 2.0.0
        *
        C MAIL FROM:<a@example.org>
        S 503 5.5.1 EHLO

        """ + secureHello + envelope + """
          C DATA
          S 354
          C .
          S 250
          C STARTTLS
          S 503
          """
    ) { $0.first?.tls?.mode == .startTLS },
    CatchingDialogue(
      "BDAT",
      hello + envelope + """
        c BDAT 4\\r\\na\\r\\n.
        S 250
        c BDAT 6 LAST\\r\\n\\r\\nb\\nc\\r
        S 250 2.0.0 caught
        """
    ) {
      $0.text == "a\r\n.\r\nb\nc\r" && $0.first?.conduct.usedChunks == true
        && $0.first?.conduct.octets.bareLineFeeds == 1 && $0.first?.conduct.octets.bareCarriageReturns == 1
    },
    CatchingDialogue(
      "BDAT 0 LAST ends, BDAT without a transaction is read and refused",
      hello + "c BDAT 5\\r\\nQUIT\\n\nS 503 5.5.1 MAIL\n" + envelope + """
        c BDAT 1\\r\\nx
        S 250
        C DATA
        S 503
        C BDAT 0 LAST
        S 250
        """
    ) { $0.text == "x" },
    CatchingDialogue(
      "what else there is",
      "S 220\nC NOOP x\nS 250\nC HELP\nS 214\nC VRFY root\nS 252\nC EXPN all\nS 502\nC QUIT\nS 221\n!", mode: .none)
  ]

  @Test(arguments: good)
  func applicationsAreServed(dialogue: CatchingDialogue) {
    var run = CatchingDialogueRun(dialogue.policy)
    run.run(dialogue)
    #expect(dialogue.check(run.outcome))
  }

  static let sesame = "sesame"
  static let logins: [CatchingDialogue] = [
    CatchingDialogue(
      "PLAIN with the first command", hello + "C AUTH PLAIN AHdpa2kAc2VzYW1l\nS 235 2.7.0"
    ) { $0.session.login == CaughtLogin(.plain, user: "wiki", isInTLS: false) },
    CatchingDialogue(
      "PLAIN in two steps, an authorisation identity", hello + "C auth plain\nS 334\nC YWRtaW4Ad2lraQBzZXNhbWU=\nS 235"
    ) { $0.session.login?.user == "wiki" },
    CatchingDialogue(
      "LOGIN", hello + "C AUTH LOGIN\nS 334 VXNlcm5hbWU6\nC d2lraQ==\nS 334 UGFzc3dvcmQ6\nC c2VzYW1l\nS 235"
    ) { $0.session.login == CaughtLogin(.login, user: "wiki", isInTLS: false) },
    CatchingDialogue(
      "LOGIN with the user name at once, an empty password", hello + "C AUTH LOGIN d2lraQ==\nS 334\nC\nS 235"
    ) { $0.session.login?.mechanism == .login },
    CatchingDialogue(
      "CRAM-MD5",
      hello + """
        C AUTH CRAM-MD5
        S 334 PDdAY2F0Y2guZXhhbXBsZT4=
        C d2lraSBhMGJjMWQyZTNmNDU1NjY3Nzg4OTlhYWJiY2NkZGVlZg==
        S 235
        """
    ) { $0.session.login == CaughtLogin(.cramMD5, user: "wiki", isInTLS: false) },
    CatchingDialogue(
      "cancelled, then again", hello + "C AUTH PLAIN\nS 334\nC *\nS 501 5.7.0\nC AUTH PLAIN AHdpa2kAc2VzYW1l\nS 235"
    ) { $0.session.login != nil },
    CatchingDialogue(
      "no base64, the password in clear text", hello + "C AUTH LOGIN\nS 334\nC d2lraQ==\nS 334\nC sesame\nS 501 5.5.2"
    ) { $0.session.login == nil },
    CatchingDialogue(
      "a client that goes on after a refusal, its password as a command",
      hello + "C AUTH NTLM\nS 504\nC c2VzYW1l\nS 500\nC sesame\nS 500"
    ) { $0.session.login == nil },
    CatchingDialogue(
      "PLAIN without NUL: a password alone", hello + "C AUTH PLAIN c2VzYW1l\nS 501 5.5.2"
    ) { $0.session.login == nil },
    CatchingDialogue(
      "CRAM-MD5 without a digest: a password alone", hello + "C AUTH CRAM-MD5\nS 334\nC d2lraSBzZXNhbWU=\nS 501"
    ) { $0.session.login == nil },
    CatchingDialogue("CRAM-MD5 with a response at once", hello + "C AUTH CRAM-MD5 c2VzYW1l\nS 501") {
      $0.session.login == nil
    },
    CatchingDialogue("the password as the mechanism", hello + "C AUTH c2VzYW1l\nS 504"),
    CatchingDialogue("bad padding", hello + "C AUTH PLAIN AHdpa2kAc2VzYW1l=\nS 501\nC AUTH PLAIN ====\nS 501"),
    CatchingDialogue("twice", hello + "C AUTH PLAIN AHdpa2kAc2VzYW1l\nS 235\nC AUTH PLAIN AHdpa2kAc2VzYW1l\nS 503"),
    CatchingDialogue("before EHLO, and within a transaction", "S 220\nC AUTH PLAIN AHdpa2kAc2VzYW1l\nS 503"),
    CatchingDialogue("within a transaction", hello + envelope + "C AUTH PLAIN AHdpa2kAc2VzYW1l\nS 503")
  ]

  /// Nothing that could be a password, or what it was wrapped in, is anywhere in the session.
  @Test(arguments: logins)
  func anyLoginIsTakenAndNoPasswordKept(dialogue: CatchingDialogue) {
    var run = CatchingDialogueRun(dialogue.policy)
    run.run(dialogue)
    #expect(dialogue.check(run.outcome))
    var kept = run.outcome.session
    // What came last lies in the input until more comes.
    kept.receive(Array("NOOP\r\n".utf8))
    while kept.next() != nil {}
    let everything = "\(kept.transcript) \(String(describing: kept.login))"
    for secret in [Self.sesame, "c2VzYW1l", "zZXNhbWU", "a0bc1d2e3f", "YTBiYzFk"] {
      #expect(!everything.contains(secret), "\(secret)")
    }
  }
}
