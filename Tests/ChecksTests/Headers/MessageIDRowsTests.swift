import AuditModel
import Checks
import Testing

/// The forms of Message-IDs that occur, each with the check that tells of it.
@Suite struct MessageIDRowsTests {
  private static let good = "66f10a1b.0a1b2c3d4e5f6071"

  static let rows: [MessageRow] = grammar + hosts + relations + habits

  private static let grammar: [MessageRow] = [
    MessageRow("M1 absent", "MSGID-PRESENT", .fail, "Subject: a\n\n"),
    MessageRow("M2 two fields", "MSGID-PRESENT", .fail, "Message-ID: <1@a.net>\nMessage-ID: <2@a.net>\n\n"),
    MessageRow("M2 two fields", "HDR-DUPLICATES", .fail, "Message-ID: <1@a.net>\nMessage-ID: <2@a.net>\n\n"),
    MessageRow("M3 empty", "MSGID-PRESENT", .fail, "Message-ID:\n\n"),
    MessageRow("M4 no brackets", "MSGID-PRESENT", .warn, .withID("5f3e0a1b2c3d4e5f@wiki.acme.net")),
    MessageRow("M5 no at sign", "MSGID-PRESENT", .fail, .withID("<20170929.abc>")),
    MessageRow("M6 empty right side", "MSGID-PRESENT", .fail, .withID("<mywiki.59cdf1a2b3c4d5.12345678@>")),
    MessageRow("M7 empty left side", "MSGID-PRESENT", .fail, .withID("<@acme.net>")),
    MessageRow("M17 a port", "MSGID-PRESENT", .fail, .withID("<5f3e0a1b2c3d4e5f@wiki.acme.net:8080>")),
    MessageRow("M17 a scheme", "MSGID-PRESENT", .fail, .withID("<5f3e0a1b2c3d4e5f@https://wiki.acme.net>")),
    MessageRow("M30 MessageID", "MSGID-PRESENT", .fail, "MessageID: <\(good)@acme.net>\n\n"),
    MessageRow("M30 Message-Id", "MSGID-PRESENT", .pass, "Message-Id: <\(good)@acme.net>\n\n"),
    MessageRow("M31 folded", "MSGID-PRESENT", .warn, .withID("<66f10a1b.0a1b2c3d4e5f6071\n @wiki.acme.net>")),
    MessageRow("M34 added by Gmail", "MSGID-PRESENT", .fail, .withID("<59fb1.SMTPIN_ADDED_MISSING@mx.google.com>")),
    MessageRow("M34 mended by Gmail", "MSGID-PRESENT", .fail, .withID("<59fb1.SMTPIN_ADDED_BROKEN@mx.google.com>")),
    MessageRow(
      "M35 over 250", "MSGID-PRESENT", .warn, .withID("<\(String(repeating: "a", count: 260))@acme.net>")),
    MessageRow(
      "M35 over 500", "MSGID-PRESENT", .fail, .withID("<\(String(repeating: "a", count: 510))@acme.net>")),
    MessageRow("a blank", "MSGID-PRESENT", .fail, .withID("<5f3e 0a1b@acme.net>")),
    MessageRow("two at signs", "MSGID-PRESENT", .fail, .withID("<a@b@acme.net>")),
    MessageRow("a quoted string", "MSGID-PRESENT", .warn, .withID("<\"a b\"@acme.net>"))
  ]

