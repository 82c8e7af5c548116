extension KeyedWriter {
  /// Redmine: `smtp_settings` of the environment that counts. The addresses are in its database.
  static let redmine = KeyedWriter(
    syntax: .yaml,
    keys: { settings in
      let path = block(settings)
      return SettingKeys(
        host: key(path, "address"), port: key(path, "port"), userName: key(path, "user_name"),
        secret: key(path, "password"), mechanism: key(path, "authentication"), greetingName: key(path, "domain"),
        verification: [key(path, "openssl_verify_mode").change(.text("peer"))])
    },
    modes: { mode, settings in
      let path = block(settings)
      let isImplicit = mode == .implicitTLS
      let old = [isImplicit ? "enable_starttls_auto" : "tls", isImplicit ? "enable_starttls" : "ssl"]
      return old.map { key(path, $0).change(.flag(false)) }
        + [key(path, isImplicit ? "tls" : "enable_starttls").set(.flag(true))]
    },
    opening: [SettingKey("default", "email_delivery", "delivery_method").set(.text(":smtp"))])

  private static func key(_ path: [String], _ name: String) -> SettingKey {
    var key = SettingKey(path.first ?? "default")
    key.path = path.dropFirst() + [name]
    return key
  }

  /// The names that lead to `smtp_settings`, as the file has them.
  private static func block(_ settings: SubmissionSettings) -> [String] {
    let name = settings.entries.first { $0.name.contains(".smtp_settings.") }?.name
    let path = name.map { $0.split(separator: ".").map(String.init).dropLast() } ?? []
    return path.last == "smtp_settings" ? path : ["default", "email_delivery", "smtp_settings"]
  }
}
