import ApplicationSettings
import AuditModel
import Providers

extension SettingsCheck {
  static let appNotifyVolume = SettingsCheck(
    CheckDescription(
      id: "APP-NOTIFY-VOLUME",
      area: .appConfig,
      title: "Notifications stay within what the provider permits",
      severity: .medium,
      severityReason: "the provider blocks the mailbox for a day, and all mail with it",
      appliesWhen: "users are told by mail of changes, and the server is one of a known provider",
      rule: """
        Warn when users are told of changes and the provider permits a thousand messages or recipients a day or fewer; info \
        for more, and for limits that are only remembered. Unknown when the setting is computed.
        """,
      whyItMatters: "One change on a page with many watchers sends a mail to each of them.",
      remedy: "Use a service for the mail of applications, or tell users by a digest.",
      standards: [
        "M3AAWG, Sender Best Common Practices v4.0 §Subscription", "RFC 5321 §4.5.3.1"
      ],
      profiles: [.advised(.preLaunch)]
    ),
    remedy: { $0.notificationRemedy },
    examples: [
      SettingsExample(
        .pass, "no limit is known",
        "<?php $wgSMTP = ['host' => 'mail.gandi.net']; $wgEnotifWatchlist = true;"),
      SettingsExample(
        .warn, "a mailbox of Gmail", "<?php $wgSMTP = ['host' => 'smtp.gmail.com']; $wgEnotifWatchlist = true;"),
      SettingsExample(
        .unknown, "computed", "<?php $wgSMTP = ['host' => 'smtp.gmail.com']; $wgEnotifWatchlist = getenv('N');"),
      SettingsExample(.notApplicable, "no notifications", "<?php $wgSMTP = ['host' => 'smtp.gmail.com'];")
    ]
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    let setting = settings.notifiesWatchers
    if setting.isUnknown {
      return .unknown(
        "Whether users are told of changes is computed: \(setting.name).", evidence: [setting.evidence("computed")])
    }
    guard setting.value == true else { return .notApplicable("users are not told of changes") }
    guard let provider = settings.service?.provider else { return .notApplicable("the provider is not known") }
    let daily = provider.limits.filter { $0.period == "day" && ["messages", "recipients"].contains($0.unit) }
    // Of several the lowest counts, and one with a source before those that are only remembered.
    let firm = daily.filter(\.basis.allowsFailure)
    guard let limit = (firm.isEmpty ? daily : firm).min(by: { $0.value < $1.value }) else { return .pass }
    let verdict: Verdict = limit.value <= DailyLimit.tight && limit.basis.allowsFailure ? .warn : .info
    return .findings([
      Finding(
        verdict, "\(provider.shortName) permits \(limit.words), and each change is mailed.",
        evidence: [setting.evidence("true"), Evidence(source: limit.basis.evidence, excerpt: limit.words)])
    ])
  }
}

/// Limits of a day.
private enum DailyLimit {
  /// A site with a few dozen watchers and changes reaches it.
  static let tight = 1_000
}
