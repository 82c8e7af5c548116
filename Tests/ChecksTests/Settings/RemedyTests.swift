import ApplicationSettings
import AuditModel
import Testing

@testable import Checks

/// What to do is told in the words of the application at hand.
@Suite struct RemedyTests {
  private static func remedies(_ check: CheckID, _ application: Application, _ text: String) -> [String] {
    let settings = SettingsExample(.fail, "", text, of: application).settings
    let outcome = Catalogue.settingsChecks.first { $0.description.id == check }?.outcome(settings)
    return outcome?.findings.compactMap(\.remedy) ?? []
  }

  @Test(
    arguments: [
      ("APP-FROM-DOMAIN", .django, "DEFAULT_FROM_EMAIL = 'a@localhost'", "Set DEFAULT_FROM_EMAIL in settings.py to"),
      ("APP-HELO", .mastodon, "SMTP_SERVER=a.example.net\nSMTP_DOMAIN=web01", "Set SMTP_DOMAIN in .env.production to"),
      (
        "APP-HELO", .discourse, "env:\n  DISCOURSE_SMTP_ADDRESS: a.example.net\n",
        "Set DISCOURSE_SMTP_DOMAIN in app.yml"
      ),
      (
        "APP-TLS-PORT", .laravel, "MAIL_MAILER=smtp\nMAIL_HOST=a.example.net\nMAIL_SCHEME=smtps\nMAIL_PORT=587",
        "MAIL_SCHEME = smtps"
      ),
      ("APP-TLS-PORT", .mediawiki, "<?php $wgSMTP = ['host' => 'a.example.net', 'port' => 465];", "ssl:// in front of"),
      (
        "APP-MESSAGE-ID", .gitea,
        "[server]\nROOT_URL = http://git/\n[mailer]\nENABLED = true\nSMTP_ADDR = a.example.net",
        "[server] ROOT_URL in app.ini"
      ),
      ("APP-MAIL-DISABLED", .grafana, "[smtp]\nenabled = false", "Switch mail on: [smtp] enabled in grafana.ini."),
      ("APP-HOST", .msmtp, "host user@example.org\n", "host in msmtprc"),
      (
        "APP-RELAY-TLS", .redmine,
        "production:\n  email_delivery:\n    delivery_method: smtp\n    smtp_settings:\n      address: a.example.net\n      enable_starttls_auto: false\n      user_name: a\n      password: b\n",
        "ssl: true"
      )
    ] as [(CheckID, Application, String, String)])
  func namesTheSetting(check: CheckID, application: Application, text: String, words: String) {
    let remedies = Self.remedies(check, application, text)
    #expect(remedies.contains { $0.contains(words) }, "\(remedies)")
  }

  /// Marks of words that belong to one application.
  private static let words: [(mark: String, owners: [Application])] = [
    ("$wg", [.mediawiki]), ("gitlab_rails", [.gitlab]), ("external_url", [.gitlab]), ("mailfrom", [.dokuwiki]),
    ("LocalSettings", [.mediawiki])
  ]

  @Test(arguments: Application.all)
  func noRemedyNamesAnother(application: Application) {
    let settings = SubmissionSettings.read(
      [SettingsFile(name: application.exampleFile, octets: [])], of: application)
    for check in Catalogue.settingsChecks {
      for remedy in check.outcome(settings).findings.compactMap(\.remedy) {
        for word in Self.words where !word.owners.contains(application) {
          #expect(!remedy.contains(word.mark), "\(check.description.id): \(remedy)")
        }
      }
    }
  }
}
