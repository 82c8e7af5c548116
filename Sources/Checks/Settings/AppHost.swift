import ApplicationSettings
import AuditModel
import DNS

extension SettingsCheck {
  static let appHost = SettingsCheck(
    CheckDescription(
      id: "APP-HOST",
      area: .appConfig,
      title: "The settings name a server",
      severity: .high,
      severityReason: "without its name no connection is made",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when the server is empty, is a bare scheme such as ssl://, or is no host name: with a port, a path or an address \
        of a mailbox in it. Warn when it is an IP address and TLS is used: certificates hold names. Unknown when it is \
        computed.
        """,
      whyItMatters: """
        Published examples lost their host names; who pastes them connects to nothing, or to the machine itself, and the \
        error tells of something else.
        """,
      remedy: "Write the name of the server of your provider there; mailaudit providers NAME shows it.",
      standards: ["RFC 6409 §3.1", "RFC 6125 §6.4"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.hostRemedy },
    examples: [
      SettingsExample(.pass, "a name", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org'];"),
      SettingsExample(.pass, "none: the machine itself", "<?php $wgSMTP = ['port' => 25];"),
      SettingsExample(.fail, "a bare scheme", "<?php $wgSMTP = ['host' => 'ssl://'];"),
      SettingsExample(
        .fail, "empty", "gitlab_rails['smtp_enable'] = true\ngitlab_rails['smtp_address'] = ''", of: .gitlab),
      SettingsExample(.fail, "with a port", "<?php $wgSMTP = ['host' => 'mail.example.org:587'];"),
      SettingsExample(.warn, "an address with TLS", "<?php $wgSMTP = ['host' => 'ssl://192.0.2.25'];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['host' => getenv('HOST')];"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ],
    repair: { settings, _ in serverRepair(settings) }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    if settings.host.isUnknown { return settings.prediction.server?.unknown("server") ?? .pass }
    guard let host = settings.host.value else { return .pass }
    if host.isEmpty { return empty(settings) }
    if Placeholder.isHostPlaceholder(host) { return .pass }
    if IPAddress(host.filter { !"[]".contains($0) }) != nil { return address(host, settings) }
    guard let fault = fault(host) else { return .pass }
    return .fail("The server, \(host), \(fault).", evidence: [settings.host.evidence(host)])
  }

  private static func empty(_ settings: SubmissionSettings) -> Judgement {
    let likely = settings.likelyServer
    let hint = likely.map { "; by the user name it is \($0.provider)" } ?? ""
    let statement =
      settings.scheme.map { "The settings name no server behind \($0)://\(hint)." }
      ?? "The settings name no server\(hint)."
    let text = settings.scheme.map { "\($0)://" } ?? "an empty text"
    return .fail(statement, evidence: [settings.host.evidence(text)], remedy: likely?.setting)
  }

  /// RFC 6125 §6: the name that was asked for is compared, and few certificates hold an address.
  private static func address(_ host: String, _ settings: SubmissionSettings) -> Judgement {
    let mode = settings.prediction.security?.value
    guard settings.isLocalServer != true, mode != nil, mode != ConnectionSecurity.none.rawValue,
      settings.prediction.verification?.value == CertificateVerification.full.rawValue
    else { return .pass }
    return .warn(
      "The server is an address, and few certificates hold one: TLS will fail.",
      evidence: [settings.host.evidence(host)], remedy: "Write the name of the server, as its certificate has it.")
  }

  private static func fault(_ host: String) -> String? {
    if host.contains("@") { return "is the address of a mailbox" }
    if host.contains("/") { return "holds a path" }
    if host.contains(":") { return "holds a port, which has a setting of its own" }
    return nil
  }
}
