import AuditModel
import Checks
import Survey
import Testing

/// What goes wrong in header fields, each with the check that tells of it.
@Suite struct MessageHeaderRowsTests {
  static let rows: [MessageRow] = authors + recipients + content + lists + traces + octets

  private static let authors: [MessageRow] = [
    MessageRow("H1 no Date", "HDR-DATE", .fail, .with("", without: "Date")),
    MessageRow("H1 broken", "HDR-DATE", .fail, .with("Date: yesterday", without: "Date")),
    MessageRow("H1 future", "HDR-DATE", .warn, .with("Date: Fri, 27 Nov 2026 12:00:00 +0000", without: "Date")),
    MessageRow(
      "H1 past", "HDR-DATE", .warn,
      MessageRow.hop + "\n" + .with("Date: Wed, 18 Nov 2026 12:00:00 +0000", without: "Date")),
    MessageRow(
      "H1 old file", "HDR-DATE", .pass, .with("Date: Wed, 18 Nov 2020 12:00:00 +0000", without: "Date")),
    MessageRow("H1 two digits", "HDR-DATE", .warn, .with("Date: Wed, 25 Nov 26 11:59:00 +0000", without: "Date")),
    MessageRow("H1 zone in words", "HDR-DATE", .warn, .with("Date: Wed, 25 Nov 2026 11:59:00 MEZ", without: "Date")),
    MessageRow(
      "H1 wrong offset", "HDR-DATE", .warn,
      MessageRow.hop + "\n" + .with("Date: Wed, 25 Nov 2026 13:59:00 +0000", without: "Date")),
    MessageRow("H2 none", "HDR-FROM", .fail, .with("", without: "From")),
    MessageRow("H2 two fields", "HDR-FROM", .fail, .with("From: other@acme.net")),
    MessageRow("H2 two addresses", "HDR-FROM", .fail, .with("From: a@acme.net, b@acme.net", without: "From")),
    MessageRow("H2 no user", "HDR-FROM", .fail, .with("From: <@acme.net>", without: "From")),
    MessageRow("H2 a blank", "HDR-FROM", .fail, .with("From: <wi ki@acme.net>", without: "From")),
    MessageRow("H2 no space", "HDR-FROM", .warn, .with("From: Wiki<wiki@acme.net>", without: "From")),
    MessageRow(
      "H2 8 bit", "HDR-NONASCII", .fail, MessageRow.hop + "\n" + .with("From: Jürgen <j@acme.net>", without: "From")),
    MessageRow(
      "H2 another address", "HDR-DISPLAY-NAME", .fail, .with("From: \"ceo@bank.com\" <x@acme.net>", without: "From")),
    MessageRow("H3 needless", "HDR-SENDER", .info, .with("Sender: wiki@acme.net")),
    MessageRow("H3 another organization", "HDR-SENDER", .warn, .with("Sender: wiki@acme.com")),
    MessageRow(
      "H4 free mail", "HDR-REPLY-TO", .warn, .with("Reply-To: wiki123@gmx.de"), zone: "gmx.de. MX 10 mx.gmx.de."),
    MessageRow(
      "H4 foreign noreply", "HDR-REPLY-TO", .warn, .with("Reply-To: noreply@acme.com"),
      zone: "acme.com. MX 10 mx.acme.com."),
    MessageRow(
      "H4 no recipient", "HDR-REPLY-TO", .warn, .with("Reply-To: info@acme.net", without: "To"),
      zone: "acme.net. MX 10 mx.acme.net.")
  ]

  private static let recipients: [MessageRow] = [
    MessageRow("H5 none", "HDR-TO", .warn, .with("", without: "To")),
    MessageRow("H5 hidden", "HDR-TO", .warn, .with("To: undisclosed-recipients:;", without: "To")),
    MessageRow("H6 none", "HDR-SUBJECT", .warn, .with("", without: "Subject")),
    MessageRow("H6 8 bit", "HDR-SUBJECT", .fail, MessageRow.hop + "\n" + .with("Subject: für Sie", without: "Subject")),
    MessageRow("H6 capitals", "HDR-SUBJECT", .info, .with("Subject: BUY THIS TODAY", without: "Subject")),
    MessageRow("H6 test", "HDR-SUBJECT", .info, .with("Subject: test", without: "Subject")),
    MessageRow("H20 delivered", "HDR-TO", .warn, MessageRow.hop + "\n" + .with("Bcc: bob@receiver.net")),
    MessageRow("H20 before it left", "HDR-TO", .unknown, .with("Bcc: bob@receiver.net"))
  ]

