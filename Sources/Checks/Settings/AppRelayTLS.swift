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
      appliesWhen: "the application sends by SMTP to another machine",
      rule: """
        Fail when it logs in without TLS, or when the certificate is not verified. Warn when only the chain is verified, or \
        when it logs in with STARTTLS that is not required. Unknown when one of these is computed.
        """,
      whyItMatters: "Who reads the password can send mail in your name.",
      remedy: "Use port 465 with implicit TLS, and leave the verification on; name the server as its certificate does.",
      standards: ["RFC 8314 §3.3", "RFC 6125 §6"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      SettingsExample(
        .pass, "implicit TLS", "<?php $wgSMTP = ['host' => 'ssl://mail.example.org', 'port' => 465, 'auth' => true];"),
      SettingsExample(
        .fail, "a login in clear text",
        "<?php $conf['plugin']['smtp'] = ['smtp_host' => 'mail.example.org', 'auth_user' => 'wiki'];", of: .dokuwiki),
      SettingsExample(
        .fail, "verification switched off",
        "<?php $wgSMTP = ['host' => 'ssl://a.example', 'socket_options' => ['ssl' => ['verify_peer' => false]]];"),
      SettingsExample(
        .warn, "STARTTLS that is not required", "<?php $wgSMTP = ['host' => 'mail.example.org', 'auth' => true];"),
      SettingsExample(.unknown, "a computed host", "<?php $wgSMTP = ['host' => getenv('HOST'), 'auth' => true];"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => 'localhost'];")
    ],
    repair: { settings, _ in relayRepair(settings) }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    let prediction = settings.prediction
    guard let isLocal = settings.isLocalServer else {
      return prediction.server?.unknown("server") ?? .pass
    }
    if isLocal { return .notApplicable("the server is the machine itself") }
    guard let security = prediction.security, let mode = security.value.flatMap(ConnectionSecurity.init(rawValue:))
    else {
      return prediction.security?.unknown("TLS mode") ?? .pass
    }
    var findings: [Finding] = []
    if let verification = prediction.verification, mode != .none {
      findings += settings.unknownVerification.map { [$0] } ?? verificationFindings(verification)
    }
    if settings.authenticates.value == true, mode == .none {
      findings.append(
        Finding(.fail, "The application logs in over a connection in clear text.", evidence: [security.evidence]))
    }
    if settings.authenticates.value == true, mode == .startTLSIfOffered {
      findings.append(
        Finding(
          .warn, "STARTTLS is used when it is offered; who strips the offer gets the password in clear text.",
          evidence: [security.evidence]))
    }
    return .findings(findings)
  }

  /// The certificate is verified; a login in clear text gets STARTTLS where submission is served with it. Whether the
  /// server serves port 465 is not told by the settings, so STARTTLS that may be stripped is left to the owner.
  private static func relayRepair(_ settings: SubmissionSettings) -> [SettingsChange] {
    let mode = settings.prediction.security?.value.flatMap(ConnectionSecurity.init(rawValue:))
    let isOpen = settings.authenticates.value == true && mode == ConnectionSecurity.none
    let isUnverified = mode != ConnectionSecurity.none && settings.verification.value.map { $0 != .full } == true
    return (isOpen ? [.security(.startTLS, port: 587)] : []) + (isUnverified ? [.fullVerification] : [])
  }

  private static func verificationFindings(_ verification: Prediction) -> [Finding] {
    switch verification.value {
    case CertificateVerification.none.rawValue:
      [
        Finding(
          .fail, "The certificate of the relay is not verified.", evidence: [verification.evidence],
          remedy: "Take the setting out, and trust the authority of the relay by its file where it is your own.")
      ]
    case CertificateVerification.chain.rawValue:
      [
        Finding(
          .warn, "The name in the certificate of the relay is not compared.", evidence: [verification.evidence],
          remedy: "Take the setting out, and name the server as its certificate does.")
      ]
    case nil: [Finding(.unknown, "Whether the certificate is verified cannot be told: \(verification.reason).")]
    default: []
    }
  }
}

extension SubmissionSettings {
  /// A mode of verification that the application does not know: it fails when it sends, or verifies nothing.
  fileprivate var unknownVerification: Finding? {
    guard case .malformed(let why) = verification.content else { return nil }
    return Finding(
      .fail, "The application does not know this mode of verification, and cannot send.",
      evidence: [verification.evidence(why)], remedy: "Take \(verification.name) out: the default verifies.")
  }
}
