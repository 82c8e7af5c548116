import AuditModel
import Checks
import FailureCatalogue
import Testing

/// What logs of sendmail show behind a DokuWiki that sends by PHP's mail().
@Suite struct SendmailTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = failures + log + packages

  private static func sendmail(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "sendmail", behaviour, showings)
  }

  private static let failures: [Requirement] = [
    sendmail(
      66, "the line of /etc/hosts has the full name first",
      [
        .machine("HOST-FQDN", .fail, .sendmail() + .hosts("127.0.0.1 localhost"), "ubuntu"),
        .machine("HOST-HOSTS-ORDER", .warn, .sendmail() + .hosts("127.0.0.1 ubuntu ubuntu.localdomain"), "ubuntu"),
        .machine("HOST-FQDN", .pass, .sendmail() + .hosts("127.0.1.1 ubuntu.example.org ubuntu"))
      ]),
    sendmail(
      70, "no sendmail program is there",
      [
        .machine(
          "HOST-SENDMAIL-PATH", .fail, .php("sendmail_path = \"/usr/sbin/sendmail -t -i\""), "/usr/sbin/sendmail"),
        .explains("sh: 1: /usr/sbin/sendmail: not found", "local-sendmail")
      ]),
    Requirement(
      240, "DokuWiki", "mail() on a machine with a short name",
      [.machine("HOST-FQDN", .fail, .sendmail() + .php() + .hosts("127.0.0.1 localhost"), "ubuntu")]),
    sendmail(
      67, "a name in .localdomain satisfies sendmail, and nobody else",
      [
        .notes(
          "Sep 29 17:10:02 ubuntu sendmail[2211]: v8T9A2kc002211: from=<www-data@ubuntu.localdomain>, size=812, "
            + "msgid=<201709290910.v8T9A2kc002211@ubuntu.localdomain>", "local-message-id", ".localdomain",
          "Give the host a full name", "MASQUERADE_AS"),
        .message(
          "MSGID-DOMAIN", .fail, mail(identifier: "201709290910.v8T9A2kc002211@ubuntu.localdomain"), "localdomain")
      ]),
    Requirement(
      68, "DokuWiki", "the mail of a registration fails, in two languages",
      [
        .explains(
          "Looks like there was an error on sending the password mail. Please contact the admin!", "dw-regmailfail",
          "error log of the web server", "mail log"),
        .explains("发送密码邮件时产生错误。请联系管理员！", "dw-regmailfail", "error log of the web server")
      ]),
    Requirement(
      69, "lighttpd", "the error log holds the mail error of another application",
      [
        .explains(
          "(mod_fastcgi.c.2543) FastCGI-stderr: PHP Question2Answer email send error: Could not instantiate mail function.",
          "phpmailer-instantiate", "The text is PHPMailer's", "DokuWiki does not")
      ]),
    sendmail(
      71, "the host has a short name, and sendmail waits for a long one",
      [
        .explains(unqualified, "sm-unqualified", "/etc/hosts"),
        .notes(unqualified, "unqualified-name", "ubuntu", "two minutes"),
        .mentions(
          "Sep 29 15:01:02 ubuntu sendmail[21561]: unable to qualify my own domain name (ubuntu) -- using short name",
          "sm-shortname", "short")
      ])
  ]

  private static let unqualified =
    "Sep 29 15:00:02 ubuntu sm-msp-queue[21553]: My unqualified host name (ubuntu) unknown; sleeping for retry"

  private static func mail(identifier: String) -> String {
    """
    From: Wiki <wiki@example.org>
    To: Ann <ann@example.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <\(identifier)>

    The page was changed.

    """
  }

  /// A log as it was pasted: wrapped in the midst of words.
  private static let pasted = """
    Sep 29 16:59:19 ubuntu sendmail[21561]: v8T8xJkc021561: from=<www-data@ubuntu>, size=812, class=0, nrcpts=1, msgid=<201
    709290859.v8T8xJkc021561@ubuntu>, relay=www-data@localhost
    Sep 29 16:59:19 ubuntu sendmail[21561]: v8T8xJkc021561: to=xxx@xxx.com.cn, ctladdr=www-data (33/33), delay=00:00:00, xdelay=00:00:00, mailer=relay, pri=30812, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (v8T8xJvo021562 Message accepted for delivery)
    Sep 29 16:59:41 ubuntu sm-mta[21564]: STARTTLS=client, relay=mx.xxx.com.cn., version=TLSv1/SSLv3, verify=F
    AIL, cipher=ECDHE-RSA-AES256-SHA, bits=256/256
    Sep 29 16:59:41 ubuntu sm-mta[21564]: v8T8xJvo021562: to=<xxx@xxx.com.cn>, ctladdr=<www-data@ubuntu> (33/33), delay=00:00:22, xdelay=00:00:22, mailer=esmtp, pri=121071, relay=mx.xxx.com.cn. [172.16.2.173], dsn=2.0.0, stat=Sent (<201709290859.v8T8xJkc021561@ubuntu> [InternalId=1588969] Queued mail for delivery)
    """

  private static let log: [Requirement] = [
    sendmail(
      72, "lines are broken in the midst of words",
      [.notes(pasted, "local-message-id", "ubuntu"), .mentions(pasted, "sm-verify-fail")]),
    sendmail(73, "stamps are local and without a year, ids are in UTC", [.notes(pasted, "local-time", "+08:00")]),
    sendmail(
      74, "a message has two ids",
      [.notes(pasted, "handed-over", "v8T8xJkc021561 went on as v8T8xJvo021562", "the same message")]),
    sendmail(
      75, "Message-ID ends in a short name",
      [
        .notes(pasted, "local-message-id", "without a dot"),
        .message(
          "MSGID-DOMAIN", .fail, mail(identifier: "201709290859.v8T8xJkc021561@ubuntu"), "ubuntu is a single word")
      ]),
    sendmail(
      76, "bounces go to the account of the web server",
      [.notes(pasted, "local-sender", "www-data@ubuntu", "bounces are lost, and SPF cannot pass", "mailreturnpath")]),
    sendmail(
      77, "TLS 1.0 without verification towards the receiver",
      [.mentions(pasted, "sm-verify-fail"), .notes(pasted, "old-tls", "TLS 1.0"), .isAccepted(pasted)]),
    sendmail(
      78, "the receiver has a private address",
      [.notes(pasted, "private-relay", "172.16.2.173", "checks from outside see others")]),
    sendmail(
      79, "the receiver takes 22 seconds, and a page waits for it",
      [.notes(pasted, "slow-delivery", "22 seconds", "local queue")]),
    sendmail(80, "Exchange took the mail", [.notes(pasted, "accepted-by-exchange", "Microsoft Exchange")]),
    sendmail(
      81, "the mail was delivered in spite of all",
      [.isAccepted(pasted), .concludes(pasted, .remark)]),
    sendmail(
      88, "three programs write into the log",
      [.notes(pasted, "sendmail-roles", "sm-msp-queue", "sm-mta alone talks to other servers")])
  ]

  private static let packages: [Requirement] = [
    sendmail(
      82, "the package of SASL is missing",
      [.explains("sasl2-bin not installed, not configuring sendmail support.", "sm-sasl", "sasl2-bin", "update_auth")]),
    sendmail(
      83, "STARTTLS is set up, and not used",
      [
        .explains(
          "Everything you need to support STARTTLS (encrypted mail transmission and user authentication via certificates) is installed and configured but is *NOT* being used.",
          "sm-starttls-unused", "include(`/etc/mail/tls/starttls.m4')dnl", "sendmail.mc", "submit.mc", "sendmailconfig",
          "restart")
      ]),
    sendmail(
      84, "the package warns of the short name",
      [
        .explains(
          "WARNING: local host name (ubuntu) is not qualified; see cf/README: WHO AM I?", "sm-whoami", "/etc/hosts")
      ]),
    sendmail(
      85, "other warnings of the package are none",
      [.isHarmless(warnings), .notes(warnings, "harmless-package-lines", "are no failure")]),
    sendmail(
      86, "parameters are generated for minutes",
      [
        .isHarmless("Generating DSA parameters, 2048 bit long prime"),
        .notes("Generating DSA parameters, 2048 bit long prime", "harmless-package-lines", "takes minutes"),
        .notes("Checking filesystem, this may take some time - it will not hang!", "harmless-package-lines")
      ]),
    sendmail(
      87, "the release gets no updates any more",
      [
        .notes(
          "Get:4 http://cn.archive.ubuntu.com/ubuntu/ trusty/universe sendmail-bin amd64 8.14.4-4.1ubuntu1 [469 kB]",
          "old-sendmail", "no updates", "TLS 1.0")
      ])
  ]

  private static let warnings = """
    Could not open /etc/mail/databases(No such file or directory), creating it.
    Disabling HOST statistics file(/var/lib/sendmail/host_status).
    Informational: confCR_FILE file empty: /etc/mail/relay-domains
    Warning: confCT_FILE source file not found: /etc/mail/trusted-users
    Informational: confCT_FILE file empty: /etc/mail/trusted-users
    """
}
