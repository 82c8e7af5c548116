import ApplicationSettings
import Syntax
import Testing

@Suite struct PredictionTests {
  @Test(arguments: [
    ("['host' => 'smtp.example.org']", "localhost", "$wgSMTP['localhost'] is not set", 2),
    ("['localhost' => '']", "", "$wgSMTP['localhost'] is empty", 2),
    ("['localhost' => 'wiki.example.org']", "wiki.example.org", "$wgSMTP['localhost'] says so", 2)
  ])
  func tellsTheGreeting(block: String, name: String, reason: String, line: Int) {
    let greeting = SettingsText.php("$wgSMTP = \(block);").prediction.greetingName
    #expect(greeting.value == name)
    #expect(greeting.reason == reason)
    #expect(greeting.place?.position.line == line)
  }

  @Test(
    arguments: [
      ("['auth' => false, 'port' => 587]", "none"), ("['auth' => true]", "starttls-opportunistic"),
      ("['auth' => 'PLAIN']", "starttls-opportunistic"), ("['host' => 'ssl://a']", "implicit-tls"),
      ("['host' => 'tls://a', 'auth' => true]", "implicit-tls"), ("['starttls' => true]", "starttls"),
      ("['auth' => true, 'starttls' => false]", "none"), ("[]", "none"), ("['auth' => getenv('A')]", nil)
    ] as [(String, String?)])
  func tellsTheSecurityOfMediaWiki(block: String, security: String?) {
    #expect(SettingsText.php("$wgSMTP = \(block);").prediction.security?.value == security)
  }

  @Test(arguments: [
    ("", "starttls-opportunistic"), ("gitlab_rails['smtp_tls'] = true", "implicit-tls"),
    ("gitlab_rails['smtp_tls'] = false\ngitlab_rails['smtp_ssl'] = true", "implicit-tls"),
    ("gitlab_rails['smtp_enable_starttls_auto'] = false", "none"),
    ("gitlab_rails['smtp_enable_starttls_auto'] = true", "starttls-opportunistic")
  ])
  func tellsTheSecurityOfGitLab(text: String, security: String) {
    let settings = SettingsText.read("gitlab_rails['smtp_enable'] = true\n" + text, of: .gitlab)
    #expect(settings.prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("$conf['mailfrom'] = 'Wiki <wiki@example.org>';", "wiki@example.org", "Wiki <wiki@example.org>"),
      ("$conf['baseurl'] = 'https://wiki.example.org/';", "noreply@wiki.example.org", "noreply@wiki.example.org"),
      ("", nil, nil)
    ] as [(String, String?, String?)])
  func tellsTheSendersOfDokuWiki(text: String, envelope: String?, from: String?) {
    let settings = SettingsText.read("<?php $conf['plugin']['smtp']['smtp_host'] = 'a';\n" + text, of: .dokuwiki)
    #expect(settings.prediction.envelopeSender.value == envelope)
    #expect(settings.prediction.from.value == from)
  }

  @Test func aNameWithoutDotGetsLocalhost() {
    let settings = SettingsText.read("<?php $conf['baseurl'] = 'http://wiki:8080/';", of: .dokuwiki)
    #expect(settings.prediction.messageIDHost.value == "wiki.localhost")
  }
}
