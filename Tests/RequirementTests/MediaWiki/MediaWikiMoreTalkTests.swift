import ApplicationSettings
import AuditModel
import Checks
import FailureCatalogue
import SMTPSubmission
import Survey
import TLSTransport
import Testing

/// What administrators wrote on the talk page of the manual: debugging, versions, headers, bounces.
@Suite struct MediaWikiMoreTalkTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = settings + messages

  private static func mediawiki(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "MediaWiki", behaviour, showings)
  }

  private static let settings: [Requirement] = [
    mediawiki(
      46, "debug shows the dialogue with the password to visitors",
      [
        .finds("APP-SECRETS", .high, .mediawiki, "$wgSMTP = ['host' => 'a.example', 'debug' => true];"),
        .notes("DEBUG: Send: AUTH LOGIN", "pear-debug", "every visitor", "take debug out")
      ]),
    mediawiki(
      47, "a value is missing, and the block is for Gmail",
      [
        .remarks(
          .mediawiki, "$wgSMTP = ['username' =>\n  'password' => \"mypassword\"];", "a value is missing after =>"),
        .finds("APP-SYNTAX", .high, .mediawiki, "$wgSMTP = ['username' =>\n  'password' => \"mypassword\"];"),
        .output(
          "settings --write-example mediawiki --provider gmail --domain example.org", "ssl://smtp.gmail.com", "465")
      ]),
    mediawiki(
      48, "SELinux is tried out by switching it off",
      [
        .explains(
          "Failed to connect socket: Permission denied (code: -1, response: )", "pear-connect-perm",
          "setenforce 0 for one attempt, then setenforce 1 again")
      ]),
    mediawiki(
      49, "$wgSMTP stands behind the extensions",
      [
        .predicts(
          \.server, "mail.example.org:465", .mediawiki,
          "wfLoadExtension( 'Cite' );\n$wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465];"),
        .remarks(
          .mediawiki, "wfLoadExtension( 'Cite' );\n$wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465];",
          "the order makes no difference"),
        .remarksNothing(.mediawiki, "$wgSMTP = ['host' => 'ssl://mail.example.org'];\nwfLoadExtension( 'Cite' );"),
        .output("settings --app mediawiki -", input: "<?php $wgSMTP = false;", "also behind wfLoadExtension"),
        .explains("534-5.7.14 Please log in through your web browser", "gmail-534-web", "browser"),
        .explains("PEAR mail package is not installed", "php-pear-missing", "pear"),
        .probe("SUBMIT-CONNECT", .unknown, on: closed465, "firewall") { scan465(&$0) },
        .probe("SUBMIT-PORTS", .warn, "587 (STARTTLS)") {
          ($0.target.port, $0.target.security, $0.scansPorts) = (465, .implicit, true)
        }
      ]),
    mediawiki(
      50, "Gmail returns every message as rejected",
      [
        .explains(
          "Message rejected.  See https://support.google.com/mail/answer/69585 for more information.",
          "gmail-bounce-rejected", "Message-ID", "IDHost", "\"less secure apps\", which old advice names, is gone"),
        .message("MSGID-DOMAIN", .fail, mail(identifier: "1@localhost"), "localhost")
      ]),
    mediawiki(
      51, "a firewall is in the way, and the settings are wrong as well",
      [
        .finds("APP-HELO", .medium, .mediawiki, "$wgSMTP = ['host' => 'mail.example.org', 'port' => 465];"),
        .finds("APP-TLS-PORT", .high, .mediawiki, "$wgSMTP = ['host' => 'mail.example.org', 'port' => 465];"),
        .probe("SUBMIT-CONNECT", .unknown, on: closed465, "firewall") { scan465(&$0) },
        .probe("SUBMIT-PORTS", .warn, on: closed465, "587 (STARTTLS)") { scan465(&$0) }
      ]),
    mediawiki(
      52, "a hoster takes mail from its own mailboxes only",
      [
        .explains(
          "Unknown error in PHP's mail() function", "php-mail-unknown", "a mailbox that the host lets you send from")
      ]),
    mediawiki(
      54, "an app password is not taken with an empty name in EHLO",
      [
        .finds(
          "APP-HELO", .medium, .mediawiki, "$wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'localhost' => ''];",
          "is empty")
      ]),
    mediawiki(
      55, "how to send a mail for a trial",
      [
        .output("settings --app mediawiki -", input: "<?php $wgSMTP = false;", "Ask for a new password"),
        .output("settings --app dokuwiki -", input: "<?php $conf['mailfrom'] = '';", "check SMTP configuration"),
        .output("settings --app gitlab -", input: "external_url 'https://a.example'", "Notify.test_email")
      ]),
    mediawiki(
      56, "PHP was updated, and PEAR packages do not fit",
      [
        .explains(
          "pear/Net_SMTP requires package \"pear/Auth_SASL\" (version >= 1.0.5), installed version is 1.0.3",
          "pear-version-conflict", "pear channel-update", "uninstall mail Auth_SASL net_smtp",
          "PHP 5.6 also began to verify certificates")
      ]),
    mediawiki(
      57, "1.31 comes without Net_SMTP",
      [
        .remarks(
          .mediawiki, MediaWikiManualTests.installed("1.31.1") + "$wgSMTP = ['host' => 'a'];", "1.31.1",
          "without pear/net_smtp"),
        .explains("Fatal error: Uncaught Error: Class 'Net_SMTP' not found", "pear-netsmtp-missing", "since 1.32")
      ]),
    mediawiki(
      58, "how Yahoo is set up",
      [
        .output(
          "providers yahoo", "smtp.mail.yahoo.com", "465, TLS from the start", "an app password",
          "the address of the login")
      ]),
    mediawiki(
      59, "the server of the same machine has no certificate for localhost",
      [
        .finds("APP-RELAY-TLS", .medium, .mediawiki, options("'verify_peer_name' => false"), "verify_peer_name"),
        .finds("APP-RELAY-TLS", .medium, .mediawiki, options("'verify_peer' => false"), "verify_peer"),
        .finds("APP-RELAY-TLS", .medium, .mediawiki, options("'allow_self_signed' => true"), "allow_self_signed"),
        .explains(
          "authentication failure [SMTP: STARTTLS failed (code: 220, response: TLS go ahead)]",
          "pear-starttls-220-goahead", "Put the name of the certificate into host")
      ]),
    mediawiki(
      60, "IDHost is localhost",
      [.finds("APP-MESSAGE-ID", .info, .mediawiki, "$wgSMTP = ['IDHost' => 'localhost'];", "localhost")]),
    mediawiki(
      61, "both forms of arrays and of quotes, comments behind values, tabs",
      [
        .reads(
          .mediawiki, mixed, "$wgSMTP['host'] = \"a.example\"", "$wgSMTP['port'] = \"25\"", "$wgSMTP['auth'] = false"),
        .reads(.mediawiki, "$wgSMTP\t=\t[ \"host\"=>'a.example', 'auth'=>TRUE ];", "$wgSMTP['host'] = \"a.example\""),
        .remarksNothing(.mediawiki, mixed)
      ])
  ]

  private static let closed465: [UInt16: StagedMailServer] = [
    465: .submission { $0.refusal = .timedOut }, 587: .submission()
  ]

  private static func scan465(_ options: inout SubmissionOptions) {
    (options.target.port, options.target.security, options.scansPorts) = (465, .implicit, true)
  }

  private static func options(_ option: String) -> String {
    "$wgSMTP = ['host' => 'ssl://mail.example.org', 'socket_options' => ['ssl' => [\(option)]]];"
  }

  private static let mixed = """
    $wgSMTP = array(
    \t'host' => "a.example",   ## the server
    \t"port" => '25',\t\t# SMTP
    \t'auth' => false // no login
    );
    """

  private static func mail(_ fields: String = "", identifier: String = "66f10a1b.0a1b2c3d4e5f6071@wiki.example.org")
    -> String
  {
    """
    \(fields)From: Wiki <wiki@example.org>
    To: Ann <ann@example.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <\(identifier)>

    The page was changed.

    """
  }

  private static let relayed = """
    Received: from out.mailgun.example (out.mailgun.example [198.51.100.7]) by mx.example.net with ESMTPS id 2;
      Wed, 25 Nov 2026 11:59:03 +0000
    Received: from localhost (wiki.example.org [203.0.113.9]) by out.mailgun.example with ESMTP id 1;
      Wed, 25 Nov 2026 11:59:02 +0000

    """

  private static let messages: [Requirement] = [
    mediawiki(
      53, "a relay shows the web server to everybody",
      [
        .message("HDR-RECEIVED", .warn, mail(relayed), "greeted with localhost", "use its HTTP API"),
        .output("explain HDR-RECEIVED", "localhost in a hop is the name in EHLO, which you can set")
      ]),
    mediawiki(
      62, "a message went through Mailgun",
      [.message("HDR-RECEIVED", .info, mail("X-Mailgun-Sid: WyI2ZmQ0MiIsICJhIl0=\n"), "Mailgun carried the message")]),
    mediawiki(
      63, "names and addresses were taken out of a Received field",
      [
        .hop(
          " from localhost ( []) by with ESMTP id ... ; Tue, 27 Sep 2016 20:42:39 -0000 (UTC)", greeting: "localhost",
          address: nil, at: 1_475_008_959)
      ]),
    mediawiki(
      64, "the old layout of Gmail's bounces",
      [.concludes(bounce, .userUnknown), .explains(bounce, "unknown-user")]),
    mediawiki(
      65, "which hop shows which address, and who can take it out",
      [
        .output(
          "explain HDR-RECEIVED", "Postfix: smtp_header_checks", "A relay of others writes down who hands it mail",
          "The hop of the receiver stays in any case")
      ])
  ]

  private static let bounce = """
    Return-Path: <>
    From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
    Subject: Delivery Status Notification (Failure)
    Date: Tue, 14 Nov 2023 22:13:20 +0000

    Delivery to the following recipient failed permanently:

         nobody@example.net

    Technical details of permanent failure:
    Google tried to deliver your message, but it was rejected by the server for the recipient domain example.net.

    The error that the other server returned was:
    550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown in virtual mailbox table
    """
}
