import ApplicationSettings
import AuditModel
import Providers

extension SettingsCheck {
  static let appRelay = SettingsCheck(
    CheckDescription(
      id: "APP-RELAY",
      area: .appConfig,
      title: "The relay knows the application by a login",
      severity: .medium,
      severityReason: "the relay works from one network alone, until the machine moves",
      appliesWhen: "the application sends by SMTP to another machine",
      rule: """
        Fail when nobody logs in and the server belongs to a provider of Internet access: it relays for its own addresses \
        alone. Info when nobody logs in on port 25 at a server that is not known. A provider that is known to take mail \
        without a login passes. Unknown when the login is computed.
        """,
      whyItMatters: "From any other network the server answers 550 or 554 \"Relay access denied\".",
      remedy: "Use the submission server of the provider with a login, on port 465 or 587.",
      standards: ["RFC 6409 §4.3", "RFC 4954 §4"]
    ),
    remedy: { $0.submissionRemedy },
    examples: [
      SettingsExample(.pass, "a login", "<?php $wgSMTP = ['host' => 'mail.example.org', 'auth' => true];"),
      SettingsExample(
        .pass, "a relay by address", "<?php $wgSMTP = ['host' => 'smtp-relay.gmail.com', 'port' => 587];"),
      SettingsExample(
        .fail, "an access provider", "<?php $wgSMTP = ['host' => 'mail.bellsouth.net', 'auth' => false];"),
      SettingsExample(
        .info, "a server that is not known", "<?php $wgSMTP = ['host' => 'mail.example.org', 'port' => 25];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['host' => 'a.example', 'auth' => getenv('AUTH')];"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => 'localhost'];")
    ]
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    guard let isLocal = settings.isLocalServer else { return settings.prediction.server?.unknown("server") ?? .pass }
    if isLocal { return .notApplicable("the server is the machine itself") }
    if settings.authenticates.isUnknown { return settings.prediction.login?.unknown("login") ?? .pass }
    guard settings.authenticates.value != true, let host = settings.host.value, !host.isEmpty else { return .pass }
    let login = settings.authenticates
    let evidence = [settings.host.evidence(host), login.evidence(login.value.map { String($0) } ?? "")]
    if let provider = settings.accessProvider {
      return .fail(
        "Nobody logs in, and \(provider.shortName) relays without a login for addresses of its own network alone.",
        evidence: evidence)
    }
    guard settings.service == nil, settings.predictedPort.value == "25" else { return .pass }
    return .info("Nobody logs in: the relay has to know the machine by its address.", evidence: evidence)
  }
}
