import ApplicationSettings
import AuditModel
import FailureCatalogue
import Providers
import Survey
import Testing

/// What a guide to DokuWiki's smtp plugin says, with the transcript of its failure.
@Suite struct DokuWikiTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = settings + session

  private static func dokuwiki(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "DokuWiki", behaviour, showings)
  }

  /// Settings of the plugin.
  private static func plugin(_ pairs: String, mailFrom: String = "") -> String {
    "$conf['plugin']['smtp'] = [\(pairs)];\n" + (mailFrom.isEmpty ? "" : "$conf['mailfrom'] = '\(mailFrom)';")
  }

  private static let settings: [Requirement] = [
    dokuwiki(
      89, "163 wants its authorization code, not the password",
      [
        .explains(
          "535 Error: authentication failed, system busy; server smtp.163.com said so", "netease-535",
          "authorization code"),
        .output("providers smtp.163.com", "the authorization code for mail clients; not the password of the account")
      ]),
    dokuwiki(
      90, "smtp_ssl is ssl, tls or empty, and has to fit the port",
      [
        .finds(
          "APP-RELAY-TLS", .high, .dokuwiki,
          plugin("'smtp_host' => 'smtp.163.com', 'smtp_ssl' => '', 'auth_user' => 'xxx@163.com'"), "clear text"),
        .finds("APP-TLS-PORT", .high, .dokuwiki, plugin("'smtp_host' => 'a.example', 'smtp_port' => 465")),
        .finds(
          "APP-TLS-PORT", .high, .dokuwiki, plugin("'smtp_host' => 'a', 'smtp_port' => 587, 'smtp_ssl' => 'ssl'")),
        .passes("APP-TLS-PORT", .dokuwiki, plugin("'smtp_host' => 'a', 'smtp_port' => 465, 'smtp_ssl' => 'ssl'"))
      ]),
    dokuwiki(
      91, "auth_user is the whole address",
      [
        .output("providers smtp.163.com", "the whole address, such as xxx@163.com"),
        .finds(
          "APP-PROVIDER", .info, .dokuwiki,
          plugin("'smtp_host' => 'smtp.163.com', 'smtp_port' => 465, 'smtp_ssl' => 'ssl', 'auth_user' => 'xxx'"),
          "the whole address")
      ]),
    dokuwiki(
      92, "saving the form empties auth_pass",
      [
        .output("settings --app dokuwiki -", input: "<?php $conf['mailfrom'] = '';", "Type auth_pass again each time"),
        .finds(
          "APP-AUTH", .high, .dokuwiki, plugin("'smtp_host' => 'a.example', 'auth_user' => 'u', 'auth_pass' => ''"))
      ]),
    dokuwiki(
      93, "debug shows the dialogue",
      [.finds("APP-SECRETS", .medium, .dokuwiki, plugin("'smtp_host' => 'a.example', 'debug' => 1"), "debug")]),
    dokuwiki(
      94, "the page that tries the settings says that a message was sent, or was not",
      [
        .isAccepted("Message was sent. SMTP seems to work."),
        .mentions("Message wasn't sent. SMTP seems not to work properly.", "dw-not-sent", "transcript"),
        .output("settings --app dokuwiki -", input: "<?php $conf['mailfrom'] = '';", "not that it arrived")
      ]),
    dokuwiki(
      95, "163 takes the address of the login alone for a sender",
      [
        .explains(transcript, "netease-553", "Set mailfrom", "the full address that logs in"),
        .output("providers smtp.163.com", "the address of the login, and no other")
      ]),
    dokuwiki(
      96, "a sender that the server will refuse, seen in the settings",
      [
        .finds(
          "APP-SENDER", .high, .dokuwiki,
          plugin("'smtp_host' => 'smtp.163.com', 'auth_user' => 'xxx@163.com'", mailFrom: "noreply@163.com"),
          "noreply@163.com", "xxx@163.com")
      ]),
    dokuwiki(
      97, "why 163 answers 553",
      [
        .explains(
          "553 Mail from must equal authorized user", "netease-553", "the full address that logs in",
          "the server needs a login", "the same address for replies"),
        .output(
          "providers smtp.163.com",
          "553 means: no login, an incomplete or wrong sender, or a sender other than the mailbox")
      ]),
    dokuwiki(
      107, "mailfrom is a setting of the wiki, not of the plugin, and stands in three files",
      [
        .predicts(
          \.from, "wiki@example.org", .dokuwiki, plugin("'smtp_host' => 'a'", mailFrom: "wiki@example.org"),
          "$conf['mailfrom']"),
        .predicts(
          \.envelopeSender, "wiki@example.org", .dokuwiki,
          plugin("'smtp_host' => 'a'", mailFrom: "wiki@example.org")
            + "$conf['mailreturnpath'] = 'bounce@example.org';",
          "takes the address in From"),
        .reads(.dokuwiki, "$conf['mailprefix'] = 'Wiki';", "$conf['mailprefix'] = \"Wiki\"")
      ])
  ]

  /// The dialogue as the plugin shows it.
  private static let transcript = """
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

  private static let session: [Requirement] = [
    dokuwiki(
      98, "the transcript of the plugin, also of newer releases",
      [
        .concludes(transcript, .senderNotAuthorised, at: .mail),
        .concludes(
          transcript.replacing("Set: the auth\n", with: "Set: the auth login\n"), .senderNotAuthorised, at: .mail)
      ]),
    dokuwiki(
      99, "the greeting alone tells the provider",
      [
        .notes(transcript, "server-coremail", "NetEase"),
        .greets("220 163.com Anti-spam GT for Coremail System (163com[20141201])", "netease-163")
      ]),
    dokuwiki(
      100, "the plugin greets with the private address of the web server",
      [
        .notes(
          transcript, "hello-name", "[172.18.111.192]", "a private address, which shows the inside of the network"),
        .predicts(
          \.greetingName, nil, .dokuwiki, plugin("'smtp_host' => 'a', 'localdomain' => ''"),
          "the plugin sends the address of the web server"),
        .output("explain APP-HELO", "localdomain of DokuWiki")
      ]),
    dokuwiki(
      101, "odd lines in the reply to EHLO",
      [.concludes(transcript, .senderNotAuthorised), .notes(transcript, "starttls-unused", "offers STARTTLS")]),
    dokuwiki(
      102, "STARTTLS is offered, and the login goes in clear text",
      [.notes(transcript, "starttls-unused", "the password went in clear text", "smtp_ssl = tls")]),
    dokuwiki(
      103, "user name and password stand in the transcript",
      [.hides("c3Vu80FSKerjMuY29t", "bm90X3RoZV9yZWFs", of: transcript)]),
    dokuwiki(
      104, "the plugin warns of posting the transcript",
      [
        .mentions("Above may contain passwords - do not post online!", "dw-creds-in-log", "change the password"),
        .notes(transcript, "credentials-shown", "change it")
      ]),
    dokuwiki(
      105, "the login was right, and the sender was refused",
      [
        .notes(transcript, "login-accepted", "user name and password are right"),
        .concludes(transcript, .senderNotAuthorised, at: .mail)
      ]),
    dokuwiki(
      106, "mail arrives from the domain of the provider, with a link without TLS",
      [
        .message("HTML-LINKS", .warn, linked, "http://wiki.example.org/"),
        .output("providers smtp.163.com", "163.com itself is not yours to send for")
      ])
  ]

  private static let linked = """
    From: <xxx@163.com>
    To: Ann <ann@example.net>
    Subject: Your password
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <66f10a1b.0a1b2c3d4e5f6071@wiki.example.org>
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <p>Your login: <a href="http://wiki.example.org/">the wiki</a></p>

    """
}

extension Showing {
  /// A provider is recognised from the greeting of its server.
  fileprivate static func greets(_ greeting: String, _ provider: String) -> Showing {
    Showing("provider directory") {
      let found = SubmissionDirectory.providers(ofGreeting: greeting).map(\.provider.id)
      return found.first == provider ? nil : "\(found)"
    }
  }
}
