import Testing

@testable import FailureCatalogue

/// Texts that administrators of wikis and of GitLab have posted, and what they were told wrongly or rightly.
@Suite struct SeedRowTests {
  /// A text, the entry that explains it, and words of its explanation.
  static let rows: [(text: String, id: String, words: String)] = [
    ("534-5.7.14 Please log in through your web browser", "gmail-534-web", "browser"),
    ("Unknown error in PHP's mail() function", "php-mail-unknown", "In this order: make $wgPasswordSender"),
    (
      "Failed to connect to tls://smtp.example.org:587 [SMTP: Failed to connect socket: Permission denied (code: -1, response: )]",
      "pear-connect-perm", "setsebool"
    ),
    (
      "authentication failure [SMTP: STARTTLS failed (code: 220, response: begin TLS negotiation)]",
      "pear-starttls-220", "certificate"
    ),
    (
      "authentication failure [SMTP: STARTTLS failed (code: 220, response: TLS go ahead)]", "pear-starttls-220-goahead",
      "EHLO names have nothing to do with it"
    ),
    (
      "require_once(): Failed opening required 'Net/Socket.php' (include_path='/usr/share/php')", "pear-netsocket",
      "set_include_path"
    ),
    ("you are not authorized to use this sender", "mw-sender-refused", "$wgUserEmailUseReplyTo"),
    ("PEAR mail package is not installed", "php-pear-missing", "pear"),
    ("450 4.7.1 <localhost>: Helo command rejected: Host not found", "pf-helo-notfound", "$wgSMTP localhost"),
    (
      "Failed to connect to ssl://smtp.gmail.com:465 [SMTP: Failed to connect socket: Connection timed out (code: -1, response: )]",
      "pear-connect-timeout", "IDHost cannot cause this"
    ),
    (
      "Message rejected.  See https://support.google.com/mail/answer/69585 for more information.",
      "gmail-bounce-rejected", "Message-ID"
    ),
    (
      "Looks like there was an error on sending the password mail. Please contact the admin!", "dw-regmailfail",
      "error log"
    ),
    ("发送密码邮件时产生错误。请联系管理员！", "dw-regmailfail", "error log"),
    (
      "(mod_fastcgi.c.2543) FastCGI-stderr: PHP Question2Answer email send error: Could not instantiate mail function.",
      "phpmailer-instantiate", "DokuWiki does not"
    ),
    (
      "sm-msp-queue[21553]: My unqualified host name (ubuntu) unknown; sleeping for retry", "sm-unqualified",
      "/etc/hosts"
    ),
    ("sendmail[21561]: unable to qualify my own domain name (ubuntu) -- using short name", "sm-shortname", "short"),
    ("WARNING: local host name (ubuntu) is not qualified; see cf/README: WHO AM I?", "sm-whoami", "/etc/hosts"),
    ("sasl2-bin not installed, not configuring sendmail support.", "sm-sasl", "sasl2-bin"),
    (
      "Everything you need to support STARTTLS is installed and configured but is *NOT* being used.",
      "sm-starttls-unused", "starttls.m4"
    ),
    ("535 Error: authentication failed, system busy; server smtp.163.com said so", "netease-535", "authorization code"),
    (
      "OpenSSL::SSL::SSLError (SSL_connect returned=1 errno=0 state=error: wrong version number)", "rb-wrong-version",
      "gitlab-ctl reconfigure"
    ),
    (
      ":enable_starttls and :tls are mutually exclusive. Set :tls if you're on an SMTPS connection.",
      "rb-mutually-exclusive", "gitlab-ctl reconfigure"
    ),
    (
      "SSL_connect returned=1 errno=0 state=error: certificate verify failed (self signed certificate in certificate chain)",
      "rb-cert-verify", "smtp_ca_file"
    ),
    ("ActionMailer::Base.delivery_method => :sendmail", "gl-delivery-method", "smtp"),
    ("Errno::ECONNREFUSED: Connection refused - connect(2) for \"localhost\" port 25", "rb-econnrefused", "node"),
    ("550 The from address does not match a verified Sender Identity.", "sendgrid-identity", "verified")
  ]

  @Test(arguments: rows.indices) func textsAreExplained(index: Int) {
    let row = Self.rows[index]
    let report = FailureCatalogue.shipped.explain(pasted: Array(row.text.utf8))
    #expect(report.primary?.entry?.id == row.id, "\(report)")
    let words = ((report.primary?.meaning ?? []) + (report.primary?.advice ?? [])).joined(separator: " ")
    #expect(words.contains(row.words), "\(words)")
  }

