import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appUserFrom = SettingsCheck(
    CheckDescription(
      id: "APP-USER-FROM",
      area: .appConfig,
      title: "Mail from user to user does not put users in From",
      severity: .high,
      severityReason: "the domains of users have DMARC policies of their own",
      appliesWhen: "the application can mail in the name of users",
      rule: """
        Fail when $wgUserEmailUseReplyTo of MediaWiki is false, or when mailfrom of DokuWiki holds @USER@, @NAME@ or @MAIL@. \
        Unknown when the setting is computed.
        """,
      whyItMatters: "Receivers that enforce DMARC refuse such mail, since your relay may not send for those domains.",
      remedy: "Put an address of the application in From; users belong in Reply-To.",
      standards: ["RFC 9989 §7.4"],
      profiles: [.required(.preLaunch)]
    ),
    remedy: { $0.userFromRemedy },
    examples: [
      SettingsExample(.pass, "users in Reply-To", "<?php $wgUserEmailUseReplyTo = true;"),
      SettingsExample(.fail, "users in From", "<?php $conf['mailfrom'] = '@MAIL@';", of: .dokuwiki),
      SettingsExample(.unknown, "computed", "<?php $wgUserEmailUseReplyTo = getenv('X');"),
      SettingsExample(.notApplicable, "GitLab", "external_url 'https://gitlab.example.org'", of: .gitlab)
    ],
    repair: { settings, hints in
      let from: [SettingsChange] = hints.from(for: settings).map { [.from($0)] } ?? []
      return settings.putsUsersInFrom.name == settings.from.name ? from : [.usersInReplyTo]
    }
  ) { settings in
    guard settings.application.mailsForUsers else {
      return .notApplicable("\(settings.application.title) sends from its own address")
    }
    let setting = settings.putsUsersInFrom
    if setting.isUnknown { return .unknown("Whether users stand in From is computed: \(setting.name).") }
    guard setting.value == true else { return .pass }
    let text = setting.name == settings.from.name ? settings.from.value ?? "" : "false"
    return .fail(
      "Mail in the name of users has their address in From.", evidence: [setting.evidence(text)],
      remedy: settings.application == .mediawiki
        ? "Write $wgUserEmailUseReplyTo = true; and set $wgPasswordSender and $wgEmergencyContact to addresses that the "
          + "relay lets you send from."
        : nil)
  }
}