  private static let hosts: [MessageRow] = [
    MessageRow("M8 a single word", "MSGID-DOMAIN", .fail, .withID("<201709290859.v8T8xJkc021561@ubuntu>")),
    MessageRow("M9 localhost", "MSGID-DOMAIN", .fail, .withID("<\(good)@localhost>")),
    MessageRow("M10", "MSGID-DOMAIN", .fail, .withID("<201709290938.v8T9cCZX001864@ubuntu.localdomain>")),
    MessageRow("M11 .lan", "MSGID-DOMAIN", .fail, .withID("<\(good)@wiki.lan>")),
    MessageRow("M11 .home.arpa", "MSGID-DOMAIN", .fail, .withID("<\(good)@wiki.home.arpa>")),
    MessageRow("M11 .onion", "MSGID-DOMAIN", .fail, .withID("<\(good)@expyuzz4wqqyqhjn.onion>")),
    MessageRow("M11 a leftover", "MSGID-DOMAIN", .fail, .withID("<\(good)@mail.example.com>")),
    MessageRow(
      "M11 documentation", "MSGID-DOMAIN", .info,
      .withID("<mywiki.59cdf1a2b3c4d5.12345678@wiki.example.org>", from: "wiki@example.org")),
    MessageRow("M12 the mail gem", "MSGID-DOMAIN", .fail, .withID("<0a1b2c3d@web1.mail>")),
    MessageRow("M12 Redmine", "MSGID-DOMAIN", .fail, .withID("<redmine.issue-1.20261125115900.3@host.redmine>")),
    MessageRow("M12 DokuWiki", "MSGID-DOMAIN", .fail, .withID("<59cdf1a2b3c4d5@wiki.localhost>")),
    MessageRow("M13 a bare address", "MSGID-DOMAIN", .fail, .withID("<5f3e@192.0.2.7>")),
    MessageRow("M14 a literal", "MSGID-DOMAIN", .warn, .withID("<\(good)@[198.51.100.7]>")),
    MessageRow("M15 a private literal", "MSGID-DOMAIN", .fail, .withID("<5f3e0a1b2c3d4e5f@[172.18.111.192]>")),
    MessageRow("M15 a private address", "MSGID-DOMAIN", .fail, .withID("<5f3e0a1b2c3d4e5f@10.1.2.3>")),
    MessageRow("M16 a container", "MSGID-DOMAIN", .fail, .withID("<\(good)@3f2a9c1b7d5e>")),
    MessageRow("M16 a pod", "MSGID-DOMAIN", .fail, .withID("<\(good)@wiki-5d4f8c7b9d-x2k7p>")),
    MessageRow("M18 an underscore", "MSGID-DOMAIN", .warn, .withID("<\(good)@my_host.acme.net>")),
    MessageRow("M36 an U-label", "MSGID-DOMAIN", .fail, .withID("<\(good)@wiki.bücher.de>")),
    MessageRow(
      "no host, no judgement", "MSGID-DOMAIN", .notApplicable, .withID("<5f3e0a1b2c3d4e5f@wiki.acme.net:8080>"))
  ]

  private static let relations: [MessageRow] = [
    MessageRow(
      "the sender's", "MSGID-DOMAIN", .pass, .withID("<\(good)@wiki.acme.net>"), zone: "wiki.acme.net. A 192.0.2.1"),
    MessageRow("the sender's inside", "MSGID-DOMAIN", .info, .withID("<\(good)@web1.inside.acme.net>")),
    MessageRow(
      "M19 SES", "MSGID-DOMAIN", .info, .withID("<010f0186aabbccdd-00112233-000000@eu-west-1.amazonses.com>")),
    MessageRow("M19 Gmail", "MSGID-DOMAIN", .info, .withID("<CAF0a1b2c3=x@mail.gmail.com>")),
    MessageRow("M19 SendGrid", "MSGID-DOMAIN", .info, .withID("<0a1b2c3d4e@geopod-ismtpd-14>")),
    MessageRow("M20 unrelated", "MSGID-DOMAIN", .warn, .withID("<\(good)@mail.acme.com>")),
    MessageRow(
      "M20 but it signed", "MSGID-DOMAIN", .info, .withID("<\(good)@mail.acme.com>"),
      stage: .signed(by: "acme.com")),
    MessageRow("M21 the recipient's domain", "MSGID-DOMAIN", .warn, .withID("<\(good)@receiver.net>")),
    MessageRow("M21 the recipient's address", "MSGID-DOMAIN", .fail, .withID("<17.ann@receiver.net>")),
    MessageRow("M22 the author's address", "MSGID-FORM", .fail, .withID("<17.0a1b2c3d4e5f6071.wiki@acme.net>")),
    MessageRow("M22 another word", "MSGID-FORM", .pass, .withID("<0a1b2c3d4e5f6071mywiki@acme.net>")),
    MessageRow("M21 another word", "MSGID-DOMAIN", .warn, .withID("<0a1b2c3d4e5f6071joann@receiver.net>")),
    MessageRow(
      "M23 the account", "MSGID-FORGED", .fail, .withID("<reply-0a1b2c@gitlab>", from: "gitlab@corp.example")),
    MessageRow(
      "M23 is M8 too", "MSGID-DOMAIN", .fail, .withID("<reply-0a1b2c@gitlab>", from: "gitlab@corp.example")),
    MessageRow(
      "M32 the receiver's", "MSGID-ORIGIN", .warn, MessageRow.hop + "\n" + .withID("<\(good)@mx.receiver.net>"))
  ]

