import ApplicationSettings
import Syntax
import Testing

@Suite struct YAMLSettingsTests {
  private func alertmanager(_ global: String, _ rest: String = "") -> SubmissionSettings {
    SettingsText.read("global: {smtp_smarthost: 'a.example.org:587', \(global)}\n" + rest, of: .alertmanager)
  }

  @Test(
    arguments: [
      ("", "starttls"), ("smtp_require_tls: false", "none"), ("smtp_smarthost: 'a:465'", "implicit-tls"),
      ("smtp_smarthost: 'a:465', smtp_force_implicit_tls: false", "starttls"),
      ("smtp_force_implicit_tls: true, smtp_require_tls: false", "implicit-tls"),
      ("smtp_smarthost: '${A}'", nil), ("smtp_require_tls: maybe", "starttls")
    ] as [(String, String?)])
  func tellsTheSecurityOfAlertmanager(global: String, security: String?) {
    #expect(alertmanager(global).prediction.security?.value == security)
  }

  @Test(arguments: [
    ("smtp_smarthost: a", SettingValue<String>.malformed("it needs a port: mail.example.org:587")),
    ("smtp_smarthost: '[2001:db8::1]:25'", .read("[2001:db8::1]")),
    ("smtp_smarthost: 2001:db8::1", .malformed("it needs a port: mail.example.org:587"))
  ])
  func readsASmarthost(global: String, host: SettingValue<String>) {
    #expect(alertmanager(global).host.content == host)
  }

  @Test func theOnlyReceiverGoesBeforeGlobal() {
    let settings = alertmanager(
      "smtp_hello: a.example, smtp_from: a@example.org, smtp_tls_config: {insecure_skip_verify: true}",
      "receivers: [{name: x, email_configs: [{to: b@example.org, hello: b.example, from: '', tls_config: {}}]}]")
    #expect(settings.greetingName.value == "b.example")
    #expect(settings.from.value == "a@example.org")
    #expect(settings.prediction.verification?.value == "full")
    #expect(settings.remarks.isEmpty)
  }

  @Test func filesAreNoPasswords() {
    #expect(alertmanager("smtp_auth_password_file: /run/x").secret.content == .computed("read from the file /run/x"))
  }

  @Test(
    arguments: [
      ("tls: true", "implicit-tls"), ("ssl: true, enable_starttls_auto: true", "implicit-tls"),
      ("enable_starttls: always", "starttls"), ("enable_starttls: auto", "starttls-opportunistic"),
      ("enable_starttls: true, enable_starttls_auto: false", "starttls"),
      ("enable_starttls_auto: false", "none"), ("enable_starttls: false", "none"), ("", "starttls-opportunistic"),
      ("ssl: false", "starttls-opportunistic"), ("ssl: false, enable_starttls_auto: false", nil),
      ("tls: false, enable_starttls_auto: false", "none"), ("enable_starttls: false, enable_starttls_auto: true", nil)
    ] as [(String, String?)])
  func tellsWhatTheGemMailDoes(smtp: String, security: String?) {
    let settings = SettingsText.read(
      "production: {email_delivery: {smtp_settings: {address: a, \(smtp)}}}", of: .redmine)
    #expect(settings.prediction.security?.value == security, "\(settings.security)")
  }

  @Test(arguments: [
    ("default:\n  email_delivery: \n    delivery_method: :sendmail", "sendmail"),
    ("default:\n  email_delivery:", "disabled"),
    ("default:\n  email_delivery: {}\nproduction:\n  email_delivery:", "disabled"),
    ("production:\n  delivery_method: :smtp\n  smtp_settings: {address: a}", "smtp"),
    ("default:\n  email_delivery: \n    delivery_method: :async_smtp", "smtp"), ("production: {}", "disabled")
  ])
  func tellsTheTransportOfRedmine(text: String, transport: String) {
    let settings = SettingsText.read(text, of: .redmine)
    #expect(settings.prediction.transport.value == transport)
    #expect(settings.remarks.isEmpty == !text.contains("async"))
  }

  @Test(arguments: [
    ("starttls_auto: true", "starttls-opportunistic", 0), ("tls: true", "implicit-tls", 0), ("tls: ''", "none", 0),
    ("tls: true, starttls_auto: true", "implicit-tls", 1)
  ])
  func tellsTheSecurityOfTheChart(smtp: String, security: String, remarks: Int) {
    let settings = SettingsText.read("global: {smtp: {enabled: true, \(smtp)}}", of: .gitlabChart)
    #expect(settings.prediction.security?.value == security)
    #expect(settings.prediction.server?.value == "smtp.mailgun.org:2525")
    #expect(settings.remarks.count == remarks)
  }

  @Test(arguments: [
    ("a: &a [*a, *a]\nglobal: *a", "values within values without end"), ("global: [1\nb: 2", "a list in brackets"),
    ("global:\n  smtp_hello: a\n  smtp_hello: b", "smtp_hello stands here a second time"),
    ("- a", "the file does not begin")
  ])
  func saysWhatIsBroken(text: String, fault: String) {
    let settings = SettingsText.read(text, of: .alertmanager)
    #expect(settings.faults.contains { $0.message.hasPrefix(fault) }, "\(settings.faults)")
  }

  @Test func readsWhatStandsBeforeAFault() {
    let settings = SettingsText.read(
      "global:\n  smtp_smarthost: a:25\n  smtp_from: x@example.org\n smtp_hello: b\n", of: .alertmanager)
    #expect(settings.host.value == "a")
    #expect(settings.from.value == "x@example.org")
    #expect(settings.faults.map(\.place.position.line) == [4])
  }

  @Test func anAliasBombCostsNothing() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<24 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a23\n: 1\nglobal: *a23\n"
    let time = ContinuousClock().measure { _ = SettingsText.read(text, of: .alertmanager).prediction }
    #expect(time < .seconds(2))
  }

  @Test func aTextOverSeveralLinesIsNotShown() {
    let settings = SettingsText.read(
      "global:\n  smtp_hello: \"a\n  smtp_auth_password: geheim\n  smtp_from: b\"\n", of: .alertmanager)
    #expect(settings.greetingName.isUnknown)
    #expect(!"\(settings)".contains("geheim"))
  }

  @Test(arguments: [
    ("app.yml", "env:\n  DISCOURSE_HOSTNAME: a\n", Application?.some(.discourse)), ("app.yml", "x: y\n", nil),
    ("values.yaml", "global: {hosts: {}}\n", nil), ("values.yaml", "gitlab:\n  sidekiq: {}\n", .gitlabChart),
    ("configuration.yml", "log: info\n", nil), ("alertmanager.yml", "", .alertmanager)
  ])
  func aCommonNameNeedsAMark(name: String, text: String, application: Application?) {
    #expect(Application.recognised(SettingsFile(name: name, octets: Array(text.utf8))) == application)
  }

  @Test(arguments: [
    Application.alertmanager, .redmine, .discourse, .keycloak, .zammad, .gitlabChart, .nextcloud, .moodle, .laravel,
    .mastodon,
    .gitea, .forgejo, .grafana, .django, .msmtp, .ssmtp, .mediawiki, .dokuwiki, .gitlab
  ])
  func findsThePasswordAgain(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let isName = application == .gitlabChart
    #expect(fixture.settings.password(in: fixture.files) == (isName ? nil : try fixture.cell("secret")))
  }
}
