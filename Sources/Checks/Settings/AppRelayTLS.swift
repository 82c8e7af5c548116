import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appRelayTLS = SettingsCheck(
    CheckDescription(
      id: "APP-RELAY-TLS",
      area: .appConfig,
      title: "The application talks TLS to its relay, and verifies it",
      severity: .high,
      severityReason: "the password goes out in clear text, or to anybody who poses as the relay",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when it logs in to another machine without TLS, or to the machine itself with TLS and a name that no certificate \
        holds. Warn when the certificate is not verified, or its name is not compared. Info for STARTTLS that is not \
        required, for clear text without a login, and for a verification without TLS. Unknown when one of these is computed.
        """,
      whyItMatters: "Who reads the password can send mail in your name.",
      remedy: "Use port 465 with implicit TLS, and leave the verification on; name the server as its certificate does.",
      standards: ["RFC 8314 §3.3", "RFC 6125 §6"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.relayRemedy },
    examples: [
      SettingsExample(
        .pass, "implicit TLS", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465, 'auth' => true];"),
      SettingsExample(
        .fail, "a login in clear text",
        "<?php $conf['plugin']['smtp'] = ['smtp_host' => 'mail.example.org', 'auth_user' => 'wiki'];", of: .dokuwiki),
      SettingsExample(.fail, "TLS to localhost", "<?php $wgSMTP = ['host' => 'ssl://localhost', 'auth' => true];"),
      SettingsExample(
        .warn, "verification switched off",
        "<?php $wgSMTP = ['host' => 'ssl://a.example', 'socket_options' => ['ssl' => ['verify_peer' => false]]];"),
      SettingsExample(
        .info, "STARTTLS that is not required", "<?php $wgSMTP = ['host' => 'mail.example.org', 'auth' => true];"),
      SettingsExample(.unknown, "a computed host", "<?php $wgSMTP = ['host' => getenv('HOST'), 'auth' => true];"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => 'localhost'];")
    ],
    repair: { settings, _ in relayRepair(settings) }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    let prediction = settings.prediction
    guard let isLocal = settings.isLocalServer else { return prediction.server?.unknown("server") ?? .pass }
    guard let security = prediction.security, let mode = security.value.flatMap(ConnectionSecurity.init(rawValue:)),
      let verification = prediction.verification
    else { return prediction.security?.unknown("TLS mode") ?? .pass }
    let way = Way(settings: settings, mode: mode, security: security, verification: verification, isLocal: isLocal)
    let findings = isLocal ? way.local : way.remote
    return isLocal && findings.isEmpty ? .notApplicable("the server is the machine itself") : .findings(findings)
  }

  /// The certificate is verified; a login in clear text gets STARTTLS where submission is served with it. Whether the
  /// server serves port 465 is not told by the settings, so STARTTLS that may be stripped is left to the owner.
  private static func relayRepair(_ settings: SubmissionSettings) -> [SettingsChange] {
    let mode = settings.prediction.security?.value.flatMap(ConnectionSecurity.init(rawValue:))
    let isOpen = settings.authenticates.value == true && mode == ConnectionSecurity.none
    let isUnverified =
      mode != ConnectionSecurity.none && settings.prediction.verification?.value != nil
      && settings.prediction.verification?.value != CertificateVerification.full.rawValue
    var isMalformed = false
    if case .malformed = settings.verification.content { isMalformed = true }
    return (isOpen ? [.security(.startTLS, port: 587)] : []) + (isUnverified || isMalformed ? [.fullVerification] : [])
  }
}

/// The way to the relay.
private struct Way {
  let settings: SubmissionSettings
  let mode: ConnectionSecurity
  let security: Prediction
  let verification: Prediction
  let isLocal: Bool

  private var logsIn: Bool { settings.authenticates.value == true }
  private var isEncrypted: Bool { mode != .none }
  private var verifies: CertificateVerification? { verification.value.flatMap(CertificateVerification.init(rawValue:)) }

  var remote: [Finding] { login + opportunistic + certificate + idle }

  /// On the machine itself only what was set tells something.
  var local: [Finding] {
    guard isEncrypted else {
      if settings.verification.isAbsent { return [] }
      return [
        Finding(.info, "There is no TLS; the way to the server stays on the machine.", evidence: [security.evidence])
      ] + certificate + idle
    }
    return (logsIn ? name : []) + certificate
  }

  private var login: [Finding] {
    guard !isEncrypted else { return [] }
    if logsIn {
      return [Finding(.fail, "The application logs in over a connection in clear text.", evidence: [security.evidence])]
    }
    return [Finding(.info, "Mail goes to the relay in clear text.", evidence: [security.evidence])]
  }

  private var opportunistic: [Finding] {
    guard mode == .startTLSIfOffered else { return [] }
    let what = logsIn ? "the password" : "the mail"
    return [
      Finding(
        .info, "STARTTLS is used when it is offered; who strips the offer gets \(what) in clear text.",
        evidence: [security.evidence])
    ]
  }

  /// RFC 6125 §6.4: no authority signs a certificate for localhost.
  private var name: [Finding] {
    guard verifies == .full || verifies == .chain else { return [] }
    // Who set nothing about certificates may have a server that offers no STARTTLS.
    let isCertain = mode != .startTLSIfOffered || !settings.verification.isAbsent
    return [
      Finding(
        isCertain ? .fail : .info,
        "The server is named by the machine itself, and no public certificate holds such a name.",
        evidence: [settings.host.evidence(settings.host.value ?? "localhost"), security.evidence],
        remedy:
          "Connect by the name in the certificate of the server, and let the name check on; or without TLS and login.")
    ]
  }

  private var certificate: [Finding] {
    if isEncrypted, let unknown = unknownMode { return [unknown] }
    return known
  }

  /// A mode of verification that the application does not know: it fails when it sends, or verifies nothing.
  private var unknownMode: Finding? {
    guard case .malformed(let why) = settings.verification.content else { return nil }
    return Finding(
      .fail, "The application does not know this mode of verification, and cannot send.",
      evidence: [settings.verification.evidence(why)],
      remedy: "Take \(settings.verification.name) out: the default verifies.")
  }

  private var known: [Finding] {
    switch verifies {
    case CertificateVerification.none? where settings.verification.isAbsent:
      [
        Finding(
          isLocal ? .info : .warn, "The certificate of the relay is not verified unless that is asked for.",
          evidence: [verification.evidence],
          remedy: "Ask for it (smtp_tls_security_level = secure of Postfix), or take a program that verifies, as msmtp."
        )
      ]
    case CertificateVerification.none?:
      [
        Finding(
          isLocal ? .info : .warn, "The certificate of the relay is not verified.", evidence: [verification.evidence],
          remedy: "Take the setting out, and trust the authority of the relay by its file where it is your own.")
      ]
    case .chain?:
      [
        Finding(
          .warn, "The name in the certificate of the relay is not compared.", evidence: [verification.evidence],
          remedy: "Take the setting out, and name the server as its certificate does.")
      ]
    case .full?: []
    case nil:
      isEncrypted
        ? [Finding(.unknown, "Whether the certificate is verified cannot be told: \(verification.reason).")] : []
    }
  }

  private var idle: [Finding] {
    guard !isEncrypted, !settings.verification.isAbsent, verifies != nil else { return [] }
    return [
      Finding(
        .info, "How the certificate is verified is set, and no TLS is used.", evidence: [verification.evidence])
    ]
  }
}
