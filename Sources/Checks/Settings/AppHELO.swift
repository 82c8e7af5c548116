import ApplicationSettings
import AuditModel
import DNS
import Providers

extension SettingsCheck {
  static let appHELO = SettingsCheck(
    CheckDescription(
      id: "APP-HELO",
      area: .appConfig,
      title: "The application greets with a name that others can look up",
      severity: .high,
      severityReason:
        "an empty name is no command at all; others are refused by strict servers, and counted by filters",
      appliesWhen: "the application sends by SMTP",
      rule: """
        Fail when the name in EHLO, set or by default, is empty, or outside of the domain of From where the provider wants it \
        there. Warn when it has no dot, ends in localhost, .local or another name of the inside, is the name of the server \
        or of its provider, or when the application sends the address of the web server. At a server on the machine itself \
        only a name that is neither localhost nor public counts. Unknown when it is computed.
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
    remedy: { $0.greetingRemedy },
    examples: [
      SettingsExample(
        .pass, "a public name", "<?php $wgSMTP = ['host' => 'a.example', 'localhost' => 'wiki.example.org'];"),
      SettingsExample(.fail, "empty", "<?php $wgSMTP = ['host' => 'mail.example.org', 'localhost' => ''];"),
      SettingsExample(.warn, "the default", "<?php $wgSMTP = ['host' => 'mail.example.org'];"),
      SettingsExample(
        .warn, "the name of the server",
        "<?php $wgSMTP = ['host' => 'smtp.gmail.com', 'localhost' => 'smtp.gmail.com'];"),
      SettingsExample(
        .warn, "the name of the provider",
        "<?php $wgSMTP = ['host' => 'smtp.exmail.qq.com', 'localhost' => 'exmail.qq.com'];"),
      SettingsExample(
        .warn, "an address", "<?php $conf['plugin']['smtp']['smtp_host'] = 'mail.example.org';", of: .dokuwiki),
      SettingsExample(.unknown, "computed", "<?php $wgSMTP = ['host' => 'a.example', 'localhost' => gethostname()];"),
      SettingsExample(.notApplicable, "the machine itself", "<?php $wgSMTP = ['host' => '127.0.0.1'];")
    ],
    repair: { settings, hints in hints.hostName(for: settings).map { [.greetingName($0)] } ?? [] }
  ) { settings in
    if settings.usedTransport != .direct, let other = settings.withoutSMTP { return other }
    let greeting = settings.prediction.greetingName
    guard let name = greeting.value else { return silent(settings, greeting) }
    if Placeholder.isGreetingPlaceholder(name) { return .pass }
    if name.isEmpty, settings.isLocalServer != true {
      return .fail("The name in EHLO is empty.", evidence: [greeting.evidence])
    }
    if settings.isLocalServer == true { return local(name, settings, greeting) }
    if let fault = InnerName.fault(name) {
      return .warn("The name in EHLO, \(name), \(fault).", evidence: [greeting.evidence])
    }
    return foreign(name, settings, greeting)
  }

  /// DokuWiki's plugin sends an address literal, RFC 5321 §4.1.3; behind a router it is one of the inside.
  private static func silent(_ settings: SubmissionSettings, _ greeting: Prediction) -> Judgement {
    guard settings.application.habits.greetsWithAddress, settings.greetingName.value ?? "" == "",
      !settings.greetingName.isUnknown, settings.isLocalServer == false
    else { return greeting.unknown("name in EHLO") }
    return .warn(
      "The name in EHLO is the address of the web server in brackets, which may be one of the inside.",
      evidence: [greeting.evidence])
  }

  /// On the machine itself the name matters little; a bare localhost is no fault there.
  private static func local(_ name: String, _ settings: SubmissionSettings, _ greeting: Prediction) -> Judgement {
    guard !name.isEmpty, let fault = InnerName.fault(name) else {
      return .notApplicable("the server is the machine itself")
    }
    if !settings.greetingName.isAbsent {
      return .info(
        "The name in EHLO, \(name), \(fault); the server on the machine rarely minds.", evidence: [greeting.evidence])
    }
    if name == "localhost" { return .notApplicable("the server is the machine itself") }
    return .warn("The name in EHLO, \(name), \(fault).", evidence: [greeting.evidence])
  }

  /// RFC 5321 §4.1.1.1: the name is that of the client.
  private static func foreign(_ name: String, _ settings: SubmissionSettings, _ greeting: Prediction) -> Judgement {
    guard let host = settings.host.value?.lowercased(), !host.isEmpty else { return .pass }
    let own = name.lowercased()
    if own == host {
      if settings.site.value.flatMap(ApplicationSettings.WebAddress.host)?.lowercased() == own { return .pass }
      return .warn(
        "The name in EHLO, \(name), is that of the server; the client has a name of its own.",
        evidence: [greeting.evidence])
    }
    guard let provider = settings.service?.provider else { return .pass }
    if host.hasSuffix("." + own), provider.kind != "self-hosted" {
      return .warn(
        "The name in EHLO, \(name), is that of the provider; the client has a name of its own.",
        evidence: [greeting.evidence])
    }
    return identity(own, settings, provider, greeting)
  }

  private static func identity(
    _ name: String, _ settings: SubmissionSettings, _ provider: SubmissionFacts, _ greeting: Prediction
  ) -> Judgement {
    guard let fact = provider.greetingName, fact.expectation == "identity-domain", fact.basis.allowsFailure,
      let domain = settings.prediction.from.value.flatMap(SenderText.domain)?.lowercased(),
      InnerName.fault(domain) == nil, name != domain, !name.hasSuffix("." + domain)
    else { return .pass }
    return .fail(
      "\(provider.shortName) wants \(fact.words) in EHLO; \(name) is not in \(domain), the domain of From.",
      evidence: [greeting.evidence, settings.prediction.from.evidence],
      remedy: "Set the domain of the mail identity in both places.")
  }
}
