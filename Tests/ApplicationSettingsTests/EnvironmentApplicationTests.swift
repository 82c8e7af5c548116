import ApplicationSettings
import Testing

/// Applications whose settings stand in their environment.
@Suite struct EnvironmentApplicationTests {
  @Test(
    arguments: [
      ("MAIL_PORT=465", "implicit-tls"), ("MAIL_PORT=587", "starttls-opportunistic"),
      ("MAIL_SCHEME=smtps\nMAIL_PORT=2465", "implicit-tls"), ("MAIL_SCHEME=smtp\nMAIL_PORT=465", "implicit-tls"),
      ("MAIL_SCHEME=tls", nil), ("MAIL_ENCRYPTION=ssl\nMAIL_PORT=465", "implicit-tls"),
      ("MAIL_SCHEME=null", "starttls-opportunistic"),
      ("MAIL_PORT=${P}", nil)
    ] as [(String, String?)])
  func tellsTheSecurityOfLaravel(text: String, security: String?) {
    #expect(SettingsText.read("MAIL_MAILER=smtp\n" + text, of: .laravel).prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("MAIL_MAILER=log", "disabled"), ("MAIL_MAILER=postmark", "service"), ("MAIL_MAILER=failover", nil), ("", nil),
      ("MAIL_DRIVER=smtp", "smtp"), ("MAIL_MAILER=sendmail", "sendmail")
    ] as [(String, String?)])
  func tellsTheTransportOfLaravel(text: String, transport: String?) {
    #expect(SettingsText.read(text, of: .laravel).prediction.transport.value == transport)
  }

  @Test(arguments: [
    ("APP_URL=https://shop.example.org", "shop.example.org"), ("", "localhost"),
    ("APP_URL=http://192.0.2.1", "[192.0.2.1]"),
    ("MAIL_EHLO_DOMAIN=web.example.org\nAPP_URL=http://a", "web.example.org")
  ])
  func tellsTheGreetingOfLaravel(text: String, name: String) {
    #expect(SettingsText.read("MAIL_MAILER=smtp\n" + text, of: .laravel).prediction.greetingName.value == name)
  }

  @Test func readsAURLAndHidesItsPassword() {
    let settings = SettingsText.read(
      "MAIL_MAILER=smtp\nMAIL_URL=\"smtp://me%40example.org:ge%3Aheim@smtp.example.org:465/?x=1\"", of: .laravel)
    #expect(settings.prediction.server?.value == "smtp.example.org:465")
    #expect(settings.prediction.login?.value == "login as me@example.org")
    #expect(settings.secret.value != nil)
    #expect(!"\(settings) \(settings.prediction)".contains("heim"))
    #expect(settings.entries.last?.text == "\"smtp://me%40example.org:[redacted]@smtp.example.org:465/?x=1\"")
  }

  @Test(arguments: [
    ("SMTP_TLS=true", "implicit-tls"), ("SMTP_SSL=true", "implicit-tls"), ("SMTP_TLS=false", "starttls-opportunistic"),
    ("SMTP_ENABLE_STARTTLS=always", "starttls"), ("SMTP_ENABLE_STARTTLS=never", "none"),
    ("SMTP_ENABLE_STARTTLS=auto", "starttls-opportunistic"), ("SMTP_ENABLE_STARTTLS_AUTO=false", "none"),
    ("SMTP_ENABLE_STARTTLS_AUTO=true", "starttls-opportunistic")
  ])
  func tellsTheSecurityOfMastodon(text: String, security: String) {
    #expect(SettingsText.read(text, of: .mastodon).prediction.security?.value == security)
  }

  @Test func warnsOfBothModesOfMastodon() {
    #expect(SettingsText.read("SMTP_TLS=true", of: .mastodon).remarks.count == 1)
    #expect(SettingsText.read("SMTP_TLS=true\nSMTP_ENABLE_STARTTLS=never", of: .mastodon).remarks.isEmpty)
  }

  @Test(arguments: [
    "config.action_mailer.smtp_settings = { address: 'a.example', port: 465, ssl: true }",
    "config.action_mailer.smtp_settings[:address] = 'a.example'\nconfig.action_mailer.smtp_settings[:port] = 465\n"
      + "config.action_mailer.smtp_settings[:tls] = true",
    "ActionMailer::Base.smtp_settings = { :address => \"a.example\", :port => \"465\", :tls => true }"
  ])
  func readsWaysToWriteSettingsOfRails(text: String) {
    let settings = SettingsText.read("Rails.application.configure do\n\(text)\nend", of: .rails)
    #expect(settings.prediction.server?.value == "a.example:465")
    #expect(settings.prediction.security?.value == "implicit-tls")
  }

  @Test func readsTheUsualNamesOfRails() {
    let settings = SubmissionSettings.read(
      [
        SettingsFile(
          name: ".env",
          octets: Array("SMTP_ADDRESS=a.example\nSMTP_PORT=587\nSMTP_ENABLE_STARTTLS_AUTO=false\nSMTP_USERNAME=me".utf8)
        )
      ], of: .rails)
    #expect(settings.prediction.server?.value == "a.example:587")
    #expect(settings.prediction.security?.value == "none")
    #expect(settings.prediction.login?.value == "login as me")
  }

  @Test(arguments: [
    ("config.action_mailer.perform_deliveries = false", "disabled"),
    ("config.action_mailer.delivery_method = :test", "disabled"),
    ("config.action_mailer.delivery_method = :postmark", "service"), ("", "smtp")
  ])
  func tellsTheTransportOfRails(text: String, transport: String) {
    #expect(SettingsText.read("# action_mailer\n" + text, of: .rails).prediction.transport.value == transport)
  }

  @Test(
    arguments: [
      ("smtp://a.example:25", "smtp", "a.example:25", "starttls-opportunistic"),
      ("smtp://a.example", "smtp", "a.example:465", "implicit-tls"),
      ("smtp://localhost", "smtp", "localhost:25", "starttls-opportunistic"),
      ("smtps://a.example:2465", "smtp", "a.example:2465", "implicit-tls"),
      ("smtp://a.example:587?auto_tls=false", "smtp", "a.example:587", "none"),
      ("smtp://a.example:587?require_tls=1", "smtp", "a.example:587", "starttls"),
      ("null://null", "disabled", nil, nil),
      ("sendmail://default", "sendmail", nil, nil), ("mailgun+api://a:b@default", "service", nil, nil),
      ("gmail+smtp://a:b@default", nil, nil, nil), ("failover(smtp://a smtp://b)", nil, nil, nil)
    ] as [(String, String?, String?, String?)])
  func readsTheAddressOfSymfony(text: String, transport: String?, server: String?, security: String?) {
    let prediction = SettingsText.read("MAILER_DSN=\"\(text)\"", of: .symfony).prediction
    #expect(prediction.transport.value == transport)
    #expect(prediction.server?.value == server)
    #expect(prediction.security?.value == security)
  }

  @Test func aComputedURLHidesItsPassword() {
    for (name, application) in [("MAILER_DSN", Application.symfony), ("MAIL_URL", .laravel)] {
      let settings = SettingsText.read("\(name)=\"smtp://a:geheim@${H}\"", of: application)
      #expect(settings.entries.first?.isComputed == true)
      #expect(!"\(settings) \(settings.prediction)".contains("geheim"))
    }
  }
}
