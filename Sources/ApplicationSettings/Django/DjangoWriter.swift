extension KeyedWriter {
  /// Django: `EMAIL_…`. The name in EHLO and Message-ID is that of the machine, and certificates are always verified.
  static let django = KeyedWriter(
    syntax: .python,
    keys: { _ in
      SettingKeys(
        host: SettingKey("EMAIL_HOST"), port: SettingKey("EMAIL_PORT"), userName: SettingKey("EMAIL_HOST_USER"),
        secret: SettingKey("EMAIL_HOST_PASSWORD"), from: SettingKey("DEFAULT_FROM_EMAIL"))
    },
    // Both at once stop Django with an error.
    modes: { mode, _ in
      let isImplicit = mode == .implicitTLS
      return [
        SettingKey(isImplicit ? "EMAIL_USE_TLS" : "EMAIL_USE_SSL").change(.flag(false)),
        SettingKey(isImplicit ? "EMAIL_USE_SSL" : "EMAIL_USE_TLS").set(.flag(true))
      ]
    },
    opening: [SettingKey("EMAIL_BACKEND").set(.text("django.core.mail.backends.smtp.EmailBackend"))],
    ending: { [SettingKey("SERVER_EMAIL").set(.text($0.from))] }, family: ["EMAIL_"])
}
