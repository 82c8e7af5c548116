import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appHELO = SettingsCheck(
    CheckDescription(
      id: "APP-HELO",
      area: .appConfig,
      title: "The application greets with a name that others can look up",
      severity: .medium,
      severityReason: "strict servers refuse the greeting, and filters count it",
      appliesWhen: "the application sends by SMTP to another machine",
      rule: """
        Fail when the name in EHLO, set or by default, is empty, has no dot, or ends in localhost, .local or another name \
        of the inside. Unknown when it is computed, or when the application takes the address of the web server.
        """,
      whyItMatters:
        "Servers answer 450 or 501 \"Helo command rejected\", and the name stays in Received of each message.",
      remedy: """
        Set the public name of the machine: localhost in $wgSMTP (PEAR Mail reads it in every version), localdomain of \
        DokuWiki, smtp_domain of GitLab.
        """,
      standards: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      SettingsExample(
        .pass, "a public name", "<?php $wgSMTP = ['host' => 'a.example', 'localhost' => 'wiki.example.org'];"),
      SettingsExample(.fail, "the default", "<?php $wgSMTP = ['host' => 'mail.example.org'];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['host' => 'a.example', 'localhost' => gethostname()];"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => '127.0.0.1'];")
    ],
    repair: { settings, hints in hints.hostName(for: settings).map { [.greetingName($0)] } ?? [] }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    if settings.isLocalServer == true { return .notApplicable("the server is the machine itself") }
    let greeting = settings.prediction.greetingName
    guard let name = greeting.value else { return greeting.unknown("name in EHLO") }
    guard let fault = InnerName.fault(name) else { return .pass }
    let subject = name.isEmpty ? "The name in EHLO" : "The name in EHLO, \(name),"
    return .fail("\(subject) \(fault).", evidence: [greeting.evidence])
  }
}
