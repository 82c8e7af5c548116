import ApplicationSettings
import AuditModel
import Providers

extension SettingsCheck {
  static let appPort25Egress = SettingsCheck(
    CheckDescription(
      id: "APP-PORT25-EGRESS",
      area: .appConfig,
      title: "Mail does not depend on port 25 to other networks",
      severity: .high,
      severityReason: "most clouds and access networks block it, and mail waits in silence",
      appliesWhen: "the application sends mail",
      rule: """
        Warn when the application submits to another machine on port 25, set or by default. Unknown when mail leaves by the \
        mail server of the machine, or the port is computed: whether port 25 is open only a trial on that machine tells.
        """,
      whyItMatters: "AWS, Azure, Google Cloud and most access networks block port 25; the page hangs until a time-out.",
      remedy: "Use port 465 with implicit TLS, or port 587 with STARTTLS.",
      standards: ["RFC 6409 §3.1", "RFC 8314 §3.3", "M3AAWG, Sender Best Common Practices v4.0 §Infrastructure"]
    ),
    remedy: { $0.securityRemedy },
    examples: [
      SettingsExample(.pass, "submission", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465];"),
      SettingsExample(.warn, "port 25", "<?php $wgSMTP = ['host' => 'mail.gandi.net', 'port' => 25];"),
      SettingsExample(.warn, "by default", "<?php $wgSMTP = ['host' => 'mail.example.org'];"),
      SettingsExample(.unknown, "mail() of PHP", "<?php $wgSMTP = false;"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => 'localhost'];")
    ],
    repair: { settings, _ in settings.submission }
  ) { settings in
    switch settings.usesSMTP {
    case nil: return settings.prediction.transport.unknown("way that mail is handed over")
    case false? where settings.usedTransport == .disabled: return .notApplicable("mail is switched off")
    case false? where settings.usedTransport == .service: return .notApplicable("mail goes to a service over HTTPS")
    case false?:
      return .unknown(
        "Mail leaves by the mail server of the machine; whether that one reaches port 25 of others is not in the settings.",
        remedy: "Try on that machine to connect to port 25 of a mail server in another network.")
    case true?: break
    }
    guard let isLocal = settings.isLocalServer else { return settings.prediction.server?.unknown("server") ?? .pass }
    if isLocal { return .notApplicable("the server is the machine itself") }
    let port = settings.predictedPort
    guard let number = port.value else { return port.unknown("port") }
    guard number == "25" else { return .pass }
    let others = settings.service?.host.ports.filter { $0.number != 25 && $0.basis.allowsFailure }.map(\.words) ?? []
    return .warn(
      "The application submits to another machine on port 25.", evidence: [settings.port.evidence(number)],
      remedy: others.isEmpty ? nil : "Use what the provider serves: \(others.joined(separator: ", or ")).")
  }
}
