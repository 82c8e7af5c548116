import ApplicationSettings
import AuditModel
import DNS
import Providers

extension SettingsCheck {
  static let appReplyTo = SettingsCheck(
    CheckDescription(
      id: "APP-REPLY-TO",
      area: .appConfig,
      title: "Answers reach a mailbox of the owner",
      severity: .medium,
      severityReason: "answers of users go to a stranger, or to nobody",
      appliesWhen: "the application sends mail",
      rule: """
        Fail when Reply-To is another mailbox of a mail service for everybody than the login or the sender, or one that the \
        provider is known to refuse. Info when it is in another domain than From, or when From is a noreply address and \
        there is none. Unknown when it is computed. An address that cannot be one is told by APP-FROM-DOMAIN.
        """,
      whyItMatters: "Users cannot answer, and what they write to noreply@ of a big service is read by its owner.",
      remedy: "Set a mailbox that you own and read, or take the line out.",
      standards: ["RFC 5322 §3.6.2"],
      profiles: [.advised(.preLaunch)]
    ),
    remedy: { $0.replyRemedy },
    examples: [
      SettingsExample(
        .pass, "an own mailbox", "<?php $wgPasswordSender = 'wiki@example.org'; $wgNoReplyAddress = 'help@example.org';"
      ),
      SettingsExample(
        .fail, "a mailbox of others", "<?php $wgPasswordSender = 'wiki@gmx.com'; $wgNoReplyAddress = 'noreply@gmx.com';"
      ),
      SettingsExample(
        .info, "another domain", "<?php $wgPasswordSender = 'wiki@example.org'; $wgNoReplyAddress = 'help@example.net';"
      ),
      SettingsExample(.unknown, "computed", "<?php $wgNoReplyAddress = getenv('REPLY');"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in replyRepair(settings, hints) }
  ) { settings in
    if settings.usedTransport == .disabled { return .notApplicable("mail is switched off") }
    if settings.replyTo.isUnknown { return settings.prediction.replyTo.unknown("address in Reply-To") }
    guard let text = settings.replyTo.value, !text.isEmpty, !Placeholder.isAddressPlaceholder(text) else {
      return .findings([unattended(settings)].compactMap(\.self))
    }
    let address = SenderText.address(text).lowercased()
    guard let domain = SenderText.domain(address) else { return .pass }
    let evidence = [settings.replyTo.evidence(text)]
    if let why = stranger(address, domain, settings) ?? refusal(address, domain, settings) {
      return .fail(why, evidence: evidence)
    }
    guard let author = settings.prediction.from.value.flatMap(SenderText.domain)?.lowercased(), author != domain else {
      return .pass
    }
    return .info("Reply-To is in \(domain), and From in \(author).", evidence: evidence)
  }

  private static func sender(_ settings: SubmissionSettings) -> String? {
    settings.prediction.from.value.map { SenderText.address($0).lowercased() }
  }

  private static func stranger(_ address: String, _ domain: String, _ settings: SubmissionSettings) -> String? {
    guard let name = DomainName(domain), !SubmissionDirectory.providers(ofMailboxDomain: name).isEmpty,
      address != settings.loginAddress, address != sender(settings),
      settings.loginAddress != nil || sender(settings) != nil
    else { return nil }
    return "Reply-To, \(address), is a mailbox at a service for everybody: nothing shows that it is yours."
  }

  private static func refusal(_ address: String, _ domain: String, _ settings: SubmissionSettings) -> String? {
    guard let provider = settings.service?.provider, let rule = provider.senderRule, rule.basis.allowsFailure,
      rule.appliesTo.contains("reply-to")
    else { return nil }
    if rule.rule == "must-equal-login" {
      guard let login = settings.loginAddress, login != address else { return nil }
      return "\(provider.shortName) takes \(rule.words) in Reply-To; it is \(address), and the login is \(login)."
    }
    guard rule.isKnown, let author = sender(settings).flatMap(SenderText.domain), author != domain else { return nil }
    return "\(provider.shortName) wants in Reply-To, too: \(rule.words); it is in \(domain), and From in \(author)."
  }

  private static func unattended(_ settings: SubmissionSettings) -> Finding? {
    guard let author = settings.from.value, settings.prediction.replyTo.value == "",
      ["noreply@", "no-reply@", "donotreply@"].contains(where: { SenderText.address(author).lowercased().hasPrefix($0) }
      )
    else { return nil }
    return Finding(
      .info, "From is \(author), and there is no Reply-To: nobody can answer.",
      evidence: [settings.from.evidence(author)])
  }
}
