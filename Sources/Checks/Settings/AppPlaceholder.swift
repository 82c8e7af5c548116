import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appPlaceholder = SettingsCheck(
    CheckDescription(
      id: "APP-PLACEHOLDER",
      area: .appConfig,
      title: "No word of an example is left in the settings",
      severity: .high,
      severityReason: "the application sends the word itself, and nothing works",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when server, user name, password, EHLO name or sender is a placeholder such as <your-host>, or when the server \
        is empty or a bare scheme such as ssl://. Unknown when the transport is computed.
        """,
      whyItMatters:
        "Published examples lost their host names; who pastes them gets errors that tell of something else.",
      remedy: "Write the value of your provider there; mailaudit providers NAME shows it.",
      standards: ["RFC 6409 §3.1"]
    ),
    examples: [
      SettingsExample(.pass, "a real server", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org'];"),
      SettingsExample(.fail, "a bare scheme", "<?php $wgSMTP = ['host' => 'ssl://'];"),
      SettingsExample(.fail, "a placeholder", "<?php $wgSMTP = ['host' => '<your-host>'];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = settings();"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ]
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    var findings = [settings.host, settings.userName, settings.greetingName, settings.from].compactMap(placeholder)
    if settings.secret.value?.isPlaceholder == true {
      findings.append(
        Finding(.fail, "The password is a word of an example.", evidence: [settings.secret.evidence("[redacted]")]))
    }
    if settings.host.value == "" {
      let text = settings.scheme.map { "\($0)://" } ?? "an empty text"
      let likely = settings.likelyServer
      findings.append(
        Finding(
          .fail, "The settings name no server\(likely.map { "; by the user name it is \($0.provider)" } ?? "").",
          evidence: [settings.host.evidence(text)], remedy: likely?.setting))
    }
    return .findings(findings)
  }

  private static func placeholder(_ setting: Setting<String>) -> Finding? {
    let text: String
    switch setting.content {
    case .read(let value), .computed(let value): text = value
    case .malformed, .absent: return nil
    }
    guard Placeholder.isPlaceholder(text) else { return nil }
    return Finding(.fail, "\(setting.name) holds a word of an example.", evidence: [setting.evidence(text)])
  }
}
