extension KeyedWriter {
  /// Rails: `smtp_settings` in Ruby, or the variables of `.env` where they stand there.
  static let rails = KeyedWriter(
    syntax: .rails, otherSyntax: { $0.isRuby ? nil : .dotenv(.ruby) },
    keys: { settings in
      SettingKeys(
        host: key(settings.host.name, "address"), port: key(settings.port.name, "port"),
        userName: key(settings.userName.name, "user_name"), secret: key(settings.secret.name, "password"),
        mechanism: key(settings.mechanism.name, "authentication"),
        greetingName: key(settings.greetingName.name, "domain"),
        from: key(settings.from.name, "default_options", "from"),
        envelopeSender: key("", "default_options", "return_path"), replyTo: key("", "default_options", "reply_to"),
        verification: [key(settings.verification.name, "openssl_verify_mode").set(.text("peer"))])
    },
    modes: { mode, settings in
      let isImplicit = mode == .implicitTLS
      if isVariable(settings.host.name) {
        return ["SMTP_TLS", "SMTP_SSL"].map { SettingKey($0).change(.flag(isImplicit)) }
          + [SettingKey("SMTP_ENABLE_STARTTLS").change(.text(isImplicit ? "false" : "true"))]
      }
      return isImplicit
        ? [
          key("", "tls").set(.flag(true)), key("", "enable_starttls").change(.flag(false)),
          key("", "enable_starttls_auto").change(.flag(false))
        ]
        : ["tls", "ssl"].map { key("", $0).change(.flag(false)) } + [key("", "enable_starttls").set(.flag(true))]
    },
    opening: [SettingKey("config", "action_mailer", "delivery_method").set(.text(":smtp"))], needsNeighbour: true)

  /// Whether a setting was read of the environment.
  private static func isVariable(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
  }

  /// The variable that was read, or the key in Ruby.
  private static func key(_ name: String, _ path: String...) -> SettingKey {
    if isVariable(name) { return SettingKey(name) }
    var key = SettingKey("config")
    key.path = ["action_mailer"] + (path.count == 1 ? ["smtp_settings"] + path : path)
    return key
  }
}
