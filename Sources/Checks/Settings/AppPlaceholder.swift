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
        Fail when server, user name, password, EHLO name, From or Reply-To can only be the word of an example, such as \
        <your-host>, or when the server has a name of documentation (RFC 2606). Info for domains and words that examples use \
        elsewhere. Unknown when the transport is computed.
        """,
      whyItMatters: "Who pastes an example and forgets a part gets errors that tell of something else.",
      remedy: "Write the value of your provider there; mailaudit providers NAME shows it.",
      standards: ["RFC 6409 §3.1", "RFC 2606 §3"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      SettingsExample(.pass, "a real server", "<?php $wgSMTP = ['host' => 'ssl://smtp.fastmail.com'];"),
      SettingsExample(.fail, "a placeholder", "<?php $wgSMTP = ['host' => '<your-host>'];"),
      SettingsExample(.fail, "a server of documentation", "<?php $wgSMTP = ['host' => 'smtp.example.com'];"),
      SettingsExample(
        .info, "a domain of documentation",
        "<?php $wgSMTP = ['host' => 'smtp.fastmail.com']; $wgPasswordSender = 'wiki@example.com';"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = settings();"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ]
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    var findings = [
      settings.host.leftOver(Placeholder.isHostPlaceholder), settings.userName.leftOver(Placeholder.isUserPlaceholder),
      settings.greetingName.leftOver(Placeholder.isGreetingPlaceholder),
      settings.from.leftOver(Placeholder.isAddressPlaceholder),
      settings.replyTo.leftOver(Placeholder.isAddressPlaceholder), computed(settings)
    ].compactMap(\.self)
    if settings.secret.value?.isPlaceholder == true {
      findings.append(
        Finding(.fail, "The password is a word of an example.", evidence: [settings.secret.evidence("[redacted]")]))
    }
    if let host = settings.host.value, Placeholder.isReserved(host) {
      findings.append(
        Finding(
          .fail, "The server, \(host), has a name of documentation, which no server has.",
          evidence: [settings.host.evidence(host)]))
    }
    return .findings(findings + examples(settings))
  }

  /// `true/false`, pasted as it stood.
  private static func computed(_ settings: SubmissionSettings) -> Finding? {
    guard case .computed(let text) = settings.authenticates.content, Placeholder.isPlaceholder(text) else { return nil }
    return Finding(
      .fail, "\(settings.authenticates.name) holds a word of an example.",
      evidence: [settings.authenticates.evidence(text)])
  }

  /// Domains and words that may be meant.
  private static func examples(_ settings: SubmissionSettings) -> [Finding] {
    let named = [settings.userName, settings.greetingName, settings.from, settings.replyTo].filter { setting in
      guard let text = setting.value, !Placeholder.isAddressPlaceholder(text) else { return false }
      return Placeholder.isDomainOfExample(SenderText.domain(text) ?? text)
    }
    guard !named.isEmpty else { return [] }
    return [
      Finding(
        .info, "\(named.map(\.name).joined(separator: ", ")): a domain or word that examples use.",
        evidence: named.map { $0.evidence($0.value ?? "") })
    ]
  }
}

extension Setting<String> {
  /// The finding for a value that can only be a placeholder; what is computed may hold a bare word of one.
  fileprivate func leftOver(_ isPlaceholder: (String) -> Bool) -> Finding? {
    let text: String
    switch content {
    case .read(let value): text = value
    case .computed(let value): text = value
    case .malformed, .absent: return nil
    }
    let isBareWord = isUnknown && ["user", "username", "password", "host"].contains(text)
    guard isBareWord || isPlaceholder(text) && (!isUnknown || Placeholder.isPlaceholder(text)) else { return nil }
    return Finding(.fail, "\(name) holds a word of an example.", evidence: [evidence(text)])
  }
}
