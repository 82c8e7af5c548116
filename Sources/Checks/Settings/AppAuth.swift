import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appAuth = SettingsCheck(
    CheckDescription(
      id: "APP-AUTH",
      area: .appConfig,
      title: "The settings of the login agree with each other",
      severity: .high,
      severityReason: "the application does not log in, or fails before it sends anything",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when a user name or a password is set and the login is off, when the password is empty or missing, when a \
        mechanism is chosen and nobody logs in, or when the application does not know the mechanism. Warn when the user name \
        is empty. Info when the mechanism is left to a default, or is said to be none. Unknown when the login is computed, \
        or when user name and password may stand elsewhere.
        """,
      whyItMatters:
        "Servers answer 530 or 535, or relay nothing; some applications do not even begin TLS without a login.",
      remedy: "Set user name, password and login together, or none of them.",
      standards: ["RFC 4954 §4", "RFC 6409 §4.3"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.loginRemedy },
    examples: [
      SettingsExample(
        .pass, "a login",
        "<?php $wgSMTP = ['auth' => true, 'username' => 'wiki@example.org', 'password' => 'Xq7mPz2L'];"),
      SettingsExample(
        .fail, "the login is off", "<?php $wgSMTP = ['auth' => false, 'username' => 'wiki', 'password' => 'Xq7mPz2L'];"),
      SettingsExample(
        .fail, "an empty password",
        "<?php $conf['plugin']['smtp'] = ['auth_user' => 'wiki@example.org', 'auth_pass' => ''];", of: .dokuwiki),
      SettingsExample(
        .fail, "a mechanism that is not known",
        """
        gitlab_rails['smtp_enable'] = true
        gitlab_rails['smtp_user_name'] = 'git'
        gitlab_rails['smtp_password'] = 'Xq7mPz2L'
        gitlab_rails['smtp_authentication'] = 'ntlm'
        """, of: .gitlab),
      SettingsExample(.warn, "nobody", "<?php $wgSMTP = ['auth' => true, 'username' => '', 'password' => 'Xq7mPz2L'];"),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['auth' => getenv('AUTH')];"),
      SettingsExample(.notApplicable, "mail() of PHP", "<?php $wgSMTP = false;")
    ],
    repair: { settings, _ in loginRepair(settings) }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    if settings.authenticates.isUnknown { return settings.prediction.login?.unknown("login") ?? .pass }
    return .findings(LoginJudge(settings: settings).findings)
  }
}

/// Holds the settings of a login against each other.
private struct LoginJudge {
  let settings: SubmissionSettings

  private var habits: ApplicationHabits { settings.application.habits }
  private var logsIn: Bool { settings.authenticates.value == true }
  private var hasUser: Bool { !(settings.userName.value ?? "").isEmpty }
  private var hasSecret: Bool { settings.secret.value?.isEmpty == false }
  /// Whether a setting of its own switches the login on.
  private var hasSwitch: Bool {
    !settings.authenticates.name.isEmpty && settings.authenticates.name != settings.userName.name
  }

  var findings: [Finding] {
    (logsIn ? [user, password] : [off, mechanismAlone]).compactMap(\.self) + [mechanism, none].compactMap(\.self)
  }

  private var off: Finding? {
    guard hasSwitch, hasUser || hasSecret else { return nil }
    let given =
      hasUser ? settings.userName.evidence(settings.userName.value ?? "") : settings.secret.evidence("[redacted]")
    return Finding(
      .fail, "A user name or a password is set, and the login is off: neither login nor STARTTLS may happen.",
      evidence: [settings.authenticates.evidence("false"), given],
      remedy: "Switch the login on: \(settings.authenticates.name).")
  }

  private var user: Finding? {
    // Postfix has user names in a table of their own.
    guard hasSwitch, !hasUser, !settings.userName.isUnknown, !settings.userName.name.isEmpty else { return nil }
    return Finding(
      .warn, "The login is on, and there is no user name.",
      evidence: [settings.authenticates.evidence("true"), settings.userName.evidence("an empty text")])
  }

  private var password: Finding? {
    guard hasUser, !hasSecret, !settings.secret.isUnknown else { return nil }
    let evidence = [
      settings.userName.evidence(settings.userName.value ?? ""), settings.secret.evidence("an empty text")
    ]
    if settings.secret.isAbsent, let place = habits.otherCredentials {
      return Finding(.unknown, "The password may stand in \(place).", evidence: evidence)
    }
    return Finding(.fail, "A user name is set, and the password is empty or missing.", evidence: evidence)
  }

  /// Port 25 is that of a relay, where credentials in another place are not likely.
  private var mechanismAlone: Finding? {
    guard let name = settings.mechanism.value, settings.userName.isAbsent, settings.secret.isAbsent else { return nil }
    let evidence = [settings.mechanism.evidence(name), settings.userName.evidence("")]
    if let place = habits.otherCredentials, settings.predictedPort.value != "25" {
      return Finding(.unknown, "User name and password may stand in \(place).", evidence: evidence)
    }
    return Finding(
      .fail, "A mechanism is chosen, and there is no user name: the application fails before it sends.",
      evidence: evidence,
      remedy: "Take \(settings.mechanism.name) out, or set user name and password.")
  }

  private var mechanism: Finding? {
    guard let name = settings.mechanism.value else {
      guard logsIn, hasUser, settings.mechanism.isAbsent, settings.noMechanism.isAbsent,
        !settings.mechanism.name.isEmpty,
        let own = habits.defaultMechanism
      else { return nil }
      return Finding(
        .info, "No mechanism is chosen; \(own) is used.", evidence: [settings.mechanism.evidence("")],
        remedy: "Leave it, or choose one that the server offers.")
    }
    guard !habits.mechanisms.isEmpty else { return nil }
    if habits.mechanisms.contains(name) { return nil }
    let evidence = [settings.mechanism.evidence(name)]
    if habits.mechanisms.contains(name.lowercased()) {
      return Finding(
        .info, "The mechanism \(name) is written in capitals, which older releases refuse.", evidence: evidence,
        remedy: "Write \(name.lowercased()).")
    }
    return Finding(
      .fail, "\(settings.application.title) does not know the mechanism \(name).", evidence: evidence,
      remedy: "Choose one of \(habits.mechanisms.sorted().joined(separator: ", ")).")
  }

  private var none: Finding? {
    guard let text = settings.noMechanism.value, text == "false" else { return nil }
    return Finding(
      .info, "\(settings.noMechanism.name) is false, which older releases take for a mechanism of that name.",
      evidence: [settings.noMechanism.evidence(text)], remedy: "Take the line out.")
  }
}
