import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appMTAPostfix = SettingsCheck(
    CheckDescription(
      id: "APP-MTA-POSTFIX",
      area: .appConfig,
      title: "The parameters of Postfix let mail leave, and nobody else's",
      severity: .medium,
      severityReason: "a wrong parameter stops mail, or opens the server to all",
      appliesWhen: "main.cf of Postfix is given",
      rule: """
        Fail when mynetworks holds networks as wide as a continent. Warn when the client never uses TLS, when TLS from the \
        first octet lacks the level that it needs, when dane lacks smtp_dns_support_level = dnssec, when a relay with a \
        port of submission has no brackets, when a login has no table of passwords or may use neither PLAIN nor LOGIN, \
        when myorigin is a name of the inside, when the server takes passwords in clear text, or when \
        smtpd_forbid_bare_newline is switched off. Unknown when mynetworks is computed. The name in EHLO is for APP-HELO.
        """,
      whyItMatters:
        "Relays refuse the login or the sender, or strangers send spam through the server until it is listed.",
      remedy: "Set the parameter as the finding says, then run postfix reload; postconf -n shows what counts.",
      standards: ["RFC 2505 §2.1", "RFC 8314 §3.3", "RFC 7672 §2.2", "RFC 4954 §4"]
    ),
    examples: [
      SettingsExample(
        .pass, "a relay with a login",
        """
        mynetworks = 127.0.0.0/8 [::1]/128
        relayhost = [smtp.example.org]:587
        smtp_sasl_auth_enable = yes
        smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
        smtp_sasl_security_options = noanonymous
        smtp_tls_security_level = encrypt
        """, of: .postfix),
      SettingsExample(.fail, "everybody may relay", "mynetworks = 127.0.0.0/8 0.0.0.0/0", of: .postfix),
      SettingsExample(.warn, "no brackets", "relayhost = smtp.example.org:587", of: .postfix),
      SettingsExample(
        .warn, "PLAIN is forbidden by default",
        "smtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd", of: .postfix),
      SettingsExample(
        .warn, "TLS from the first octet without its level", "smtp_tls_wrappermode = yes", of: .postfix),
      SettingsExample(.warn, "dane without DNSSEC", "smtp_tls_security_level = dane", of: .postfix),
      SettingsExample(.unknown, "networks of a parameter", "mynetworks = $our_networks", of: .postfix),
      SettingsExample(.notApplicable, "another application", "<?php $wgSMTP = false;")
    ],
    repair: { settings, hints in PostfixParameters(settings: settings).repairs(hints) }
  ) { settings in
    guard settings.application == .postfix else { return .notApplicable("the settings are not those of Postfix") }
    let parameters = PostfixParameters(settings: settings)
    let findings =
      [parameters.networks] + parameters.tls + parameters.login + [parameters.brackets, parameters.origin]
      + parameters.server
    return .findings(findings.compactMap { $0 })
  }
}