  private static let habits: [MessageRow] = [
    MessageRow(
      "M24 twice", "MSGID-UNIQUE", .fail, .withID("<constant@acme.net>"), stage: .sharing("<constant@acme.net>")),
    MessageRow("M25 page and second", "MSGID-UNIQUE", .warn, .withID("<4711.1795607940@acme.net>")),
    MessageRow("M25 not of a mail server", "MSGID-UNIQUE", .pass, .withID("<201709290859.v8T8xJkc021561@mx.acme.net>")),
    MessageRow("M26 capitals", "MSGID-FORM", .fail, .withID("<ABCDEFGHIJKLMN@acme.net>")),
    MessageRow("M27 short", "MSGID-FORM", .fail, .withID("<5f3e@192.0.2.7>")),
    MessageRow("M28 random", "MSGID-FORM", .fail, .withID("<qxvbnmwertzuiopa@web1.acme.net>")),
    MessageRow("M28 with a time", "MSGID-FORM", .pass, .withID("<qxvb1795607940@web1.acme.net>")),
    MessageRow(
      "M29 false Outlook", "MSGID-FORGED", .warn,
      .withID("<0a1b2c3d@acme.net>", more: "X-Mailer: Microsoft Outlook Express 6.00.2900.2180")),
    MessageRow(
      "M29 true Outlook", "MSGID-FORGED", .pass,
      .withID("<000001c7a1b2$0a1b2c3d$4e5f6071@acme.net>", more: "X-Mailer: Microsoft Outlook Express 6.00.2900.2180")),
    MessageRow(
      "M29 true Outlook IMO", "MSGID-FORGED", .pass,
      .withID("<NDBBIAKOPKHFGPLCODIGIEKGCHAA.wiki@acme.net>", more: "X-Mailer: Microsoft Outlook IMO, Build 9.0.2416")),
    MessageRow(
      "M29 true Outlook of Vista", "MSGID-FORGED", .pass,
      .withID(
        "<214E0E71FF854E5E82EA205D48BF41DE@acme.net>", more: "X-Mailer: Microsoft Outlook Express 6.00.2900.5931")),
    MessageRow("M29 false Yahoo", "MSGID-FORGED", .warn, .withID("<ABCDEFGH@yahoo.com>")),
    MessageRow(
      "M33 a database", "MSGID-LEAK", .info,
      .withID("<mywiki.59cdf1a2b3c4d5.12345678@wiki.acme.net>", more: "X-Mailer: MediaWiki mailer")),
    MessageRow("M33 a path", "MSGID-LEAK", .info, .withID("<0a1b/var/www/moodle@acme.net>"))
  ]

  @Test(arguments: rows)
  func tells(row: MessageRow) async throws {
    let judgement = try await row.judgement()
    #expect(judgement.verdict == row.verdict, "\(judgement)")
  }

  @Test func everyRowIsThere() {
    let names = Self.rows.map(\.name) + MessageHeaderRowsTests.rows.map(\.name)
    let missing = (1...36).map { "M\($0)" }.filter { row in !names.contains { $0 == row || $0.hasPrefix(row + " ") } }
    #expect(missing.isEmpty)
  }
}

extension String {
  /// ``MessageRow/withID(_:from:more:)``, so that tables are short.
  static func withID(_ body: String, from: String = "Wiki <wiki@acme.net>", more: String = "") -> String {
    MessageRow.withID(body, from: from, more: more)
  }

  /// ``MessageRow/with(_:without:)``.
  static func with(_ fields: String, without: String = "") -> String { MessageRow.with(fields, without: without) }
}

extension MessageStage {
  /// Other messages of the run carry these Message-IDs.
  static func sharing(_ identifiers: String...) -> MessageStage {
    var stage = MessageStage()
    stage.otherMessageIDs = identifiers
    return stage
  }
}
