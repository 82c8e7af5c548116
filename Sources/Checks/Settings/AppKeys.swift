import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appKeys = SettingsCheck(
    CheckDescription(
      id: "APP-KEYS",
      area: .appConfig,
      title: "Each setting does what its name promises",
      severity: .medium,
      severityReason: "what it was meant to switch on is off",
      appliesWhen: "settings of an application are read",
      rule: """
        Fail for a setting that nothing reads, and for a statement that keeps mail from leaving, such as one that hides the \
        packages that send. Info when SMTP is on and neither server nor port is set, so that mail goes to \
        the machine itself. Unknown when the settings are computed as a whole.
        """,
      whyItMatters: "The owner believes that TLS or a login is required, and it never was.",
      remedy: "Take the line out, and set what the application reads.",
      standards: ["RFC 8314 §3.3"]
    ),
    examples: [
      SettingsExample(
        .pass, "settings that are read",
        "gitlab_rails['smtp_enable'] = true\ngitlab_rails['smtp_address'] = 'a.example'",
        of: .gitlab),
      SettingsExample(
        .fail, "a key without effect", "gitlab_rails['smtp_enable'] = true\ngitlab_rails['smtp_force_ssl'] = true",
        of: .gitlab),
      SettingsExample(.fail, "packages that are hidden", "<?php set_include_path('/usr/share/php');"),
      SettingsExample(.info, "neither server nor port", "gitlab_rails['smtp_enable'] = true", of: .gitlab),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = settings();")
    ],
    repair: { settings, _ in settings.idle.compactMap(\.setting.place).map { .removal($0) } }
  ) { settings in
    if settings.usedTransport == nil { return settings.prediction.transport.unknown("way that mail is handed over") }
    var findings = settings.idle.map { idle in
      Finding(
        .fail, "\(idle.setting.name) does nothing: \(idle.reason).",
        evidence: [idle.setting.evidence(idle.setting.value ?? "")],
        remedy: idle.remedy)
    }
    findings += settings.hindrances.map { hindrance in
      Finding(
        .fail, "\(hindrance.effect).",
        evidence: [Evidence(source: hindrance.place.description, excerpt: hindrance.text)], remedy: hindrance.remedy)
    }
    if settings.usesSMTP == true, settings.host.isAbsent, settings.port.isAbsent {
      findings.append(
        Finding(
          .info, "Neither server nor port is set: mail goes to \(settings.prediction.server?.value ?? "localhost").",
          evidence: [settings.host.evidence("")],
          remedy: "Set \(settings.host.name), or run a mail server on the machine."))
    }
    return .findings(findings)
  }
}
