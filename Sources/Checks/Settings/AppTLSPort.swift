import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appTLSPort = SettingsCheck(
    CheckDescription(
      id: "APP-TLS-PORT",
      area: .appConfig,
      title: "Port and TLS mode fit together",
      severity: .high,
      severityReason: "client and server wait for each other until one gives up",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when port 465 is used without TLS from the first octet, when port 25 or 587 is used with it, or when TLS from \
        the first octet and STARTTLS are both switched on. Info for port 80, and for tls:// in front of the server. Unknown \
        when port or mode are computed.
        """,
      whyItMatters: "The page hangs until a time-out, or the log says \"wrong version number\"; no mail leaves.",
      remedy: "Use port 465 with implicit TLS, or port 587 with STARTTLS.",
      standards: ["RFC 8314 §3.3", "RFC 6409 §3.1"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.securityRemedy },
    examples: [
      SettingsExample(.pass, "465 with ssl://", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465];"),
      SettingsExample(.fail, "465 without TLS", "<?php $wgSMTP = ['host' => 'mail.example.org', 'port' => 465];"),
      SettingsExample(.fail, "25 with TLS at once", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org'];"),
      SettingsExample(
        .fail, "both modes",
        """
        gitlab_rails['smtp_enable'] = true
        gitlab_rails['smtp_port'] = 465
        gitlab_rails['smtp_tls'] = true
        gitlab_rails['smtp_enable_starttls_auto'] = true
        """, of: .gitlab),
      SettingsExample(.info, "port 80", "<?php $wgSMTP = ['host' => 'mail.example.org', 'port' => 80];"),
      SettingsExample(.unknown, "a computed port", "<?php $wgSMTP = ['port' => getenv('PORT')];"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ],
    repair: { settings, _ in
      switch settings.predictedPort.value {
      case "465": [.security(.implicitTLS, port: nil)]
      case "587": [.security(.startTLS, port: nil)]
      case "25": settings.submission
      default: settings.asksStartTLS.value == true ? [.security(.implicitTLS, port: nil)] : []
      }
    }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    let prediction = settings.prediction
    guard let port = settings.predictedPort.value else { return settings.predictedPort.unknown("port") }
    guard let mode = prediction.security, let name = mode.value else {
      return prediction.security?.unknown("TLS mode") ?? .pass
    }
    let isImplicit = name == ConnectionSecurity.implicitTLS.rawValue
    let evidence = [mode.evidence, settings.port.evidence(port)]
    if let fault = fault(port, isImplicit: isImplicit) { return .fail(fault, evidence: evidence) }
    if isImplicit, settings.asksStartTLS.value == true {
      return .fail(
        "TLS from the first octet and STARTTLS are both switched on.",
        evidence: evidence + [settings.asksStartTLS.evidence("true")],
        remedy: "Switch \(settings.asksStartTLS.name) off, and leave TLS from the first octet on.")
    }
    if port == "80" {
      return .info(
        "Port 80 is none of submission; some providers serve it for networks that block the others.", evidence: evidence
      )
    }
    if isImplicit, settings.scheme == "tls" {
      return .info(
        "tls:// is TLS from the first octet, as ssl:// is, and not STARTTLS; it fits port \(port).", evidence: evidence)
    }
    return .pass
  }

  private static func fault(_ port: String, isImplicit: Bool) -> String? {
    switch (port, isImplicit) {
    case ("465", false): "Port 465 expects TLS from the first octet, and the settings do not ask for it."
    case ("25", true), ("587", true): "Port \(port) begins in clear text, and the settings begin with TLS."
    default: nil
    }
  }
}
