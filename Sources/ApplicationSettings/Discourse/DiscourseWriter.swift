extension KeyedWriter {
  /// Discourse: `env` of its container, or the same in `discourse.conf`.
  static let discourse = KeyedWriter(
    syntax: .yaml, otherSyntax: { $0.isDiscourseConf ? .discourseConf : nil },
    keys: { _ in
      SettingKeys(
        host: key("SMTP_ADDRESS"), port: key("SMTP_PORT"), userName: key("SMTP_USER_NAME"),
        secret: key("SMTP_PASSWORD"), mechanism: key("SMTP_AUTHENTICATION"), greetingName: key("SMTP_DOMAIN"),
        from: key("NOTIFICATION_EMAIL"), verification: [key("SMTP_OPENSSL_VERIFY_MODE").change(.text("peer"))])
    },
    modes: { mode, _ in
      mode == .implicitTLS
        ? [key("SMTP_FORCE_TLS").set(.flag(true))]
        : [key("SMTP_ENABLE_START_TLS").set(.flag(true)), key("SMTP_FORCE_TLS").change(.flag(false))]
    },
    ending: { [key("HOSTNAME").set(.text($0.hostName))] })

  private static func key(_ name: String) -> SettingKey { SettingKey("env", "DISCOURSE_" + name) }
}
