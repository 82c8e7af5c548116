import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appConfirmed = SettingsCheck(
    CheckDescription(
      id: "APP-CONFIRMED",
      area: .appConfig,
      title: "The application mails to addresses that their owners confirmed",
      severity: .medium,
      severityReason: "mail to addresses that others typed bounces, and is taken for spam",
      appliesWhen: "the application is MediaWiki, and mail is on",
      rule: """
        Fail when $wgEmailAuthentication is false: the wiki then mails to addresses that nobody confirmed. Unknown when it \
        is computed. No mail server asks for it, and none works better without.
        """,
      whyItMatters:
        "Anybody can enter the address of somebody else, and your server gets the bounces and the complaints.",
      remedy: "Take the line out, or set $wgEmailAuthentication = true; the mail server has nothing to do with it.",
      standards: ["Google, Email sender guidelines §Subscriptions"]
    ),
    examples: [
      SettingsExample(.pass, "the default", "<?php $wgSMTP = false;"),
      SettingsExample(.fail, "switched off", "<?php $wgEmailAuthentication = false;"),
      SettingsExample(.unknown, "computed", "<?php $wgEmailAuthentication = getenv('CONFIRM');"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;"),
      SettingsExample(.notApplicable, "GitLab", "external_url 'https://gitlab.example.org'", of: .gitlab)
    ],
    repair: { _, _ in [.confirmedAddresses] }
  ) { settings in
    if settings.application != .mediawiki { return .notApplicable("only MediaWiki has the setting") }
    if settings.transport.value == .disabled { return .notApplicable("mail is switched off") }
    guard let entry = settings.entries.last(where: { $0.name == "$wgEmailAuthentication" }) else { return .pass }
    let evidence = [Evidence(entry.place, excerpt: "\(entry.name) = \(entry.text)")]
    if entry.isComputed {
      return .unknown("Whether addresses are confirmed cannot be told from the settings.", evidence: evidence)
    }
    guard ["false", "0", "null", "\"\""].contains(entry.text) else { return .pass }
    return .fail("The wiki mails to addresses that nobody confirmed.", evidence: evidence)
  }
}