  /// A refused sender after a login that was accepted is no wrong password.
  private static let dokuWiki = """
    There was an unexpected problem communicating with SMTP: Unexpected return code - Expected: 250, Got: 553 | 553 Mail from must equal authorized user

    Set: the server
    Set: the auth
    Set: a message will be sent
    Connecting to smtp.163.com at 25
    Got: 220 163.com Anti-spam GT for Coremail System (163com[20141201])
    Sent: EHLO [172.18.111.192]
    Got: 250-mail
    Got: 250-PIPELINING
    Got: 250-AUTH LOGIN PLAIN
    Got: 250-AUTH=LOGIN PLAIN
    Got: 250-coremail 1Uxr2xKj7kG0xkI17xGrU7I0s8FY2U3Uj8Cz28x1UUUUU7Ic2I0Y2UF
    Got: 250-STARTTLS
    Got: 250 8BITMIME
    Sent: AUTH LOGIN
    Got: 334 dXNlcm5hbWU6
    Sent: c3Vu80FSKerjMuY29t
    Got: 334 UGFzc3dvcmQ6
    Sent: bm90X3RoZV9yZWFs
    Got: 235 Authentication successful
    Sent: MAIL FROM:<noreply@163.com>
    Got: 553 Mail from must equal authorized user
    """

  @Test func aTranscriptOfDokuWiki() {
    let report = FailureCatalogue.shipped.explain(pasted: Array(Self.dokuWiki.utf8))
    #expect(report.primary?.entry?.id == "netease-553")
    #expect(report.cause == .senderNotAuthorised)
    #expect(report.stage == .mail)
    #expect(report.primary?.host == "smtp.163.com")
    #expect(!"\(report)".contains("c3Vu80FSKerjMuY29t") && !"\(report)".contains("bm90X3RoZV9yZWFs"))
    let notes = Set(report.notes.map(\.id))
    #expect(
      notes.isSuperset(of: ["server-coremail", "starttls-unused", "hello-name", "login-accepted", "credentials-shown"]))
  }

  /// A log as it was pasted: wrapped in the midst of words, accepted in spite of all that is odd.
  private static let sendmail = """
    Sep 29 16:59:19 ubuntu sendmail[21561]: v8T8xJkc021561: from=<www-data@ubuntu>, size=812, class=0, nrcpts=1, msgid=<201
    709290859.v8T8xJkc021561@ubuntu>, relay=www-data@localhost
    Sep 29 16:59:41 ubuntu sm-mta[21564]: STARTTLS=client, relay=mx.xxx.com.cn., version=TLSv1/SSLv3, verify=F
    AIL, cipher=ECDHE-RSA-AES256-SHA, bits=256/256
    Sep 29 16:59:41 ubuntu sm-mta[21564]: v8T8xJvo021562: to=<xxx@xxx.com.cn>, ctladdr=<www-data@ubuntu> (33/33), delay=00:00:22, xdelay=00:00:22, mailer=esmtp, pri=121071, relay=mx.xxx.com.cn. [172.16.2.173], dsn=2.0.0, stat=Sent (<201709290859.v8T8xJkc021561@ubuntu> [InternalId=1588969] Queued mail for delivery)
    """

  @Test func aLogOfSendmail() {
    let report = FailureCatalogue.shipped.explain(pasted: Array(Self.sendmail.utf8))
    #expect(report.isAccepted)
    #expect(report.cause == .remark || report.cause == .accepted)
    #expect(report.explanations.contains { $0.entry?.id == "sm-verify-fail" }, "\(report)")
    let notes = Set(report.notes.map(\.id))
    #expect(
      notes.isSuperset(of: [
        "slow-delivery", "local-sender", "local-message-id", "old-tls", "accepted-by-exchange", "private-relay"
      ]),
      "\(notes)")
  }

  /// Lines of package managers that look like warnings and are none.
  @Test(arguments: [
    "Generating DSA parameters, 2048 bit", "disabling relaying to database hosts", "creating /etc/mail/trusted-users"
  ])
  func harmlessLines(text: String) {
    #expect(FailureCatalogue.shipped.explain(pasted: Array(text.utf8)).explanations.isEmpty)
  }

  /// The old layout of Gmail's bounces has no delivery report.
  @Test func aBounceWithoutReport() {
    let bounce = """
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

      ----- Original message -----

      Subject: 554 5.7.1 Relay access denied
      """
    let report = FailureCatalogue.shipped.explain(pasted: Array(bounce.utf8))
    #expect(report.cause == .userUnknown, "\(report)")
    #expect(report.primary?.code == 550)
    #expect(!report.explanations.contains { $0.cause == .relayDenied })
  }
}
