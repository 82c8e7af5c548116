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
        Fail when the domain of From has no dot, or ends in localhost, .local or another name of the inside; the default \
        counts as if it were set. Unknown when it is computed. Whether the domain permits the relay is for the audit of \
        the domain.
        """,
      whyItMatters: "Mail that sets passwords or confirms addresses never arrives.",
      remedy: "Set an address in a domain of yours: $wgPasswordSender, mailfrom, gitlab_email_from.",
      standards: ["RFC 5322 §3.6.2", "RFC 6761 §6.3"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      SettingsExample(.pass, "an own domain", "<?php $wgPasswordSender = 'wiki@example.org';"),
      SettingsExample(.fail, "localhost", "<?php $wgPasswordSender = 'apache@localhost';"),
      SettingsExample(.fail, "a bare host by default", "external_url 'http://gitlab'", of: .gitlab),
      SettingsExample(.unknown, "computed", "<?php $wgPasswordSender = getenv('SENDER');"),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in hints.from(for: settings).map { [.from($0)] } ?? [] }
  ) { settings in
    if settings.transport.value == .disabled { return .notApplicable("mail is switched off") }
    if settings.putsUsersInFrom.value == true, settings.putsUsersInFrom.name == settings.from.name {
      return .notApplicable("the address is that of the user who acts")
    }
    let author = settings.prediction.from
    guard let text = author.value else { return author.unknown("address in From") }
    guard let domain = SenderText.domain(text) else {
      return .fail("The address in From, \(text), has no domain.", evidence: [author.evidence])
    }
    guard let fault = InnerName.fault(domain) else { return .pass }
    return .fail("The domain of From, \(domain), \(fault).", evidence: [author.evidence])
  }
}
