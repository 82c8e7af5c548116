import ApplicationSettings
import Syntax
import Testing

@Suite struct ReadingTests {
  @Test func readsAWholeLocalSettings() throws {
    let settings = try SettingsText.fixture("heredoc.php", of: .mediawiki)
    #expect(settings.host.value == "smtp.example.org")
    #expect(settings.host.place?.description == "heredoc.php:10:12")
    #expect(settings.scheme == "tls")
    #expect(settings.security.value == .implicitTLS)
    #expect(settings.port.value == 465)
    #expect(settings.authenticates.value == true)
    #expect(settings.userName.value == "wiki@example.org")
    #expect(settings.secret.value?.hasDelimiter == true)
    #expect(settings.verification.value == .chain)
    #expect(settings.from.value == "wiki@example.org")
    #expect(settings.greetingName.value == "wiki.example.org")
    #expect(settings.prediction.messageIDHost.value == "wiki.example.org")
    #expect(settings.replyTo.content == .computed("set under a condition"))
    #expect(settings.remarks.map(\.place.position.line) == [3, 17])
    #expect(settings.faults.isEmpty, "\(settings.faults)")
  }

  @Test func readsAWholeGitLab() throws {
    let settings = try SettingsText.fixture("gitlab.rb", of: .gitlab)
    #expect(settings.transport.value == .smtp)
    #expect(settings.host.value == "smtp.example.org")
    #expect(settings.port.value == 465)
    #expect(settings.security.value == .implicitTLS)
    #expect(settings.userName.content == .computed("ENV['SMTP_USER']"))
    #expect(settings.secret.isUnknown)
    #expect(settings.mechanism.value == "login")
    #expect(settings.verification.value == CertificateVerification.none)
    #expect(settings.greetingName.isUnknown)
    #expect(settings.prediction.from.value == "gitlab@gitlab.example.org")
    #expect(settings.idle.map(\.setting.value) == ["true"])
    #expect(settings.faults.isEmpty, "\(settings.faults)")
  }

  @Test func laterFilesOfDokuWikiWin() {
    let files = [
      SettingsFile(name: "local.protected.php", octets: Array("<?php $conf['mailfrom'] = 'b@example.org';".utf8)),
      SettingsFile(name: "local.php", octets: Array("<?php $conf['mailfrom'] = 'a@example.org';".utf8))
    ]
    let settings = SubmissionSettings.read(files, of: .dokuwiki)
    #expect(settings.from.value == "b@example.org")
    #expect(settings.prediction.transport.value == "php-mail")
  }

  @Test(
    arguments: [
      ("$wgSMTP = ['host' => 'a', 'port' => 25", "a", "a list that begins here does not end"),
      ("$wgSMTP = array('host' => 'a',\n$wgServer = 'http://b';", "a", "a list that begins here does not end"),
      ("$wgSMTP = ['host' => 'a', 'username' =>\n'password' => 'x'];", "a", "a value is missing after =>"),
      ("$wgSMTP = ['host' => 'a']\n$wgServer = 'http://b';", "a", "a ; is missing in front of this"),
      ("/* $wgSMTP = []", nil, "a comment that begins with /* does not end"),
      ("$wgSMTP = ['host' => 'a", "a", "a text in quotes does not end"),
      ("$wgSMTP = ['host' => <<<X\na", "a", "a heredoc does not end"),
      ("$wgPasswordSender = ;", nil, "a value is missing after ="),
      ("$wgSMTP['host' = 'a';", nil, "a ] is missing behind this key"),
      ("$wgSMTP['socket_options'['ssl'] = [];", nil, "a ] is missing behind this key"),
      ("$wgSMTP'host'] = 'a';", nil, "a [ is missing in front of this"),
      ("$a = b'; // isn't\n$c = 'd';", nil, "a quote or a sign is missing in front of this"),
      ("define 'A', 'b');", nil, "a ( is missing in front of this"),
      ("define('A', 'b';", nil, "a ) is missing in front of this")
    ] as [(String, String?, String)])
  func saysWhatIsBroken(text: String, host: String?, fault: String) {
    let settings = SettingsText.php(text)
    #expect(settings.host.value == host)
    #expect(settings.faults.contains { $0.message == fault }, "\(settings.faults)")
  }

