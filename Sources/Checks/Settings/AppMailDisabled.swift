import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appMailDisabled = SettingsCheck(
    CheckDescription(
      id: "APP-MAIL-DISABLED",
      area: .appConfig,
      title: "The application sends mail at all",
      severity: .high,
      severityReason: "nobody gets a mail, not even one that sets a password",
      appliesWhen: "settings of an application are read",
      rule: """
        Fail when a setting switches all mail off: nothing else in the settings matters then. Unknown when the way that mail \
        is handed over is computed.
        """,
      whyItMatters: "No error is shown and no log tells of it; users wait for mail that is never made.",
      remedy: "Take the line out, or switch mail on there.",
      standards: ["RFC 6409 §3.1"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.transportRemedy },
    examples: [
      SettingsExample(.pass, "SMTP", "<?php $wgSMTP = ['host' => 'mail.example.org'];"),
      SettingsExample(.fail, "switched off", "gitlab_rails['gitlab_email_enabled'] = false", of: .gitlab),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = settings();")
    ]
  ) { settings in
    guard let transport = settings.usedTransport else {
      return settings.prediction.transport.unknown("way that mail is handed over")
    }
    guard transport == .disabled else { return .pass }
    return .fail("All mail is switched off.", evidence: [settings.prediction.transport.evidence])
  }
}
