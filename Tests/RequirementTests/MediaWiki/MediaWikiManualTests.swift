import ApplicationSettings
import AuditModel
import Checks
import SMTPSubmission
import Survey
import TLSTransport
import Testing

/// What the manual of `$wgSMTP` says, and what its readers paste.
@Suite struct MediaWikiManualTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  private static func mediawiki(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "MediaWiki", behaviour, showings)
  }

  static let rows = settings + errors

  private static let settings: [Requirement] = [
    mediawiki(
      1, "without $wgSMTP, mail goes through PHP's mail()",
      [
        .predicts(\.transport, "php-mail", .mediawiki, "$wgSMTP = false;", "$wgSMTP"),
        .predicts(\.transport, "php-mail", .mediawiki, "$wgServer = 'https://wiki.example.org';", "is not set"),
        .finds("APP-LOCAL-MAIL", .info, .mediawiki, "$wgSMTP = false;")
      ]),
    mediawiki(
      2, "$wgPasswordSender differs from the login",
      [
        .finds(
          "APP-FROM-DOMAIN", .high, .mediawiki,
          """
          $wgPasswordSender = "apache@localhost";
          $wgSMTP = ['host' => 'mail.example.org', 'auth' => true, 'username' => "wiki@example.org"];
          """, "LocalSettings.php:2", "localhost"),
        .finds(
          "APP-SENDER", .high, .mediawiki,
          """
          $wgPasswordSender = "apache@localhost";
          $wgSMTP = ['host' => 'mail.example.org', 'auth' => true, 'username' => "wiki@example.org"];
          """, "LocalSettings.php:2", "LocalSettings.php:3")
      ]),
    mediawiki(
      3, "host is an address or has a scheme in front",
      [
        .finds(
          "APP-HOST", .medium, .mediawiki, "$wgSMTP = ['host' => '192.0.2.25', 'auth' => true];",
          "few certificates hold one"),
        .predicts(\.security, "implicit-tls", .mediawiki, "$wgSMTP = ['host' => 'ssl://smtp.gmail.com'];"),
        .finds("APP-TLS-PORT", .high, .mediawiki, "$wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'port' => 587];"),
        .probe("SUBMIT-TLS", .pass, on: [465: .submission { $0.isImplicit = true }]) {
          ($0.target.port, $0.target.security) = (465, .implicit)
        }
      ]),
    mediawiki(
      4, "the host was lost when the example was copied",
      [
        .finds(
          "APP-HOST", .high, .mediawiki,
          "$wgSMTP = ['host' => 'ssl://', 'port' => 465, 'username' => 'my.name@gmail.com'];", "no server",
          "Gmail", "ssl://smtp.gmail.com"),
        .finds("APP-HOST", .high, .mediawiki, "$wgSMTP = ['host' => ''];", "no server")
      ]),
    mediawiki(
      5, "IDHost makes the right side of Message-ID, and nothing else",
      [
        .predicts(
          \.messageIDHost, "localhost", .mediawiki,
          "$wgServer = \"http://localhost:8080\";\n$wgSMTP = ['IDHost' => ''];",
          "$wgServer"),
        .finds(
          "APP-MESSAGE-ID", .info, .mediawiki, "$wgServer = \"http://localhost\";\n$wgSMTP = ['IDHost' => ''];",
          "localhost", "not EHLO, not the connection, not the login"),
        .finds(
          "APP-MESSAGE-ID", .info, .mediawiki, "$wgSMTP = ['IDHost' => 'https://wiki.example.org:8080'];",
          "no host name")
      ]),
    mediawiki(
      6, "the key localhost is the name in EHLO",
      [
        .finds("APP-HELO", .medium, .mediawiki, "$wgSMTP = ['host' => 'a.example'];", "localhost", "public name"),
        .finds("APP-HELO", .medium, .mediawiki, "$wgSMTP = ['host' => 'a.example', 'localhost' => ''];", "is empty")
      ]),
    mediawiki(
      7, "port is a number, quoted or not",
      [
        .predicts(\.server, "localhost:25", .mediawiki, "$wgSMTP = [\"port\" => \"25\"];"),
        .predicts(\.server, "localhost:587", .mediawiki, "$wgSMTP = ['port' => 587];"),
        .predicts(\.security, "none", .mediawiki, "$wgSMTP = ['port' => 587];")
      ]),
    mediawiki(
      8, "user name and password count with auth alone",
      [
        .predicts(
          \.login, "login as u", .mediawiki, "$wgSMTP = ['auth' => true, 'username' => 'u', 'password' => 'p'];"),
        .predicts(\.login, "no login", .mediawiki, "$wgSMTP = ['auth' => false, 'username' => 'u', 'password' => 'p'];")
      ]),
    mediawiki(
      9, "auth is off and a password is there: no login, and no TLS",
      [
        .predicts(\.security, "none", .mediawiki, exchange, "auth"),
        .finds("APP-AUTH", .high, .mediawiki, exchange)
      ]),
    mediawiki(
      10, "the parameters of PEAR Mail are known, others are told",
      [
        .remarksNothing(
          .mediawiki,
          """
          $wgSMTP = ['timeout' => 10, 'persist' => true, 'pipelining' => true, 'socket_options' => ['ssl' => []],
            'debug' => true, 'verp' => true];
          """),
        .remarks(.mediawiki, "$wgSMTP = ['helo' => 'wiki.example.org'];", "reads the key helo")
      ]),
    mediawiki(
      11, "the PEAR packages are missing, by version",
      [
        .explains(
          "PEAR mail package is not installed", "php-pear-missing", "1.27", "composer.local.json", "pear/mail 1.4.1",
          "pear/net_smtp 1.8.0", "php-pear"),
        .remarks(
          .mediawiki, installed("1.30.0") + "$wgSMTP = ['host' => 'a'];", "MediaWiki 1.30.0", "composer.local.json")
      ]),
    mediawiki(
      12, "copies of PEAR of the system and of the wiki clash",
      [
        .explains(
          "PHP Fatal error:  Cannot declare class Net_SMTP, because the name is already in use in /usr/share/php",
          "pear-redeclared", "pear uninstall mail Auth_SASL net_smtp")
      ])
  ]

  /// The example for Outlook and Exchange.
  private static let exchange =
    "$wgSMTP = ['host' => 'mail.example.org', 'port' => 587, 'auth' => false, 'username' => 'u', 'password' => 'p'];"

  /// The head of a file that the installer wrote.
  static func installed(_ version: String) -> String {
    "# This file was automatically generated by the MediaWiki \(version)\n# installer.\n"
  }

  private static let errors: [Requirement] = [
    mediawiki(
      13, "Gmail wants an app password",
      [
        .passes(
          "APP-TLS-PORT", .mediawiki, "$wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'port' => 465, 'auth' => true];"),
        .output("providers gmail", "app password", "Two-step verification", "16 letters"),
        .finds(
          "APP-PROVIDER", .info, .mediawiki,
          """
          $wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'port' => 465, 'auth' => true, 'username' => 'wiki@gmail.com',
            'password' => 'Sommer2026!'];
          """, "app password")
      ]),
    mediawiki(
      14, "Gmail refuses the first login from a new server",
      [.explains("authentication failure: 534-5.7.14 Please log in via your web browser", "gmail-534-web", "browser")]),
    mediawiki(
      15, "tls:// with port 465 is TLS from the start",
      [
        .finds("APP-TLS-PORT", .info, .mediawiki, ses, "not STARTTLS; it fits port 465"),
        .predicts(\.security, "implicit-tls", .mediawiki, ses)
      ]),
    mediawiki(
      16, "Amazon SES takes verified senders only, in the sandbox verified recipients too",
      [
        .output("providers aws-ses", "verified at the provider", "200 messages per day", "verified recipients only"),
        .finds("APP-PROVIDER", .info, .mediawiki, ses + "\n$wgPasswordSender = 'wiki@example.org';", "verified")
      ]),
    mediawiki(
      17, "PHP's mail() fails without a reason",
      [
        .explains(
          "Unknown error in PHP's mail() function", "php-mail-unknown", "In this order: make $wgPasswordSender",
          "on SELinux allow httpd_can_sendmail; only then change to $wgSMTP")
      ]),
    mediawiki(
      18, "SELinux forbids the web server to send",
      [
        .explains(
          "Failed to connect to mail.example.org:587 [SMTP: Failed to connect socket: Permission denied (code: -1, response: )]",
          "pear-connect-perm", "httpd_can_sendmail", "httpd_can_network_connect")
      ]),
    mediawiki(
      19, "PEAR starts TLS when it is offered, and refuses bad certificates",
      [
        .explains(
          "authentication failure [SMTP: STARTTLS failed (code: 220, response: begin TLS negotiation)]",
          "pear-starttls-220", "PHP did not accept its certificate"),
        .predicts(
          \.security, "starttls-opportunistic", .mediawiki, "$wgSMTP = ['host' => 'a.example', 'auth' => true];"),
        .probe(
          "TLS-CERT-VALID", .fail, on: [587: .submission { $0.chains = [[ExampleCertificates.expired]] }], "expired")
      ]),
    mediawiki(
      20, "a wrong port hangs without a word",
      [
        .probe(
          "SUBMIT-PORTS", .warn, on: [465: .submission { $0.isImplicit = true }], "465 (TLS from the first octet)"
        ) { $0.scansPorts = true }
      ]),
    mediawiki(
      21, "clouds drop port 25",
      [
        .probe(
          "SUBMIT-CONNECT", .unknown, on: [25: .submission { $0.refusal = .timedOut }],
          "AWS lifts the block on request",
          "587"
        ) { $0.target.port = 25 },
        .explains(
          "Failed to connect to email-smtp.eu-west-1.amazonaws.com:25 [SMTP: Failed to connect socket: Connection timed out (code: -1, response: )]",
          "pear-connect-timeout", "587")
      ]),
    mediawiki(
      22, "set_include_path hides the packages of the wiki",
      [
        .finds(
          "APP-KEYS", .medium, .mediawiki, "set_include_path( \"/usr/share/php\" );",
          "set_include_path hides the PEAR packages", "LocalSettings.php:2:1", "Take the line out."),
        .explains("require_once(): Failed opening required 'Net/Socket.php'", "pear-netsocket", "set_include_path"),
        .explains(
          "require_once(): Failed opening required 'Net/Socket.php' (include_path='/usr/share/php')", "pear-netsocket",
          "set_include_path")
      ]),
    mediawiki(
      23, "the server does not take the sender of this login",
      [
        .explains(
          "you are not authorized to use this sender", "mw-sender-refused",
          "compare the username with $wgPasswordSender; "
            + "on old wikis look at $wgUserEmailUseReplyTo; ask the operator"),
        .finds("APP-USER-FROM", .high, .mediawiki, "$wgUserEmailUseReplyTo = false;")
      ]),
    mediawiki(
      24, "an array is cut off, and comments are in any language",
      [
        .reads(.mediawiki, cutOff, "$wgSMTP['host'] = \"mail.example.org\"", "$wgSMTP['port'] = 25"),
        .remarks(.mediawiki, cutOff, "a list that begins here does not end")
      ])
  ]

  private static let ses =
    "$wgSMTP = ['host' => 'tls://email-smtp.eu-west-1.amazonaws.com', 'port' => 465, 'auth' => true, 'username' => 'u'];"

  private static let cutOff = """
    $wgSMTP = array(
        'host' => 'mail.example.org', // IP アドレスも指定できます
        'port' => 25, // 端口
    """
}
