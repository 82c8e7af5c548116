extension KeyedWriter {
  /// Mastodon: `SMTP_…`.
  static let mastodon = KeyedWriter(
    syntax: .dotenv(.ruby),
    keys: { _ in
      SettingKeys(
        host: SettingKey("SMTP_SERVER"), port: SettingKey("SMTP_PORT"), userName: SettingKey("SMTP_LOGIN"),
        secret: SettingKey("SMTP_PASSWORD"), mechanism: SettingKey("SMTP_AUTH_METHOD"),
        greetingName: SettingKey("SMTP_DOMAIN"), from: SettingKey("SMTP_FROM_ADDRESS"),
        envelopeSender: SettingKey("SMTP_RETURN_PATH"), replyTo: SettingKey("SMTP_REPLY_TO"),
        verification: [SettingKey("SMTP_OPENSSL_VERIFY_MODE").set(.text("peer"))])
    },
    // STARTTLS beside TLS from the first octet is refused by the gem mail since 2.8.
    modes: { mode, _ in
      let isImplicit = mode == .implicitTLS
      return
        (isImplicit
        ? [SettingKey("SMTP_SSL").set(.flag(true))]
        : ["SMTP_SSL", "SMTP_TLS"].map { SettingKey($0).change(.flag(false)) })
        + [SettingKey("SMTP_ENABLE_STARTTLS").set(.text(isImplicit ? "never" : "always"))]
    }, family: ["SMTP_"])
}
