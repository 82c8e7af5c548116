import ApplicationSettings
import Syntax
import Testing

/// INI files as Gitea, Grafana and PHP read them.
@Suite struct INITests {
  @Test(arguments: [
    ("a.example ; the relay", SettingValue<String>.read("a.example"), 0), ("a.example#b", .read("a.example"), 1),
    ("`a#b`", .read("a#b"), 0), ("\"\"\"a;b\"\"\"", .read("a;b"), 0), ("\"a\"", .read("a"), 0), ("'a'", .read("a"), 0),
    ("\"a#b\"", .read("\"a"), 1), ("\"a\" b", .read("\"a\" b"), 0),
    ("%(HOST)s.example", .computed("%(HOST)s.example"), 0),
    ("", .absent, 0), ("`a", .computed("`a"), 1)
  ])
  func readsValues(text: String, content: SettingValue<String>, faults: Int) {
    let settings = SettingsText.read("[mailer]\nSMTP_ADDR = \(text)", of: .gitea)
    #expect(settings.host.content == content)
    #expect(settings.faults.count == faults, "\(settings.faults)")
  }

  @Test func aTextInQuotesRunsOverLines() {
    let settings = SettingsText.read("[mailer]\nPASSWD = `a\nUSER = b`\nUSER = c\n[other]\nUSER = d", of: .gitea)
    #expect(settings.userName.value == "c")
  }

  @Test(arguments: ["[mailer\nENABLED = true", "[mailer]\nENABLED"])
  func saysWhatIsBroken(text: String) {
    #expect(SettingsText.read(text, of: .gitea).faults.count == 1)
  }

  @Test(
    arguments: [
      ("PROTOCOL = smtps", "implicit-tls", "465"), ("PROTOCOL = smtp", "none", "25"),
      ("PROTOCOL = smtp+starttls", "starttls-opportunistic", "587"),
      ("PROTOCOL = smtp+startls", "starttls-opportunistic", "587"),
      ("SMTP_PORT = 25", "none", "25"), ("SMTP_PORT = 587", "starttls-opportunistic", "587"),
      ("SMTP_PORT = 2525", "implicit-tls", "2525"), ("HOST = a.example:465", "implicit-tls", "465"),
      ("IS_TLS_ENABLED = true\nHOST = a.example:465", "implicit-tls", "465"), ("", "implicit-tls", nil),
      ("PROTOCOL = pigeon", nil, "25"), ("SMTP_PORT = many", nil, nil)
    ] as [(String, String?, String?)])
  func tellsTheSecurityOfGitea(text: String, security: String?, port: String?) {
    let settings = SettingsText.read("[mailer]\nENABLED = true\n" + text, of: .gitea)
    #expect(settings.prediction.security?.value == security)
    if security != nil { #expect(settings.predictedPort.value == port) }
  }

  @Test(arguments: [
    ("ENABLED = false", "disabled"), ("ENABLED = true", "smtp"), ("ENABLED = true\nPROTOCOL = sendmail", "sendmail"),
    ("ENABLED = true\nMAILER_TYPE = sendmail", "sendmail"), ("ENABLED = true\nPROTOCOL = dummy", "disabled"),
    ("", "disabled")
  ])
  func tellsTheTransportOfGitea(text: String, transport: String) {
    #expect(SettingsText.read("[mailer]\n" + text, of: .forgejo).prediction.transport.value == transport)
  }

  @Test(
    arguments: [
      ("ROOT_URL = https://git.example.org/\nDOMAIN = a.example", "git.example.org"),
      ("DOMAIN = a.example", "a.example"),
      ("ROOT_URL = http://192.0.2.1:3000/\nDOMAIN = a.example", "a.example"), ("", "localhost"),
      ("ROOT_URL = https://%(DOMAIN)s/\nDOMAIN = a.example", "a.example"), ("ROOT_URL = https://%(NAME)s/", nil)
    ] as [(String, String?)])
  func tellsTheMessageIDOfGitea(text: String, host: String?) {
    #expect(SettingsText.read("[server]\n" + text, of: .gitea).prediction.messageIDHost.value == host)
  }

  @Test(
    arguments: [
      ("host = a.example:465", "implicit-tls"), ("host = a.example:587", "starttls-opportunistic"),
      ("host = a.example:587\nstartTLS_policy = MandatoryStartTLS", "starttls"),
      ("host = a.example:587\nstartTLS_policy = NoStartTLS", "none"),
      ("host = a.example:465\nstartTLS_policy = NoStartTLS", "implicit-tls"), ("", "starttls-opportunistic")
    ])
  func tellsTheSecurityOfGrafana(text: String, security: String) {
    let settings = SettingsText.read("[smtp]\nenabled = true\n" + text, of: .grafana)
    #expect(settings.prediction.security?.value == security)
  }

  @Test func grafanaWantsThePortBehindTheServer() {
    let settings = SettingsText.read("[smtp]\nenabled = true\nhost = a.example", of: .grafana)
    #expect(settings.port.isUnknown)
    #expect(settings.host.value == "a.example")
  }

  @Test(
    arguments: [
      ("sendmail_path = /usr/sbin/sendmail -t -i", nil),
      ("sendmail_path = sendmail -t -i -f a@example.org", "a@example.org"),
      ("sendmail_path = \"/usr/sbin/sendmail\" -t \"-fa@example.org\" ; b", "a@example.org"),
      ("sendmail_path = sendmail -t -i\nmail.force_extra_parameters = -fb@example.org", "b@example.org"), ("", nil)
    ] as [(String, String?)])
  func tellsTheEnvelopeOfPHP(text: String, sender: String?) {
    #expect(SettingsText.read("[mail function]\n" + text, of: .php).prediction.envelopeSender.value == sender)
  }

  @Test func tellsThatServersOfPHPCountOnWindowsAlone() {
    let settings = SettingsText.read("SMTP = smtp.example.org\nmail.add_x_header = On", of: .php)
    #expect(settings.remarks.map(\.place.position.line) == [1, 2])
    #expect(settings.prediction.transport.value == "sendmail")
  }
}
