import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appSecrets = SettingsCheck(
    CheckDescription(
      id: "APP-SECRETS",
      area: .appConfig,
      title: "The password stays with those who need it",
      severity: .high,
      severityReason: "the dialogue with the server holds the password, and visitors see it",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when the dialogue with the server is shown to visitors. Warn when it is shown to others, or when the password \
        holds a quote, a backslash or #{ and the application copies it into files of its own. Info when the user name is an \
        access key of Amazon, which examples have published. Unknown when debug is computed. The password is never shown.
        """,
      whyItMatters: "Base64 hides nothing: who copies the dialogue of a login can send mail in your name.",
      remedy: "Switch debug off when the trial is over, and change the password if others have seen the output.",
      standards: ["RFC 4954 §9", "RFC 4954 §4"],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      SettingsExample(.pass, "no debug", "<?php $wgSMTP = ['host' => 'mail.example.org', 'password' => 'x'];"),
      SettingsExample(.fail, "debug on a page", "<?php $wgSMTP = ['host' => 'mail.example.org', 'debug' => true];"),
      SettingsExample(
        .warn, "debug for administrators", "<?php $conf['plugin']['smtp'] = ['smtp_host' => 'a', 'debug' => 1];",
        of: .dokuwiki),
      SettingsExample(
        .warn, "a quote in the password",
        "gitlab_rails['smtp_enable'] = true\ngitlab_rails['smtp_password'] = \"pa'ss\"", of: .gitlab),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['debug' => getenv('DEBUG')];"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ],
    repair: { settings, _ in settings.debug.value == true ? [.noDebug] : [] }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    return .findings([debug(settings), delimiter(settings), accessKey(settings)].compactMap(\.self))
  }

  private static func debug(_ settings: SubmissionSettings) -> Finding? {
    if settings.debug.isUnknown {
      return Finding(
        .unknown, "Whether debug is on is computed: \(settings.debug.name).",
        evidence: [settings.debug.evidence("computed")])
    }
    guard settings.debug.value == true else { return nil }
    let evidence = [settings.debug.evidence("true")]
    switch settings.application.habits.dialogueReaders {
    case .visitors:
      return Finding(
        .fail, "debug writes the dialogue with the server, password included, into the page of each visitor.",
        evidence: evidence, remedy: "Set \(settings.debug.name) to false, and change the password.")
    case .operators:
      return Finding(
        .warn, "debug shows the dialogue with the server, password included.", evidence: evidence,
        remedy: "Set \(settings.debug.name) to 0 when the trial is over.")
    }
  }

  private static func delimiter(_ settings: SubmissionSettings) -> Finding? {
    guard settings.application.habits.copiesPassword, settings.secret.value?.hasDelimiter == true else { return nil }
    return Finding(
      .warn, "The password holds a quote, a backslash or #{, which breaks the files that are made of the settings.",
      evidence: [settings.secret.evidence("[redacted]")],
      remedy: "Have the provider make a password of letters and digits.")
  }

  /// Twenty characters that begin with AKIA, as Amazon makes them.
  private static func accessKey(_ settings: SubmissionSettings) -> Finding? {
    guard let name = settings.userName.value, name.hasPrefix("AKIA"), name.utf8.count == 20,
      settings.secret.value?.isEmpty == false
    else { return nil }
    return Finding(
      .info, "The file holds an access key of Amazon with its secret; keys like that were pasted into public pages.",
      evidence: [settings.userName.evidence("AKIA[redacted]")],
      remedy: "Make a new key, and delete this one, if the file was ever shown to others.")
  }
}
