import ApplicationSettings
import AuditModel
import Providers

extension SettingsCheck {
  /// The same question as of a submission server that was asked, told from the settings alone.
  static let authProviderOAuth = SettingsCheck(
    SubmissionCheck.authProviderOAuth.description,
    examples: [
      SettingsExample(.pass, "a password where one is wanted", "<?php $wgSMTP = \(login("mail.gandi.net"));"),
      SettingsExample(.fail, "a password where none is taken", "<?php $wgSMTP = \(login("smtp-mail.outlook.com"));"),
      SettingsExample(.warn, "a password at Microsoft 365", "<?php $wgSMTP = \(login("smtp.office365.com"));"),
      SettingsExample(.info, "a password at Yahoo", "<?php $wgSMTP = \(login("smtp.mail.yahoo.com"));"),
      SettingsExample(.unknown, "a computed server", "<?php $wgSMTP = ['host' => getenv('HOST'), 'auth' => true];"),
      SettingsExample(.notApplicable, "no login", "<?php $wgSMTP = ['host' => 'smtp.gmail.com'];")
    ]
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    if settings.host.isUnknown { return settings.prediction.server?.unknown("server") ?? .pass }
    if settings.authenticates.isUnknown { return settings.prediction.login?.unknown("login") ?? .pass }
    guard settings.authenticates.value == true else { return .notApplicable("nobody logs in") }
    guard let provider = settings.service?.provider, let secret = provider.secret else {
      return .notApplicable("the server is of no provider that is known")
    }
    if let name = settings.mechanism.value?.lowercased(), ["xoauth2", "oauthbearer"].contains(name) { return .pass }
    let evidence = [
      settings.host.evidence(settings.host.value ?? ""), settings.secret.evidence("[redacted]"),
      Evidence(source: secret.basis.evidence, excerpt: secret.words)
    ]
    if secret.kind == "oauth2-only", secret.basis.allowsFailure {
      return .fail("\(provider.shortName) no longer takes a password.", evidence: evidence)
    }
    if secret.kind.hasPrefix("oauth2") {
      return .warn("\(provider.shortName) is ending logins with a password.", evidence: evidence)
    }
    // A service for applications has no other password that people might take.
    guard provider.kind == "mailbox", secret.excludesAccountPassword else { return .pass }
    // APP-PROVIDER holds the form of the password against what is known of it.
    if secret.letters != nil, settings.secret.value?.isEmpty == false { return .pass }
    return .info(
      "\(provider.shortName) wants \(secret.words).", evidence: evidence,
      remedy: "Make one in the account, if this is another; mailaudit providers \(provider.id) tells more.")
  }

  private static func login(_ host: String) -> String {
    "['host' => '\(host)', 'auth' => true, 'username' => 'a@example.org', 'password' => 'x']"
  }
}
