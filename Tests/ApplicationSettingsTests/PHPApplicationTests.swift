import ApplicationSettings
import Syntax
import Testing

/// Applications whose settings stand in PHP.
@Suite struct PHPApplicationTests {
  @Test func readsAHookOfWordPress() {
    let settings = SettingsText.read(
      """
      <?php
      define( 'SMTP_HOST', 'smtp.example.org' );
      define( 'SMTP_HOST', 'second.example.org' );
      add_action( 'phpmailer_init', function ( $phpmailer ): void {
        $phpmailer->isSMTP();
        $phpmailer->Host = SMTP_HOST;
        $phpmailer->Port = 587;
        $phpmailer->SMTPAuth = true;
        $phpmailer->SMTPSecure = PHPMailer::ENCRYPTION_STARTTLS;
        $phpmailer->Username = 'site';
        $phpmailer->Password = 'geheim';
        $phpmailer->SMTPOptions = array( 'ssl' => array( 'verify_peer' => false ) );
        $phpmailer->setFrom( 'site@example.org', 'Site' );
        $phpmailer->Helo = 'web.example.org';
        if ( WP_DEBUG ) { $phpmailer->SMTPDebug = 2; }
      } );
      """, of: .wordpress)
    #expect(settings.prediction.server?.value == "smtp.example.org:587")
    #expect(settings.host.place?.position.line == 2)
    #expect(settings.prediction.security?.value == "starttls")
    #expect(settings.prediction.verification?.value == "none")
    #expect(settings.prediction.login?.value == "login as site")
    #expect(settings.prediction.from.value == "site@example.org")
    #expect(settings.prediction.greetingName.value == "web.example.org")
    #expect(settings.debug.isUnknown)
    #expect(settings.faults.isEmpty)
    #expect(!"\(settings)".contains("geheim"))
  }

  @Test(
    arguments: [
      ("define('WPMS_ON', true); define('WPMS_MAILER', 'sendgrid');", "service"),
      ("define('WPMS_ON', true); define('WPMS_MAILER', 'mail');", "php-mail"),
      ("define('WPMS_ON', true); define('WPMS_MAILER', 'smtp'); define('WPMS_DO_NOT_SEND', true);", "disabled"),
      ("define('WPMS_ON', false); define('WPMS_MAILER', 'smtp');", nil), ("define('WPMS_MAILER', 'smtp');", nil),
      ("if (X) { define('WPMS_ON', true); } define('WPMS_MAILER', 'smtp');", nil), ("", nil),
      ("defined('WPMS_ON') || define('WPMS_ON', true); const WPMS_MAILER = 'smtp';", nil),
      ("const WPMS_ON = true; Config::define('WPMS_MAILER', 'smtp');", "smtp"),
      ("function f($phpmailer) { $phpmailer->Host = 'a'; }", "php-mail")
    ] as [(String, String?)])
  func tellsTheTransportOfWordPress(text: String, transport: String?) {
    #expect(SettingsText.read("<?php " + text, of: .wordpress).prediction.transport.value == transport)
  }

  @Test(
    arguments: [
      ("'ssl'", "implicit-tls"), ("'tls'", "starttls"), ("''", nil),
      ("'', 'x'); define('WPMS_SMTP_AUTOTLS', false", "none"),
      ("''); define('WPMS_SMTP_AUTOTLS', true", "starttls-opportunistic"), ("'starttls'", nil)
    ] as [(String, String?)])
  func tellsTheSecurityOfWordPress(value: String, security: String?) {
    let settings = SettingsText.read(
      "<?php define('WPMS_ON', true); define('WPMS_MAILER', 'smtp'); define('WPMS_SSL', \(value));", of: .wordpress)
    #expect(settings.prediction.security?.value == security)
  }

  @Test func constantsWithoutTheirSwitchAreToldOf() {
    let settings = SettingsText.read("<?php define('WPMS_SMTP_HOST', 'a');", of: .wordpress)
    #expect(settings.remarks.count == 1)
    #expect(settings.host.isAbsent)
  }

