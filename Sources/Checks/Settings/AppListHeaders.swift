import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appListHeaders = SettingsCheck(
    CheckDescription(
      id: "APP-LIST-HEADERS",
      area: .appConfig,
      title: "Notifications can be unsubscribed by one click",
      severity: .low,
      severityReason: "users complain of spam instead",
      appliesWhen: "users are told by mail of changes",
      rule: """
        Warn when notifications are on and the application is known to point List-Unsubscribe to a page that asks for a \
        login. Unknown when the setting is computed. A message itself tells more: mailaudit message.
        """,
      whyItMatters: "Receivers show their own button for it only where List-Unsubscribe-Post is there.",
      remedy: "Have the relay add List-Unsubscribe and List-Unsubscribe-Post, or an extension of the application.",
      standards: ["RFC 8058 §3.1", "RFC 2369 §3.2"],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      SettingsExample(.pass, "nothing is known against it", "external_url 'https://gitlab.example.org'", of: .gitlab),
      SettingsExample(.warn, "the preferences", "<?php $wgEnotifWatchlist = true;"),
      SettingsExample(.unknown, "computed", "<?php $wgEnotifWatchlist = getenv('N');"),
      SettingsExample(.notApplicable, "no notifications", "<?php $wgEnotifWatchlist = false;")
    ]
  ) { settings in
    if settings.transport.value == .disabled { return .notApplicable("mail is switched off") }
    guard let lack = settings.application.habits.unsubscription else { return .pass }
    let setting = settings.notifiesWatchers
    if setting.isUnknown {
      return .unknown(
        "Whether users are told of changes is computed: \(setting.name).", evidence: [setting.evidence("computed")])
    }
    guard setting.value == true else { return .notApplicable("users are not told of changes") }
    return .warn("\(lack).", evidence: [setting.evidence("true")])
  }
}
