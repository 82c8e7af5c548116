import ApplicationSettings
import AuditModel
import DNS
import MailAuthentication
import Providers

extension SettingsCheck {
  static let appSender = SettingsCheck(
    CheckDescription(
      id: "APP-SENDER",
      area: .appConfig,
      title: "The sender is set, and one that the server takes from this login",
      severity: .high,
      severityReason: "the server refuses each message with 553 or 550, or puts another sender in",
      appliesWhen: "the application sends mail from an address of its own",
      rule: """
        Fail when From is another address than the login and the provider is known to refuse that; when the login is a \
        mailbox and From is in another domain; when From is in a subdomain and the provider takes the registered domain \
        alone; and when mail() of PHP is handed the account of a web server. Warn when From and a login that is an address \
        differ otherwise, or when no sender is set. What is only remembered of a provider, and senders that a provider \
        verifies by other ways, count for nothing. Unknown when the sender is computed.
        """,
      whyItMatters: "The login works, and then every message is refused: it looks like a fault of the server.",
      remedy: """
        Set the sender to the address that logs in, or make it an alias of that mailbox: $wgPasswordSender and \
        $wgEmergencyContact, mailfrom, gitlab_email_from.
        """,
      standards: ["RFC 6409 §6.1", "RFC 5322 §3.6.2"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.loginSenderRemedy },
    examples: [
      SettingsExample(
        .pass, "the address of the login",
        """
        <?php $wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'auth' => true, 'username' => 'wiki@example.org'];
        $wgPasswordSender = 'wiki@example.org';
        """),
      SettingsExample(
        .fail, "a provider that refuses it",
        "<?php $conf['plugin']['smtp'] = ['smtp_host' => 'smtp.163.com', 'auth_user' => 'a@163.com'];\n"
          + "$conf['mailfrom'] = 'noreply@163.com';", of: .dokuwiki),
      SettingsExample(.fail, "the account of a web server", "<?php $wgPasswordSender = 'apache@wiki.example.org';"),
      SettingsExample(
        .warn, "another mailbox",
        """
        <?php $wgSMTP = ['host' => 'mail.gandi.net', 'auth' => true, 'username' => 'me@example.org'];
        $wgPasswordSender = 'wiki@example.org';
        """),
      SettingsExample(.warn, "none is set", "gitlab_rails['smtp_enable'] = true", of: .gitlab),
      SettingsExample(.unknown, "computed", "<?php $wgPasswordSender = getenv('SENDER');"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in senderRepair(settings, hints) }
  ) { settings in
    if settings.usedTransport == .disabled { return .notApplicable("mail is switched off") }
    if settings.putsUsersInFrom.value == true, settings.putsUsersInFrom.name == settings.from.name {
      return .notApplicable("the address is that of the user who acts")
    }
    if settings.from.isUnknown { return settings.prediction.from.unknown("address in From") }
    return .findings(SenderJudge(settings: settings).findings)
  }
}

/// Holds the sender against the login and the rules of the provider.
private struct SenderJudge {
  let settings: SubmissionSettings

  var findings: [Finding] {
    let missing = settings.from.value?.isEmpty ?? true ? [absent].compactMap(\.self) : []
    guard let text = settings.prediction.from.value, !Placeholder.isAddressPlaceholder(text) else { return missing }
    let address = SenderText.address(text).lowercased()
    guard let domain = SenderText.domain(address) else { return missing }
    return missing + [account(address), subdomain(domain), login(address, domain)].compactMap(\.self)
  }

  private var absent: Finding? {
    guard let sender = settings.application.habits.defaultSender else { return nil }
    // APP-FROM-DOMAIN tells of a default that no server takes.
    if let domain = settings.prediction.from.value.flatMap(SenderText.domain), InnerName.fault(domain) != nil {
      return nil
    }
    return Finding(
      .warn, "No sender is set; mail comes from \(sender), which servers may refuse.",
      evidence: [settings.from.evidence("")],
      remedy: "Set \(settings.from.name) to an address of your domain, and one that the login may use.")
  }

  /// Accounts that web servers run under.
  private static let accounts: Set<String> = [
    "apache", "www-data", "www", "wwwrun", "httpd", "nginx", "nobody", "http", "lighttpd", "root"
  ]

  /// Hosting servers refuse a sender that is no mailbox of theirs; mail() then tells nothing but that it failed.
  private func account(_ address: String) -> Finding? {
    guard settings.prediction.transport.value == MailTransport.phpMail.rawValue, !settings.from.isAbsent,
      Self.accounts.contains(String(address.prefix { $0 != "@" }))
    else { return nil }
    return Finding(
      .fail, "\(address) is the account of a web server, and rarely a mailbox; servers refuse it as a sender.",
      evidence: [settings.from.evidence(address)],
      remedy: "Set \(settings.title(settings.from) ?? "the sender") to a mailbox that exists on the server.")
  }

  private var rule: SenderRuleFact? { settings.service?.provider.senderRule }

  private func subdomain(_ domain: String) -> Finding? {
    guard let rule, rule.rule == "registrable-domain-only", rule.basis.allowsFailure, let name = DomainName(domain),
      let registered = PublicSuffixList.shipped.registrableDomain(of: name), registered != name,
      let provider = settings.service?.provider
    else { return nil }
    return Finding(
      .fail, "\(provider.shortName) takes senders of \(registered) alone, not of \(domain).",
      evidence: [settings.prediction.from.evidence, Evidence(source: rule.basis.evidence, excerpt: rule.words)],
      remedy: "Set a sender in \(registered).")
  }

  private func login(_ address: String, _ domain: String) -> Finding? {
    guard let login = settings.loginAddress, login != address, let own = SenderText.domain(login) else { return nil }
    guard let verdict = verdict(domain, own) else { return nil }
    let provider = settings.service?.provider
    let whose = provider.map { "\($0.shortName) takes" } ?? "Servers of mailboxes take"
    let words = rule.flatMap { $0.isKnown && $0.basis.allowsFailure ? $0.words : nil }
    return Finding(
      verdict,
      "From is \(address), and the login is \(login). \(whose) \(words ?? "the address of the login, or an alias of it").",
      evidence: [settings.prediction.from.evidence, settings.userName.evidence(settings.userName.value ?? "")])
  }

  /// How bad it is that the sender, in `domain`, is another than the login, in `own`.
  private func verdict(_ domain: String, _ own: String) -> Verdict? {
    if InnerName.fault(domain) != nil { return .fail }
    let isRelated = domain == own || domain.hasSuffix("." + own) || own.hasSuffix("." + domain)
    guard let provider = settings.service?.provider else { return .warn }
    if let rule, rule.basis.allowsFailure {
      if rule.rule == "must-equal-login" { return .fail }
      if rule.rule == "rewritten-unless-alias" { return .warn }
      if rule.rule == "must-equal-login-domain" { return domain == own ? nil : .fail }
    }
    guard ["mailbox", "hosting", "isp", "self-hosted"].contains(provider.kind) else { return nil }
    if rule?.rule == "must-equal-login-domain", domain == own { return nil }
    return isRelated ? .warn : .fail
  }
}
