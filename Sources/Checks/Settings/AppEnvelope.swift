import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appEnvelope = SettingsCheck(
    CheckDescription(
      id: "APP-ENVELOPE",
      area: .appConfig,
      title: "Bounces have an address",
      severity: .medium,
      severityReason: "bounces go to the account of the web server, and SPF is asked for a name that has none",
      appliesWhen: "the application sends mail",
      rule: """
        Fail when the sender of the envelope is set, and is no address of a public domain. Warn when mail leaves by the mail \
        server of the machine and no setting names the sender of the envelope. Info for a setting of it that is not used. \
        Unknown when it is computed. Whether its domain has SPF and MX is for the audit of the domain.
        """,
      whyItMatters: "SPF is evaluated for www-data@host, and nobody hears that mail was refused.",
      remedy: "Set the sender of the envelope (mailreturnpath of DokuWiki, -f in sendmail_path), or send by SMTP.",
      standards: ["RFC 5321 §4.4", "RFC 7208 §2.4"],
      profiles: [.advised(.preLaunch)]
    ),
    remedy: { $0.envelopeRemedy },
    examples: [
      SettingsExample(
        .pass, "set", "<?php $conf['mailfrom'] = 'a@example.org'; $conf['mailreturnpath'] = 'bounce@example.org';",
        of: .dokuwiki),
      SettingsExample(.fail, "of the inside", "<?php $conf['mailreturnpath'] = 'bounce@web01';", of: .dokuwiki),
      SettingsExample(.warn, "not set", "<?php $conf['mailfrom'] = 'wiki@example.org';", of: .dokuwiki),
      SettingsExample(
        .info, "not used",
        "<?php $conf['mailfrom'] = 'a@example.org'; $conf['mailreturnpath'] = 'b@example.org';\n"
          + "$conf['plugin']['smtp']['smtp_host'] = 'mail.example.org';", of: .dokuwiki),
      SettingsExample(.unknown, "computed", "<?php $conf['mailreturnpath'] = getenv('BOUNCE');", of: .dokuwiki),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in envelopeRepair(settings, hints) }
  ) { settings in
    if settings.usedTransport == .disabled { return .notApplicable("mail is switched off") }
    let own = settings.envelopeSender
    let envelope = settings.prediction.envelopeSender
    if own.isUnknown, own.name != settings.from.name { return envelope.unknown("sender of the envelope") }
    guard let address = envelope.value else {
      guard settings.prediction.server == nil, own.isAbsent, own.name != settings.from.name else {
        return envelope.unknown("sender of the envelope")
      }
      return .warn("No setting names the sender of the envelope.", evidence: [envelope.evidence])
    }
    guard own.name != settings.from.name, let set = own.value, !set.isEmpty else { return .pass }
    let evidence = [own.evidence(set)]
    if SenderText.address(set) != address {
      return .info("\(own.name) is not used: \(envelope.reason).", evidence: evidence)
    }
    guard let domain = SenderText.domain(set) else {
      return .fail("The sender of the envelope, \(set), has no domain.", evidence: evidence)
    }
    guard let fault = InnerName.fault(domain) else { return .pass }
    return .fail("The domain of the envelope, \(domain), \(fault).", evidence: evidence)
  }
}
