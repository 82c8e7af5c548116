extension KeyedWriter {
  /// Laravel: `MAIL_…`. How certificates are verified stands in `config/mail.php`.
  static let laravel = KeyedWriter(
    syntax: .dotenv(.php),
    keys: { _ in
      SettingKeys(
        host: SettingKey("MAIL_HOST"), port: SettingKey("MAIL_PORT"), userName: SettingKey("MAIL_USERNAME"),
        secret: SettingKey("MAIL_PASSWORD"), greetingName: SettingKey("MAIL_EHLO_DOMAIN"),
        from: SettingKey("MAIL_FROM_ADDRESS"))
    },
    modes: { mode, _ in [SettingKey("MAIL_SCHEME").set(.text(mode == .implicitTLS ? "smtps" : "smtp"))] },
    opening: [SettingKey("MAIL_MAILER").set(.text("smtp"))], family: ["MAIL_"])
}