  @Test(
    arguments: [
      ("'mail_smtpport' => 465", "implicit-tls"), ("'mail_smtpsecure' => 'tls'", "starttls-opportunistic"),
      ("'mail_smtpsecure' => 'ssl', 'mail_smtpport' => 587", "implicit-tls"), ("", "starttls-opportunistic")
    ] as [(String, String?)])
  func tellsTheSecurityOfNextcloud(text: String, security: String?) {
    #expect(SettingsText.read("<?php $CONFIG = array(\(text));", of: .nextcloud).prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("'mail_from_address' => 'a', 'mail_domain' => 'example.org'", "a@example.org"),
      ("'mail_domain' => 'example.org'", "no-reply@example.org"), ("'mail_from_address' => 'a'", nil),
      ("'mail_from_address' => 'a@b', 'mail_domain' => 'example.org'", nil)
    ] as [(String, String?)])
  func tellsTheSenderOfNextcloud(text: String, sender: String?) {
    #expect(SettingsText.read("<?php $CONFIG = [\(text)];", of: .nextcloud).prediction.from.value == sender)
  }

  @Test(
    arguments: [
      ("'smtp.example.org'", "smtp.example.org:25", nil), ("'a.example:587;b.example'", "a.example:587", nil),
      ("'ssl://a.example:465'", "a.example:465", "implicit-tls"), ("'[2001:db8::1]:587'", "[2001:db8::1]:587", nil),
      ("'a.example'; $CFG->smtpsecure = ''", "a.example:25", "none"), ("''", nil, nil), ("'qmail'", nil, nil)
    ] as [(String, String?, String?)])
  func tellsTheServerOfMoodle(value: String, server: String?, security: String?) {
    let settings = SettingsText.read("<?php $CFG = new stdClass(); $CFG->smtphosts = \(value);", of: .moodle)
    #expect(settings.prediction.server?.value == server)
    #expect(settings.prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("$wgEnotifFromEditor = true; $wgEnotifRevealEditorAddress = true;", true), ("$wgEnotifFromEditor = true;", nil),
      ("$wgUserEmailUseReplyTo = false;", true), ("$wgUserEmailUseReplyTo = false; $wgEnableUserEmail = false;", false)
    ] as [(String, Bool?)])
  func tellsWhetherMediaWikiPutsUsersInFrom(text: String, answer: Bool?) {
    #expect(SettingsText.php(text).putsUsersInFrom.value == answer)
  }

  @Test(arguments: [
    ("$wgSMTP = ['host' => 'a', 'colour' => 1];", 1), ("$wgSMTP['colour'] = 1;", 1),
    ("$wgSMTP = ['socket_options' => ['verify_peer' => false]];", 1),
    ("$wgSMTP = ['socket_options' => ['ssl' => ['verify_peer' => false]]];", 0),
    ("$wgHooks['AlternateUserMailer'][] = 'f';", 1), ("wfLoadExtension( 'Mailgun' );", 1),
    ("wfLoadExtension( 'Cite' );", 0),
    ("$wgPasswordSender = 'a@example.org'; $wgEmergencyContact = 'b@example.net';", 1),
    ("$wgPasswordSender = 'a@example.org'; $wgEmergencyContact = 'b@example.org';", 0)
  ])
  func remarksOnSettingsOfMediaWiki(text: String, count: Int) {
    #expect(SettingsText.php(text).remarks.count == count)
  }

  @Test func aPluginOfDokuWikiThatIsOffDoesNothing() {
    let files = [
      "plugins.local.php": "$plugins['smtp'] = 0;", "local.php": "$conf['plugin']['smtp']['smtp_host'] = 'a';"
    ]
    let settings = SubmissionSettings.read(
      files.map { SettingsFile(name: $0.key, octets: Array("<?php \($0.value)".utf8)) }, of: .dokuwiki)
    #expect(settings.prediction.transport.value == "php-mail")
  }

  @Test func theReturnPathOfDokuWikiIsNotThatOfThePlugin() {
    let settings = SettingsText.read(
      "<?php $conf['mailreturnpath'] = 'a@example.org'; $conf['plugin']['smtp']['smtp_host'] = 'a';", of: .dokuwiki)
    #expect(settings.remarks.count == 1)
  }

  @Test(arguments: [
    "if ($a): $wgX = 1; else: $wgX = 2; endif; $wgPasswordSender = 'a@b';",
    "function f(): void { $wgPasswordSender = 'x'; } $wgPasswordSender = 'a@b';",
    "class A { public function f(): string { return 'x'; } } $wgPasswordSender = 'a@b';",
    "$f = function () { $wgPasswordSender = 'x'; }; $wgPasswordSender = 'a@b';"
  ])
  func conditionsEnd(text: String) {
    #expect(SettingsText.php(text).from.value == "a@b")
  }
}
