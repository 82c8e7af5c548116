import AuditModel
import AuditTesting
import Checks
import Survey
import Testing

/// Messages as programs write them every day, with nothing wrong in their header: no check of header and Message-ID may
/// find a fault.
@Suite struct OrdinaryMessagesTests {
  /// A program, who MAIL FROM names, and the fields below those of the receiver.
  static let messages: [(program: String, path: String, fields: String)] = [
    (
      "MediaWiki", "wiki@acme.net",
      """
      Received: from wiki.acme.net (localhost [127.0.0.1]) by mail.acme.net (Postfix) with ESMTP id 5DEF01;
        Wed, 25 Nov 2026 11:59:01 +0000
      From: Acme Wiki <wiki@acme.net>
      Reply-To: reply not possible <noreply@acme.net>
      Subject: =?UTF-8?Q?Acme_Wiki:_Hauptseite_ge=C3=A4ndert?=
      Message-ID: <acmewiki.6925a1b2c3d4e5.12345678@wiki.acme.net>
      Precedence: bulk
      Auto-Submitted: auto-generated
      X-Mailer: MediaWiki mailer
      """
    ),
    (
      "DokuWiki", "wiki@acme.net",
      """
      Received: by mail.acme.net (Postfix, from userid 33) id 5DEF01; Wed, 25 Nov 2026 12:59:01 +0100 (CET)
      From: wiki@acme.net
      Subject: [Acme] page changed: start
      Message-ID: <69259d11.0a1b2c3d4e5f@wiki.acme.net>
      X-Mailer: DokuWiki
      X-Dokuwiki-User: bob
      X-Dokuwiki-Server: wiki.acme.net
      X-Auto-Response-Suppress: OOF
      Auto-Submitted: auto-generated
      """
    ),
    (
      "GitLab", "gitlab@acme.net",
      """
      From: "Bob Bauer (@bob)" <gitlab@acme.net>
      Reply-To: GitLab <gitlab-reply+0a1b2c3d4e5f60718293a4b5c6d7e8f9@acme.net>
      Subject: Re: web | Mend the menu (!17)
      Message-ID: <note_123456@wiki.acme.net>
      In-Reply-To: <merge_request_4321@wiki.acme.net>
      References: <reply-0a1b2c3d4e5f60718293a4b5c6d7e8f9@wiki.acme.net> <merge_request_4321@wiki.acme.net>
      X-GitLab-Project: web
      List-Id: group/web <5.web.group.wiki.acme.net>
      Auto-Submitted: auto-generated
      """
    ),
    (
      "Microsoft 365", "bob@acme.net",
      """
      Received: from DB9PR03MB1234.eurprd03.prod.outlook.com ([fe80::1234:5678:9abc:def0])
        by DB9PR03MB1234.eurprd03.prod.outlook.com ([fe80::1234:5678:9abc:def0%4]) with mapi id 15.20.9000.001;
        Wed, 25 Nov 2026 11:59:01 +0000
      From: Bob Bauer <bob@acme.net>
      Subject: Planning
      Message-ID: <DB9PR03MB1234A1B2C3D4E5F60718293A4B5C6@DB9PR03MB1234.eurprd03.prod.outlook.com>
      X-MS-Has-Attach:
      """
    ),
    (
      "Apple Mail", "bob@acme.net",
      """
      Received: from smtpclient.apple (dsl.example.net [198.51.100.9]) by mail.acme.net (Postfix) with ESMTPSA id 6AB;
        Wed, 25 Nov 2026 11:59:01 +0000
      From: Bob Bauer <bob@acme.net>
      Subject: Photos
      Message-Id: <8F9A1B2C-3D4E-5F60-7182-93A4B5C6D7E8@acme.net>
      X-Mailer: Apple Mail (2.3864.100.1.1.5)
      """
    ),
    (
      "a calendar", "1abc@calendar.acme.com",
      """
      Sender: Calendar <calendar-notification@acme.com>
      Reply-To: Bob Bauer <bob@acme.net>
      From: Bob Bauer <bob@acme.net>
      Subject: Invitation: Planning @ Thu Nov 26, 2026 10am - 11am (CET)
      Message-ID: <calendar-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9@acme.com>
      """
    ),
    (
      "a bounce of Postfix", "",
      """
      Received: by mail.acme.net (Postfix) id 5DEF01; Wed, 25 Nov 2026 11:59:01 +0000 (UTC)
      From: MAILER-DAEMON@mail.acme.net (Mail Delivery System)
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      Message-Id: <20261125115901.5DEF0A1B2C@mail.acme.net>
      """
    ),
    (
      "a vacation reply", "",
      """
      From: Bob <bob@acme.net>
      Subject: Auto: Lunch
      Message-ID: <dovecot-sieve-1795607941-123456-0@mail.acme.net>
      In-Reply-To: <8F9A1B2C-3D4E-5F60-7182-93A4B5C6D7E8@receiver.net>
      References: <8F9A1B2C-3D4E-5F60-7182-93A4B5C6D7E8@receiver.net>
      Auto-Submitted: auto-replied (vacation)
      Precedence: bulk
      """
    ),
    (
      "a post of Mailman", "talk-bounces@acme.net",
      """
      Received: from mail.acme.net (localhost [127.0.0.1]) by mail.acme.net (Postfix) with ESMTP id 7DEF;
        Wed, 25 Nov 2026 11:59:01 +0000
      Received: from mail.other.net (mail.other.net [203.0.113.9]) by mail.acme.net (Postfix) with ESMTPS id 9DEF;
        Wed, 25 Nov 2026 11:59:00 +0000
      From: "'carl@other.net' via Talk" <talk@acme.net>
      Reply-To: Carl <carl@other.net>
      Subject: [Talk] Release
      Message-ID: <8a7b6c5d-4e3f-2a1b-0c9d-8e7f6a5b4c3d@carl.example.info>
      X-BeenThere: talk@acme.net
      Precedence: list
      List-Id: Talk <talk.acme.net>
      List-Post: <mailto:talk@acme.net>
      Errors-To: talk-bounces@acme.net
      Sender: "Talk" <talk-bounces@acme.net>
      """
    ),
    (
      "cron", "root@web01.acme.net",
      """
      Received: by web01.acme.net (Postfix, from userid 0) id 5DEF01; Wed, 25 Nov 2026 12:59:01 +0100 (CET)
      From: "(Cron Daemon)" <root@web01.acme.net>
      Subject: Cron <root@web01> /usr/local/bin/backup
      Message-Id: <20261125115901.5DEF0A1B2C@web01.acme.net>
      X-Cron-Env: <SHELL=/bin/sh>
      """
    ),
    (
      "an event", "1@eu-west-1.amazonses.com",
      """
      From: Acme Events <events@acme.net>
      Subject: re:Start begins in a week
      Message-ID: <0102018f0a1b2c3d-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-000000@eu-west-1.amazonses.com>
      Feedback-ID: 1.eu-west-1.abc=:AmazonSES
      """
    )
  ]

  @Test(arguments: messages)
  func haveNoFault(program: String, path: String, fields: String) async throws {
    let text = """
      Return-Path: <\(path)>
      X-Spam-Report: gute Nachricht für alle \(String(repeating: "x", count: 1_000))
      \(MessageRow.hop)
      \(fields)
      To: Ann <ann@receiver.net>
      Date: Wed, 25 Nov 2026 11:59:00 +0000
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      A text.

      """
    let zone = ["acme.net", "mail.acme.net", "web01.acme.net", "wiki.acme.net", "acme.com", "other.net"]
      .map { "\($0). MX 10 mail.acme.net.\n" }.joined()
    let example = MessageExample(.pass, program, message: text, zone: zone)
    let checks = Catalogue.messageChecks.filter {
      $0.description.id.rawValue.hasPrefix("HDR-") || $0.description.id.rawValue.hasPrefix("MSGID-")
    }
    #expect(checks.count > 20)
    let survey = try await MessageExampleRun(try #require(checks.first), example).survey()
    for check in checks {
      let judgement = check.judge(survey)
      #expect(judgement.verdict < .warn || judgement.verdict == .unknown, "\(check.description.id): \(judgement)")
    }
  }
}