  private static let content: [MessageRow] = [
    MessageRow("H7 missing", "MIME-STRUCTURE", .fail, .with("Content-Type: text/plain; charset=utf-8")),
    MessageRow("H7 spelling", "HDR-OBSOLETE", .info, .with("MIME-version: 1.0")),
    MessageRow(
      "H8 HTML only", "MIME-TEXT-ALT", .warn,
      .with("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8")),
    MessageRow(
      "H29 a bare address", "HTML-LINKS", .fail,
      .with("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8") + "<a href=\"http://192.0.2.1/\">wiki</a>\n")
  ]

  private static let lists: [MessageRow] = [
    MessageRow(
      "H10 missing", "BULK-UNSUB-HEADERS", .fail, .with(""),
      configure: {
        $0.kind = .marketing
        $0.isBulk = true
      }),
    MessageRow(
      "H11 another word", "BULK-UNSUB-HEADERS", .fail,
      .with("List-Unsubscribe: <https://acme.net/u>\nList-Unsubscribe-Post: one-click"),
      configure: {
        $0.kind = .marketing
        $0.isBulk = true
      }),
    MessageRow("H12 no brackets", "BULK-LIST-ID", .warn, .with("List-Id: wiki.acme.net")),
    MessageRow("H13 not marked", "HDR-AUTO-SUBMITTED", .warn, .with("")) { $0.kind = .transactional },
    MessageRow(
      "H13 bulk", "HDR-AUTO-SUBMITTED", .info, .with("Auto-Submitted: auto-generated\nPrecedence: bulk"),
      configure: { $0.kind = .transactional }),
    MessageRow("H26 one field", "BULK-FEEDBACK-ID", .warn, .with("Feedback-ID: acme"), stage: .signed(by: "acme.net")) {
      $0.isBulk = true
    }
  ]

