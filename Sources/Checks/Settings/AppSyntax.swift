import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appSyntax = SettingsCheck(
    CheckDescription(
      id: "APP-SYNTAX",
      area: .appConfig,
      title: "The file of settings can be read",
      severity: .high,
      severityReason: "the application does not start, or runs with settings that nobody meant",
      appliesWhen: "a file of settings is read",
      rule: """
        Fail for what breaks the syntax, with its place: a value that is missing, a text or a comment without its end. Info \
        for a list without its end, as it is when a part of a file was pasted; what stands in it is read.
        """,
      whyItMatters: "One sign that is missing takes the whole site down, or hides all settings behind it.",
      remedy: "Correct the line, or a line above it; php -l FILE and ruby -c FILE tell when the syntax is right.",
      standards: ["RFC 6409 §3.1"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.syntaxRemedy },
    examples: [
      SettingsExample(.pass, "a list with its end", "<?php $wgSMTP = ['host' => 'mail.example.org'];"),
      SettingsExample(.fail, "a value is missing", "<?php $wgSMTP = ['username' =>\n'password' => 'x'];"),
      SettingsExample(.fail, "a quote is missing", "<?php $wgPasswordSender = 'wiki@example.org;"),
      SettingsExample(.info, "cut off", "<?php $wgSMTP = ['host' => 'mail.example.org',")
    ],
    repair: { settings, _ in settings.faults.map { .quoting($0.place) } }
  ) { settings in
    .findings(
      settings.faults.prefix(SettingsFaults.shown).map { fault in
        let evidence = [Evidence(fault.place, excerpt: fault.message)]
        return fault.isCutOff
          ? Finding(.info, "The file ends within a list.", evidence: evidence, remedy: "Close the list.")
          : Finding(.fail, "The file breaks its syntax: \(fault.message).", evidence: evidence)
      })
  }
}

/// Faults that are shown of a file.
private enum SettingsFaults {
  /// What follows the first ones is mostly an echo of them.
  static let shown = 5
}
