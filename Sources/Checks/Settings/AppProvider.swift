import ApplicationSettings
import AuditModel
import Providers

extension SettingsCheck {
  static let appProvider = SettingsCheck(
    CheckDescription(
      id: "APP-PROVIDER",
      area: .appConfig,
      title: "The settings are what the provider asks for",
      severity: .high,
      severityReason: "the provider refuses the login, or the host is about to go",
      appliesWhen: "the server is one of a known provider",
      rule: """
        Fail when the user name has to be one word and is another, or when the server was shut down. Warn for a user name of \
        another form, for a password that cannot be the kind that the provider makes, and for a server with an old name. \
        Info for what is only remembered of the provider, a port that it is not known to serve, a limit of connections when \
        they are kept, and a sandbox for new accounts. Not applicable for other servers.
        """,
      whyItMatters: "Login failures tell nothing of their reason: 535, whatever is wrong.",
      remedy: "Set what mailaudit providers HOST shows.",
      standards: ["RFC 6409 §3.1", "RFC 4954 §4"]
    ),
    examples: [
      SettingsExample(
        .pass, "as it should be",
        "<?php $wgSMTP = ['host' => 'ssl://mail.gandi.net', 'port' => 587, 'auth' => true, 'username' => 'a@example.org'];"
      ),
      SettingsExample(
        .fail, "a user name of one's own",
        "<?php $wgSMTP = ['host' => 'smtp.sendgrid.net', 'port' => 587, 'auth' => true, 'username' => 'wiki'];"),
      SettingsExample(.warn, "an old name", "<?php $wgSMTP = ['host' => 'smtp.1and1.com', 'port' => 587];"),
      SettingsExample(
        .warn, "a password of one's own",
        "<?php $wgSMTP = ['host' => 'smtp.gmail.com', 'port' => 587, 'auth' => true, 'username' => 'a@gmail.com',\n"
          + "'password' => 'Sommer2026!'];"),
      SettingsExample(
        .info, "a sandbox", "<?php $wgSMTP = ['host' => 'email-smtp.eu-west-1.amazonaws.com', 'port' => 587];"),
      SettingsExample(.unknown, "a computed server", "<?php $wgSMTP = ['host' => getenv('HOST')];"),
      SettingsExample(.notApplicable, "a server that is not known", "<?php $wgSMTP = ['host' => 'mail.example.org'];")
    ],
    repair: { settings, _ in providerRepair(settings) }
  ) { settings in
    if let other = settings.withoutSMTP { return other }
    if settings.host.isUnknown { return settings.prediction.server?.unknown("server") ?? .pass }
    if settings.isLocalServer == true { return .notApplicable("the server is the machine itself") }
    guard let service = settings.service else { return .notApplicable("the server is of no provider that is known") }
    let judge = ProviderJudge(settings: settings, provider: service.provider, host: service.host)
    return .findings(judge.findings)
  }
}

/// Holds settings against what is known of the provider.
private struct ProviderJudge {
  let settings: SubmissionSettings
  let provider: SubmissionFacts
  let host: SubmissionHost

  var findings: [Finding] {
    [state, user, secret, token, port, pool, sandbox].compactMap(\.self)
  }

  private var remedy: String { "Set what mailaudit providers \(provider.id) shows." }

  private var hostEvidence: Evidence { settings.host.evidence(settings.host.value ?? "") }

  private var state: Finding? {
    switch host.state {
    case .current: nil
    case .legacy:
      Finding(
        .warn, "\(host.name) is an old name of \(provider.shortName).", evidence: [hostEvidence],
        remedy: "Ask the provider for the server of today.")
    case .dead: Finding(.fail, "\(host.name) was shut down.", evidence: [hostEvidence])
    }
  }

  private var user: Finding? {
    guard settings.authenticates.value == true, let name = settings.userName.value, !name.isEmpty,
      !Placeholder.isUserPlaceholder(name), !Placeholder.isWordOfExample(name), let fact = provider.userName
    else { return nil }
    let agreement = fact.agreement(name)
    guard agreement.answer == .differs else { return nil }
    let verdict: Verdict = !fact.basis.allowsFailure ? .info : fact.literal == nil ? .warn : .fail
    return Finding(
      verdict, "\(provider.shortName) wants another user name: \(agreement.expectation).",
      evidence: [
        settings.userName.evidence(name), Evidence(source: fact.basis.evidence, excerpt: agreement.expectation)
      ])
  }

  /// A password of another length than those that the provider makes.
  private var secret: Finding? {
    guard settings.authenticates.value == true, let trace = settings.secret.value, !trace.isEmpty, !trace.isPlaceholder,
      let fact = provider.secret, let letters = fact.letters, trace.plainCount != letters
    else { return nil }
    return Finding(
      fact.basis.allowsFailure ? .warn : .info,
      "\(provider.shortName) wants \(fact.words). It has \(letters) letters, and the password here has another form.",
      evidence: [settings.secret.evidence("[redacted]"), Evidence(source: fact.basis.evidence, excerpt: fact.note)],
      remedy: remedy)
  }

  /// One token is user name and password.
  private var token: Finding? {
    guard settings.authenticates.value == true, provider.userName?.form == "api-token",
      let fact = provider.secret, fact.kind == "api-token", let name = settings.userName.value,
      let trace = settings.secret.value, !name.isEmpty, !Placeholder.isWordOfExample(name), !trace.isEmpty,
      !trace.isPlaceholder, !trace.isSame(as: name)
    else { return nil }
    return Finding(
      fact.basis.allowsFailure ? .warn : .info,
      "\(provider.shortName) wants the same token as user name and as password, and the two differ here.",
      evidence: [settings.userName.evidence(name), settings.secret.evidence("[redacted]")])
  }

  private var port: Finding? {
    guard let text = settings.predictedPort.value, let number = Int(text), !host.ports.isEmpty,
      host.modes(ofPort: number).isEmpty
    else { return nil }
    return Finding(
      .info, "\(host.name) is not known to serve port \(number): \(host.ports.map(\.words).joined(separator: "; ")).",
      evidence: [settings.port.evidence(text)])
  }

  private var pool: Finding? {
    guard settings.pool.value == true, let limit = provider.limits.first(where: { $0.period == "concurrent" }) else {
      return nil
    }
    return Finding(
      .info, "Connections are kept, and \(provider.shortName) permits \(limit.words).",
      evidence: [settings.pool.evidence("true"), Evidence(source: limit.basis.evidence, excerpt: limit.words)],
      remedy: "Run no more threads that send than that.")
  }

  private var sandbox: Finding? {
    guard let quirk = provider.quirks.first(where: { $0.id == "sandbox" }) else { return nil }
    return Finding(
      .info, "\(provider.shortName): \(quirk.text)", evidence: [hostEvidence],
      remedy: "Have the account taken out of the sandbox, and the sender verified, before users are invited.")
  }
}