  @Test(arguments: [
    ("gitlab_rails['smtp_port' = 465", "a ] is missing behind this key"),
    ("gitlab_rails'smtp_port'] = 465", "a [ is missing in front of this")
  ])
  func saysWhatIsBrokenInRuby(text: String, fault: String) {
    #expect(SettingsText.read(text, of: .gitlab).faults.map(\.message) == [fault])
  }

  /// A key that is computed is not the one that it begins with.
  @Test func knowsNoKeyThatIsComputed() {
    #expect(SettingsText.php("$wgSMTP['host' . $a] = 'b';").host.isAbsent)
  }

  @Test(arguments: [
    ("getenv('A')", SettingValue<String>.computed("getenv('A')")),
    ("\"a$b\"", .computed("\"a$b\"")), ("FOO . 'x'", .computed("FOO . 'x'")), ("'a' . 'b' . 1", .read("ab1")),
    ("('a')", .read("a")), ("<your-host>", .computed("<your-host>")), ("true/false", .computed("true/false")),
    ("['x']", .malformed("it is no text")), ("null", .absent), ("\"a\\$b\\x41\"", .read("a$bA")),
    ("'a\nb'", .malformed("the text runs over several lines: a quote is missing")),
    ("$x ? 'a' : 'password'", .computed("an expression"))
  ])
  func readsValues(text: String, content: SettingValue<String>) {
    #expect(SettingsText.php("$wgPasswordSender = \(text);").from.content == content)
  }

  @Test(arguments: [
    "$wgSMTP = ['host' => \"a,\n'password' => 'geheim'];", "$wgSMTP = ['username' => 'u' 'password' => 'geheim'];",
    "$wgSMTP = array_merge($a, ['password' => 'geheim']);", "$wgSMTP['password'] = 'geheim' . $x;",
    "$wgSMTP = ['password' => 'geheim'", "$wgSMTP = ['host' => 'a,\n'password' => 'geheim'];",
    "$conf['plugin']['smtp']['auth_pass'] = \"geheim\";"
  ])
  func neverKeepsAPassword(text: String) {
    for application in [Application.mediawiki, .dokuwiki] {
      let settings = SettingsText.read("<?php " + text, of: application)
      #expect(!"\(settings) \(settings.prediction)".contains("geheim"))
    }
  }

  @Test func survivesEveryMutation() throws {
    let text = Array(
      "<?php $wgSMTP = array('host' => \"ssl://a\", 'auth' => (int)\"1\", ['b' => [<<<X\nx\nX]]); if (1): $c['d'] = {"
        .utf8)
    for place in text.indices {
      for octet in [nil, UInt8(ascii: "["), UInt8(ascii: "'"), 0xFF] {
        var changed = text
        if let octet { changed[place] = octet } else { changed.remove(at: place) }
        for application in Application.all {
          _ = SubmissionSettings.read([SettingsFile(name: "f", octets: changed)], of: application).prediction
        }
      }
    }
  }

  @Test(arguments: [
    "[", "(", "array(", "'a' . ", "$a[", "$wgSMTP['a'] = [", "if (", "{", "\"", "<<<A\n", "x => ", "(int)"
  ])
  func takesLinearTime(part: String) {
    let text = Array(String(repeating: part, count: 150_000 / Application.all.count / part.utf8.count).utf8)
    let file = SettingsFile(name: "f", octets: Array("<?php $wgSMTP = ".utf8) + text)
    for application in Application.all {
      let time = ContinuousClock().measure { _ = SubmissionSettings.read([file], of: application).prediction }
      #expect(time < .seconds(10), "\(application.name)")
    }
  }
}
