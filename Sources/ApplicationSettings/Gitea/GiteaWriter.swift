extension KeyedWriter {
  /// Gitea and Forgejo: the section `mailer`.
  static let gitea = KeyedWriter(
    syntax: .ini(.go),
    isOnlyRead: { GiteaReader.isEnvironment($0.octets) },
    keys: { settings in
      SettingKeys(
        host: key("SMTP_ADDR"), port: key("SMTP_PORT"), userName: key("USER"), secret: key("PASSWD"),
        greetingName: key("HELO_HOSTNAME"),
        messageIDHost: settings.site.isAbsent ? SettingKey("server", "DOMAIN") : nil,
        from: key("FROM"), envelopeSender: key("ENVELOPE_FROM"),
        verification: ["FORCE_TRUST_SERVER_CERT", "SKIP_VERIFY"].map { key($0).change(.flag(false)) })
    },
    modes: { mode, _ in [key("PROTOCOL").set(.text(mode == .implicitTLS ? "smtps" : "smtp+starttls"))] },
    clear: [key("PROTOCOL").set(.text("smtp"))], opening: [key("ENABLED").set(.flag(true))])

  private static func key(_ name: String) -> SettingKey { SettingKey("mailer", name) }
}
