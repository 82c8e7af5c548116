import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appFromDomain = SettingsCheck(
    CheckDescription(
      id: "APP-FROM-DOMAIN",
      area: .appConfig,
      title: "The application sends from an address of a public domain",
      severity: .critical,
      severityReason: "mail from localhost or a bare host name is refused everywhere",
      appliesWhen: "the application sends mail from an address of its own",
      rule: """
        Fail when From is no address, or its domain has no dot, or ends in localhost, .local or another name of the inside; \
        the default counts as if it were set. Warn when Reply-To is set to such a one. Unknown when From is computed. \
        Whether the domain permits the relay is for the audit of the domain.
        """,
      whyItMatters: "Mail that sets passwords or confirms addresses never arrives.",
      remedy: "Set an address in a domain of yours: $wgPasswordSender, mailfrom, gitlab_email_from.",
      standards: ["RFC 5322 §3.6.2", "RFC 6761 §6.3"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.senderRemedy },
    examples: [
      SettingsExample(.pass, "an own domain", "<?php $wgPasswordSender = 'wiki@example.org';"),
      SettingsExample(.fail, "localhost", "<?php $wgPasswordSender = 'apache@localhost';"),
      SettingsExample(.fail, "words", "<?php $wgPasswordSender = 'Your Mail Address';"),
      SettingsExample(.fail, "a bare host by default", "external_url 'http://gitlab'", of: .gitlab),
      SettingsExample(
        .warn, "Reply-To to nowhere",
        "<?php $wgPasswordSender = 'wiki@example.org'; $wgNoReplyAddress = 'noreply@wiki';"),
      SettingsExample(.unknown, "computed", "<?php $wgPasswordSender = getenv('SENDER');"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in hints.from(for: settings).map { [.from($0)] } ?? [] }
  ) { settings in
    if settings.usedTransport == .disabled { return .notApplicable("mail is switched off") }
    if settings.putsUsersInFrom.value == true, settings.putsUsersInFrom.name == settings.from.name {
      return .notApplicable("the address is that of the user who acts")
    }
    let author = settings.prediction.from
    guard let text = author.value else {
      return settings.application.writesMail
        ? author.unknown("address in From") : .notApplicable("who hands the mail over chooses the sender")
    }
    return .findings([fault(text, author), replyFault(settings)].compactMap(\.self))
  }

  private static func fault(_ text: String, _ author: Prediction) -> Finding? {
    if Placeholder.isAddressPlaceholder(text) { return nil }
    guard let domain = SenderText.domain(text) else {
      return Finding(.fail, "The address in From, \(text), has no domain.", evidence: [author.evidence])
    }
    guard let fault = InnerName.fault(domain) else { return nil }
    return Finding(.fail, "The domain of From, \(domain), \(fault).", evidence: [author.evidence])
  }

  private static func replyFault(_ settings: SubmissionSettings) -> Finding? {
    guard let text = settings.replyTo.value, !text.isEmpty, !Placeholder.isAddressPlaceholder(text) else { return nil }
    let why =
      SenderText.domain(text).map { domain in InnerName.fault(domain).map { "its domain \($0)" } } ?? "it has no domain"
    guard let why else { return nil }
    return Finding(
      .warn, "Nobody can answer to Reply-To, \(text): \(why).", evidence: [settings.replyTo.evidence(text)],
      remedy: "Set an address that somebody reads, or take the line out.")
  }
}