  private static let traces: [MessageRow] = [
    MessageRow("H9 the application's", "HDR-RETURN-PATH", .warn, .with("Return-Path: <bounce@acme.net>")),
    MessageRow("H9 a name in it", "HDR-RETURN-PATH", .warn, .with("Return-Path: Wiki <bounce@acme.net>")),
    MessageRow("H14", "HDR-LEAK", .fail, .with("X-PHP-Originating-Script: 33:index.php")),
    MessageRow("H15", "HDR-LEAK", .fail, .with("X-PHP-Script: acme.net/index.php for 203.0.113.9")),
    MessageRow("H16", "HDR-LEAK", .fail, .with("X-Authentication-Warning: web1: www-data set sender to a using -f")),
    MessageRow("H17", "HDR-LEAK", .info, .with("X-Dokuwiki-Server: web1")),
    MessageRow(
      "H18 a private address", "HDR-RECEIVED", .warn,
      MessageRow.hop + "\nReceived: from app (app [10.1.2.3]) by mail.acme.net with ESMTP id 0; "
        + "Wed, 25 Nov 2026 11:59:01 +0000\n" + .with("")),
    MessageRow(
      "H18 localhost", "HDR-RECEIVED", .warn,
      MessageRow.hop.replacing("from mail.acme.net ", with: "from localhost ") + "\n" + .with("")),
    MessageRow(
      "H18 a number", "HDR-RECEIVED", .warn,
      MessageRow.hop.replacing(
        "from mail.acme.net (mail.acme.net [192.0.2.25])", with: "from 192.0.2.25 (unknown [192.0.2.25])")
        + "\n" + .with("")),
    MessageRow(
      "H18 a list behind filters", "HDR-RECEIVED", .info,
      (0..<3).map { number in
        """
        Received: from localhost (localhost [127.0.0.1]) by lists.acme.net with ESMTP id 2\(number);
          Wed, 25 Nov 2026 12:00:0\(9 - 3 * number) +0000
        Received: from lists.acme.net ([127.0.0.1]) by localhost (lists.acme.net [127.0.0.1]) with ESMTP id 1\(number);
          Wed, 25 Nov 2026 12:00:0\(8 - 3 * number) +0000

        """
      }.joined() + .with("")),
    MessageRow(
      "H18 Exchange", "HDR-RECEIVED", .info,
      MessageRow.hop
        + "\nReceived: from a.prod.outlook.com ([fe80::1]) by a.prod.outlook.com ([fe80::1%4]) with mapi id 1; "
        + "Wed, 25 Nov 2026 11:59:01 +0000\n" + .with("")),
    MessageRow("H19", "HDR-DUPLICATES", .fail, .with("References: <a@acme.net>\nReferences: <b@acme.net>")),
    MessageRow(
      "H25", "DKIM-SIGNED-HEADERS", .fail, .with(""), stage: .signed(by: "acme.net") { $0.headerFields = "from:to" }),
    MessageRow(
      "H25 as Gmail signs", "DKIM-SIGNED-HEADERS", .warn,
      .with("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8"),
      stage: .signed(by: "acme.net") { $0.headerFields = "mime-version:from:date:message-id:subject:to" }),
    MessageRow(
      "H27 found of HELO", "HDR-AUTHRES", .pass,
      "Authentication-Results: mx.receiver.net; spf=fail smtp.helo=mail.acme.net; client-ip=192.0.2.25\n"
        + "Return-Path: <wiki@acme.net>\n" + MessageRow.hop + "\n" + .with(""),
      zone: "acme.net. TXT \"v=spf1 ip4:192.0.2.25 -all\"\nmail.acme.net. TXT \"v=spf1 -all\""
    ) { $0.trustedHops = 1 },
    MessageRow("H27 BIMI", "BIMI-MTA-HEADERS", .fail, .with("BIMI-Indicator: PHN2Zz4=")),
    MessageRow(
      "H27 Authentication-Results", "HDR-AUTHRES", .info,
      MessageRow.hop + "\nAuthentication-Results: mx.receiver.net; dmarc=pass\n" + .with("")),
    MessageRow("H24", "HDR-OBSOLETE", .warn, .with("Importance: high")),
    MessageRow("H28", "HDR-OBSOLETE", .fail, .with("Return-Receipt-To: wiki@acme.net"))
  ]

  private static let octets: [MessageRow] = [
    MessageRow("H21 a long line", "HDR-LINE-LENGTH", .fail, .with("") + String(repeating: "x", count: 1000) + "\n"),
    MessageRow("H21 bare LF", "HDR-LINE-LENGTH", .fail, "Subject: a\r\n\r\na\nb\r\n", stage: .unchanged),
    MessageRow("H21 a converted file", "HDR-LINE-LENGTH", .pass, "Subject: a\n\na\nb\n", stage: .unchanged),
    MessageRow("H22 raw", "HDR-NONASCII", .fail, MessageRow.hop + "\n" + .with("Cc: Jürgen <j@acme.net>")),
    MessageRow("H22 encoded address", "HDR-NONASCII", .fail, .with("Cc: =?utf-8?Q?j=40acme=2Enet?=")),
    MessageRow(
      "H22 SMTPUTF8", "HDR-NONASCII", .pass,
      MessageRow.hop.replacing("ESMTPS", with: "UTF8SMTPS") + "\n" + .with("Cc: Jürgen <j@acme.net>"))
  ]

  @Test(arguments: rows)
  func tells(row: MessageRow) async throws {
    let judgement = try await row.judgement()
    #expect(judgement.verdict == row.verdict, "\(judgement)")
  }

  /// H23, dots that a client does not double, is seen by the catching server only.
  @Test func everyRowIsThere() {
    let names = Self.rows.map(\.name)
    let missing = (1...29).filter { $0 != 23 }.map { "H\($0)" }
      .filter { row in !names.contains { $0 == row || $0.hasPrefix(row + " ") } }
    #expect(missing.isEmpty)
  }
}

extension MessageStage {
  /// The line ends stay as they are written.
  fileprivate static var unchanged: MessageStage {
    var stage = MessageStage()
    stage.keepsLineEnds = true
    return stage
  }
}
