import ApplicationSettings
import AuditModel
import Checks
import DNS
import Survey
import Testing

/// What administrators wrote on the talk page of the manual: senders, names, relays.
@Suite struct MediaWikiTalkTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = names + providers

  private static func mediawiki(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "MediaWiki", behaviour, showings)
  }

  private static let names: [Requirement] = [
    mediawiki(
      25, "1.18.0 writes a display name into Return-Path",
      [
        .remarks(.mediawiki, MediaWikiManualTests.installed("1.18.0"), "1.18.0", "Return-Path", "1.18.1"),
        .message(
          "HDR-RETURN-PATH", .warn, "Return-Path: WikiAdmin <a@example.org>\n" + mail, "Return-Path has a display name"),
        .message(
          "HDR-RETURN-PATH", .warn, "Return-Path: WikiAdmin <a@example.org>\n" + mail, "which the last server writes")
      ]),
    mediawiki(
      26, "what to write into IDHost, and whether it has to change",
      [
        .output("explain APP-MESSAGE-ID", "Set the public host: IDHost", "needed where $wgServer is no public name"),
        .says("APP-MESSAGE-ID", .pass, .mediawiki, "$wgServer = 'https://wiki.example.org';"),
        .finds("APP-MESSAGE-ID", .info, .mediawiki, "$wgServer = 'http://wiki';", "IDHost")
      ]),
    mediawiki(
      27, "PHP warns of its time zone",
      [
        .explains(
          "Warning: date(): It is not safe to rely on the system's timezone settings.", "php-timezone",
          "not a mail error",
          "Set date.timezone")
      ]),
    mediawiki(
      28, "a relay without login works for addresses of its own network",
      [
        .finds(
          "APP-RELAY", .medium, .mediawiki,
          "$wgSMTP = ['host' => 'mail.bellsouth.net', 'port' => 25, 'auth' => false];"),
        .output("providers bellsouth", "outbound.att.net", "465", "addresses of this provider only")
      ]),
    mediawiki(
      29, "keys in comments are not there",
      [
        .predicts(
          \.server, "mail.example.org:25", .mediawiki,
          """
          $wgSMTP = array( 'host' => "mail.example.org",
            #'port'     => 587,
            // 'localhost' => 'wiki.example.org',
          );
          """, "$wgSMTP['port'] is not set")
      ]),
    mediawiki(
      30, "the name in EHLO has to be one that others can look up",
      [
        .predicts(\.greetingName, "wiki.example.org", .mediawiki, "$wgSMTP = [\"localhost\" => 'wiki.example.org'];"),
        .probe("SUBMIT-EHLO", .warn, zone: "mail A 192.0.2.25", "app.example.org"),
        .domain(
          "HELO-PTR-MATCH", .info, zone: "app A 192.0.2.80\n80.2.0.192.in-addr.arpa. PTR other.example.net.",
          "other.example.net"
        ) {
          ($0.sendingAddress, $0.heloName) = (IPAddress("192.0.2.80"), "app.example.org")
        }
      ]),
    mediawiki(
      31, "words of the documentation are pasted: true/false, user, password",
      [
        .reads(.mediawiki, pasted, "$wgSMTP['username'] = user", "$wgSMTP['auth'] = true/false"),
        .finds("APP-PLACEHOLDER", .high, .mediawiki, pasted, "true/false"),
        .finds("APP-PLACEHOLDER", .high, .mediawiki, pasted, "user")
      ]),
    mediawiki(
      32, "a server looks up the name in EHLO and does not find it",
      [
        .explains(
          "450 4.7.1 <localhost>: Helo command rejected: Host not found", "pf-helo-notfound", "$wgSMTP localhost"),
        .probe(
          "SUBMIT-EHLO", .fail,
          on: [587: .submission { $0.ehlo = ["450 4.7.1 <localhost>: Helo command rejected: Host not found"] }],
          "Host not found")
      ]),
    mediawiki(
      33, "the key localhost works, whatever is said of it",
      [
        .predicts(
          \.greetingName, "a.example.org", .mediawiki, "$wgSMTP = ['localhost' => 'a.example.org'];", "localhost"),
        .output("explain APP-HELO", "PEAR Mail reads it in every version")
      ]),
    mediawiki(
      34, "addresses are not confirmed",
      [
        .finds(
          "APP-CONFIRMED", .medium, .mediawiki, "$wgEmailAuthentication = false;", "the mail server has nothing to do")
      ]),
    mediawiki(
      35, "the installation of sendmail seems to hang",
      [
        .explains(
          "dpkg: error processing package sendmail-base (--configure):", "sm-half-configured", "dpkg --configure -a",
          "75 %"),
        .notes("Generating DSA parameters, 2048 bit long prime", "harmless-package-lines", "takes minutes")
      ]),
    mediawiki(
      36, "mail goes by SMTP to the machine itself",
      [
        .says("APP-RELAY-TLS", .notApplicable, .mediawiki, local), .says("APP-HELO", .notApplicable, .mediawiki, local),
        .passes("APP-TLS-PORT", .mediawiki, local), .says("APP-AUTH", .pass, .mediawiki, local),
        .says("APP-RELAY", .notApplicable, .mediawiki, local),
        .predicts(\.server, "localhost:25", .mediawiki, local),
        .predicts(\.greetingName, "wiki.example.org", .mediawiki, local),
        .predicts(\.messageIDHost, "wiki.example.org", .mediawiki, local),
        .says("APP-LOCAL-MAIL", .info, .mediawiki, local),
        .finds("APP-LOCAL-MAIL", .info, .mediawiki, local, "a name of its own", "mailaudit host")
      ])
  ]

  private static let mail = """
    From: WikiAdmin <a@example.org>
    To: ann@example.net
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <66f10a1b.0a1b2c3d4e5f6071@wiki.example.org>

    The page was changed.

    """

  private static let pasted = """
    $wgSMTP = array("host" => "mail.example.org", "auth" => true/false, "username" => user, "password" => password);
    """

  private static let local = """
    $wgSMTP = [ 'host' => 'localhost', 'IDHost' => 'wiki.example.org', 'localhost' => 'wiki.example.org', 'port' => "25",
      'auth' => false ];
    """

  private static let providers: [Requirement] = [
    mediawiki(
      37, "the server is one's own, with a certificate of its public name",
      [
        .probe(
          "TLS-CERT-VALID", .fail, on: [587: .submission { $0.chains = [[ExampleCertificates.otherName]] }],
          "to a name that the certificate is for")
      ]),
    mediawiki(
      38, "Gmail lets few messages a day through",
      [.output("providers gmail", "500 messages per day (single address)", "too low for the mail of a team")]),
    mediawiki(
      39, "PHP has no OpenSSL",
      [
        .explains(
          "Unable to find the socket transport \"ssl\" - did you forget to enable it when you configured PHP?",
          "php-no-ssl", "openssl extension")
      ]),
    mediawiki(
      40, "From is of an own domain, and the login is of Gmail",
      [
        .output(
          "providers gmail", "any other is replaced by the login", "\"Send mail as\" alias",
          "$wgPasswordSender must be the alias", "include:_spf.google.com", "Default Workspace selector")
      ]),
    mediawiki(
      41, "a time-out was put down to IDHost",
      [
        .explains(
          "Failed to connect to ssl://smtp.gmail.com:465 [SMTP: Failed to connect socket: Connection timed out (code: -1, response: )]",
          "pear-connect-timeout", "IDHost cannot cause this", "firewall")
      ]),
    mediawiki(
      42, "PEAR was unpacked into the folder of the wiki",
      [
        .explains(
          "require_once(): Failed opening required 'Net/Socket.php' (include_path='/var/www/wiki/pear')",
          "pear-netsocket", "not into the folder of the wiki")
      ]),
    mediawiki(
      43, "mail from the address of a cloud is refused",
      [
        .domain(
          "RDNS-GENERIC", .warn, zone: "25.2.0.192.in-addr.arpa. PTR ec2-192-0-2-25.compute-1.amazonaws.com.",
          "send through a relay"
        ) { $0.sendingAddress = IPAddress("192.0.2.25") },
        .example("DNSBL-IP", "a customer line in the PBL", .warn)
      ]),
    mediawiki(
      44, "Amazon SES refuses mail in the name of users",
      [
        .finds(
          "APP-USER-FROM", .high, .mediawiki,
          """
          $wgSMTP = ['host' => 'tls://email-smtp.eu-west-1.amazonaws.com', 'port' => 465, 'auth' => true];
          $wgUserEmailUseReplyTo = false;
          """, "LocalSettings.php:3", "$wgUserEmailUseReplyTo = true;", "$wgEmergencyContact"),
        .output("providers aws-ses", "$wgUserEmailUseReplyTo=true and a verified $wgEmergencyContact")
      ]),
    mediawiki(
      45, "credentials were published with an example",
      [
        .withholds("settings --app mediawiki -", input: "<?php\n" + published, secret),
        .hides(secret, of: published),
        .notes(published, "credentials-shown", "change it")
      ])
  ]

  private static let secret = "AhQ5uBQvWz1Kt8yJ3mN7pLr2sXc4dFg6hTj9kMvBnQwE"
  private static let published = """
    $wgSMTP = array( 'host' => 'tls://email-smtp.us-east-1.amazonaws.com', 'port' => 465, 'auth' => true,
      'username' => 'AKIAIOSFODNN7EXAMPLE', 'password' => '\(secret)' );
    """
}
